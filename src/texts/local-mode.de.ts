import { actionNames } from './actions.de';
import { formWords } from './form-words.de';

const team = 'Software-Pflege';
const where = (channel: string | undefined) => (channel === undefined ? 'im Chat' : `im Kanal „${channel}“`);

/** What the simulator says about the people of an installation, and what it suggests to do first. */
export const localModeTexts = {
  team,
  furtherTeam: (number: number) => `Software-Pflege (${number})`,
  general: 'Allgemein',
  dispatch: 'Dispatch',
  platform: 'Plattform',
  stranger: { name: 'Fremde Person', organisation: 'unbekannt' },
  inChannel: (channel: string) => `liest im Kanal „${channel}“`,
  inChat: 'liest im privaten Chat mit dem Bot, als Gast',
  notReached: 'liest über die Ansprechpersonen der Organisation mit',
  duties: {
    operator: 'Meldet Störungen',
    dispatcher: 'Nimmt Meldungen an, weist zu, testet und gibt frei',
    maintainer: (modules: string) => `Behebt Fehler in ${modules}`,
    platformMaintainer: 'Hilft bei technischen Fragen, Test und Abnahme',
    processOwner: 'Verantwortet den Prozess und erfährt von Fristverletzungen',
  },
  strangerDuty: 'Steht in keiner Organisationsdatei und bekommt kein Ticket zu sehen',
  maintainerOf: (module: string) => `Modul-Maintainer ${module}`,
  steps: {
    report: (person: string, module: string, channel: string | undefined) =>
      `Melden Sie als ${person} eine Störung im Modul „${module}“: Schreiben Sie ${where(channel)} „${channel === undefined ? '' : `@${team} `}${actionNames.reportFault}“.`,
    analyse: (person: string, channel: string | undefined) =>
      `Beginnen Sie als ${person} ${where(channel)} mit der Analyse: „${actionNames.startAnalysis}“ hält die Reaktionszeit an.`,
    assign: (person: string, maintainer: string, channel: string | undefined) =>
      `Nehmen Sie die Meldung als ${person} ${where(channel)} an und weisen Sie sie ${maintainer} zu: „${formWords.acceptAndAssign}“.`,
    plan: (person: string, channel: string | undefined) =>
      `Schlagen Sie als ${person} ${where(channel)} einen Fehlerbehebungsplan vor: „${actionNames.proposePlan}“.`,
    clock: 'Stellen Sie die Uhr vor: „Zur nächsten Frist“ zeigt, wie gewarnt wird.',
  },
  resetOnlyEmbedded:
    'Zurücksetzen geht nur mit dem eingebetteten Speicher, damit keine eigene Datenbank geleert wird (MONGODB_URI ist gesetzt).',
} as const;

/** Printed once the bot runs on this machine; where to go next comes last. */
export const startTexts = {
  bot: (port: number) => `Der Bot läuft auf http://127.0.0.1:${port}`,
  teams: (address: string) => `Teams auf diesem Rechner: ${address}`,
  onlyFromHere: (where: string) => `${where} (nur von diesem Rechner erreichbar; beenden mit Strg+C)`,
  files: (dataDir: string, organisationFile: string) =>
    `Daten: ${dataDir}   Organisationsdatei: ${organisationFile}`,
  log: (file: string) => `Protokoll: ${file} (LOG_PRETTY=on zeigt es auf dem Bildschirm)`,
} as const;
