import type { Role } from '../domain/organisation/installation';
import type { FaultClass } from '../domain/reaction/fault-class';
import type { BreachReason } from '../domain/reaction/reaction-cycle';
import type { Staffing } from '../domain/ticket/assignable';
import type { Environment, Reproducibility } from '../domain/ticket/fault-report';
import type { LegalReport } from '../domain/ticket/legal/legal-report';
import type { ReportingWay } from '../domain/ticket/on-behalf';
import type { Measure, PlanParty } from '../domain/ticket/plan/fix-plan';
import type { SupportKind, TestVerdict } from '../domain/ticket/support/support';
import type { DeclineReason, Priority, Resolution } from '../domain/ticket/ticket';
import type { TicketState } from '../domain/ticket/ticket-state';
import type { CompletionLink } from '../domain/ticket/work/work';

/** The states as process 3 names them. */
export const stateNames: Readonly<Record<TicketState, string>> = {
  requested: 'Angefragt',
  accepted: 'Akzeptiert',
  declined: 'Abgelehnt',
  returned: 'Zurückgewiesen',
  inProgress: 'In Bearbeitung',
  fixed: 'Bearbeitet',
  inTest: 'Test',
  closed: 'Geschlossen',
};

/** The roles of process 1. */
export const roleNames: Readonly<Record<Role, string>> = {
  operator: 'Netzbetreiber',
  dispatcher: 'Wartungs-Dispatcher',
  maintainer: 'Modul-Maintainer',
  platformMaintainer: 'Plattform-Maintainer',
  processOwner: 'Prozessverantwortlicher',
};

/** Why nobody can be assigned. */
export const lackNames: Readonly<Record<Exclude<Staffing, 'assignable'>, string>> = {
  nobody: 'Kein Maintainer benannt (N.N.)',
  inOnboarding: 'Noch kein Maintainer aktiv (Onboarding läuft)',
  calledOff: 'Kein Maintainer aktiv (Onboarding beendet)',
};

export const priorityNames: Readonly<Record<Priority, string>> = {
  high: 'hoch',
  medium: 'mittel',
  low: 'niedrig',
};

export const environmentNames: Readonly<Record<Environment, string>> = {
  production: 'Produktion',
  test: 'Test',
};

export const reproducibilityNames: Readonly<Record<Reproducibility, string>> = {
  always: 'immer',
  sometimes: 'manchmal',
  no: 'nein',
  unknown: 'nicht bekannt',
};

export const declineReasonNames: Readonly<Record<DeclineReason, string>> = {
  noSoftwareFault: 'Kein Softwarefehler',
  firstOrSecondLevel: 'Zuständigkeit 1st/2nd Level',
  noContract: 'Kein Vertrag',
  duplicate: 'Duplikat',
  featureRequest: 'Funktionswunsch',
};

export const reportingWayNames: Readonly<Record<ReportingWay, string>> = {
  phone: 'Telefon',
  mail: 'E-Mail',
};

export const resolutionNames: Readonly<Record<Resolution, string>> = {
  withdrawn: 'zurückgezogen',
  noAnswer: 'ohne Antwort geschlossen',
  fixed: 'behoben und freigegeben',
};

/** What a fix plan does about the fault (process 4). */
export const measureNames: Readonly<Record<Measure, string>> = {
  workaround: 'Umgehungslösung',
  patch: 'Patch',
  update: 'Update',
  release: 'Release',
};

/** The three who agree to a fix plan, where no organisation needs to be named (process 4). */
export const planPartyNames: Readonly<Record<PlanParty, string>> = {
  operator: 'Netzbetreiber',
  dispatcher: 'Wartungs-Dispatcher',
  maintainer: 'Modul-Maintainer',
};

/** The action by which an operator enters such a report. */
export const enterLegalReportName = 'Gemeldet am …';

/** What an operator reports to the authority (process 10, § 32 BSIG). */
export const legalReportNames: Readonly<Record<LegalReport, string>> = {
  first: 'Erstmeldung',
  second: 'Zweitmeldung',
  final: 'Abschlussmeldung',
};

/** What the platform maintainer is asked for (process 5). */
export const supportKindNames: Readonly<Record<SupportKind, string>> = {
  technicalQuestion: 'Technische Frage',
  testAndAcceptance: 'Test und Abnahme',
  commit: 'Commit als Eclipse-Committer',
};

export const testVerdictNames: Readonly<Record<TestVerdict, string>> = {
  passed: 'bestanden',
  failed: 'nicht bestanden',
};

export const completionLinkNames: Readonly<Record<CompletionLink, string>> = {
  commitLink: 'Commit',
  buildLink: 'Build',
  environmentLink: 'QS-/Demo-Umgebung',
};

/** Why a breach was recorded (process 2.8); time running out needs no word. */
export const breachReasonNames: Readonly<Record<BreachReason, string | undefined>> = {
  elapsed: undefined,
  reclassification: 'Umklassifizierung',
  lateEntry: 'Nacherfassung',
  calendarChange: 'Kalenderänderung',
};

/** Names of the classes in the process document. */
export const faultClassNames: Readonly<Record<FaultClass, string>> = {
  1: 'Betriebsverhindernder Fehler',
  2: 'Betriebsbehindernder Fehler',
  3: 'Leichter Fehler',
  4: 'Unkritischer Fehler',
};

/**
 * What a class means for those who work with the module, with an example of a control room: process 2 gives the names and
 * the times alone, and whoever reports should not have to guess.
 */
export const faultClassMeanings: Readonly<Record<FaultClass, string>> = {
  1: 'Die Arbeit steht, etwa: Das Modul startet in der Leitwarte nicht mehr.',
  2: 'Die Arbeit geht nur auf Umwegen, etwa: Die Schichtübergabe muss auf Papier erfolgen.',
  3: 'Die Arbeit geht weiter, etwa: Ein Filter vergisst seine Einstellung.',
  4: 'Die Arbeit ist nicht betroffen, etwa: Eine Beschriftung hat einen Tippfehler.',
};

/** '2 – Betriebsbehindernder Fehler'. */
export function faultClassLabel(faultClass: FaultClass): string {
  return `${faultClass} – ${faultClassNames[faultClass]}`;
}
