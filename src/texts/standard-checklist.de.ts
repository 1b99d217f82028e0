import type { StandardItem } from '../domain/organisation/onboarding/standard-checklist';

/** What the items of the default checklist are called (process 7). */
export const standardChecklistTitles: Readonly<Record<StandardItem, string>> = {
  contract: 'Vertrag mit der Genossenschaft geschlossen',
  contact: 'Ansprechpartner mit Vertretung eingetragen',
  'ticket-account': 'Zugang zum Ticketsystem eingerichtet',
  'trial-ticket': 'Probeticket bearbeitet',
  'eclipse-account': 'Eclipse-Konto angelegt, ECA unterzeichnet',
  'committer-election': 'Als Eclipse-Committer gewählt',
  repository: 'Zugriff auf das Quellcode-Repository erteilt',
  'ci-build': 'CI-Build grün, Quality Gate bestanden',
  handbooks: 'Architektur- und Qualitätshandbuch gelesen',
  'own-build': 'Modul nach seiner Dokumentation gebaut und gestartet',
  environments: 'Zugang zu Test-, QA- und Demo-Umgebung eingerichtet',
  'trial-release': 'Probe-Release im Paket-Repository veröffentlicht',
};
