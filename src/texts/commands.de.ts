import type { FaultClass } from '../domain/reaction/fault-class';
import type { TicketState } from '../domain/ticket/ticket-state';
import { classText } from './card-sentences.de';
import { stateNames } from './labels.de';

/** The commands as people write them and as the help card's buttons say them. */
export const commandNames = {
  reportFault: 'Störung melden',
  myTickets: 'Meine Tickets',
  ourTickets: 'Unsere Tickets',
  openTickets: 'Offene Tickets',
  overview: 'Übersicht',
  ticket: 'Ticket <Nummer>',
  comment: 'Kommentar <Text>',
  commentToAll: 'Kommentar an alle <Text>',
  answer: 'Antwort <Text>',
  bugfixPackages: 'Bugfix-Pakete',
  contract: 'Vertrag',
  digestOn: 'Tagesübersicht an',
  digestOff: 'Tagesübersicht aus',
  serviceHours: 'Servicezeiten',
  contacts: 'Ansprechpartner',
  organisation: 'Organisation',
  onboarding: 'Onboarding',
  help: 'Hilfe',
  helpAll: 'Hilfe alle',
  ids: 'Kennungen',
} as const;
export type CommandName = keyof typeof commandNames;

export const commandMeanings: Readonly<Record<CommandName, string>> = {
  reportFault: 'eine neue Störung erfassen',
  myTickets: 'offene Tickets; Überfälliges zuerst',
  ourTickets: 'offene Tickets dieses Kanals; Überfälliges zuerst',
  openTickets: 'offene Tickets nach Modul, Zustand und Klasse; auch „überfällig“ oder „wartet auf mich“',
  overview: 'Zahlen, Fristen und Zustellung auf einen Blick, mit den dringendsten Tickets',
  ticket: 'Stand eines Tickets, etwa „Ticket SP-2026-0001“',
  comment:
    'zum Ticket, auf dessen Karte Sie antworten, im privaten Chat „Kommentar SP-2026-0001 …“; intern, wenn kein Netzbetreiber ihn schreibt',
  commentToAll: 'ebenso, für alle Orte des Tickets',
  answer: 'Antwort des Netzbetreibers auf eine Rückfrage, auf demselben Weg',
  bugfixPackages: 'für Netzbetreiber: was für Ihre Module freigegeben wurde',
  contract:
    'für Netzbetreiber: Laufzeit, Paket-Repository und installierte Version je Modul; auch „Version melden“',
  digestOn: 'im Kanal eines Netzbetreibers: die Übersicht jeden Servicetag von selbst',
  digestOff: 'bestellt sie wieder ab',
  serviceHours: 'wann die Reaktionszeit läuft',
  contacts: 'wer für was zuständig ist',
  organisation:
    'für Prozessverantwortliche: Personen, Rollen, Module und Verträge; für Wartungs-Dispatcher: Dienstplan und Abwesenheiten',
  onboarding:
    'für Modul-Maintainer, Wartungs-Dispatcher, Plattform-Maintainer und Prozessverantwortliche: was beim Einrichten eines Maintainers zu erledigen ist',
  help: 'die wichtigsten Befehle hier',
  helpAll: 'alle Befehle',
  ids: 'Ihre Kennungen und die dieser Unterhaltung',
};

/** "Störung melden Betriebstagebuch", as it would be typed. */
export function reportOnText(module: string | undefined): string {
  return module === undefined ? commandNames.reportFault : `${commandNames.reportFault} ${module}`;
}

export const overdueWord = 'überfällig';
const waitsForMeWords = 'wartet auf mich';

/** "Offene Tickets überfällig" */
export const overdueListText = `${commandNames.openTickets} ${overdueWord}`;

/** "Offene Tickets Klasse 1 In Bearbeitung Betriebstagebuch", as it would be typed. */
export function narrowedListText({
  faultClass,
  state,
  module,
  overdue,
  waiting,
}: {
  readonly faultClass: FaultClass | undefined;
  readonly state: TicketState | undefined;
  readonly module: string | undefined;
  readonly overdue?: true | undefined;
  readonly waiting?: true | undefined;
}): string {
  const parts = [
    faultClass && classText(faultClass),
    state && stateNames[state],
    module,
    overdue && overdueWord,
    waiting && waitsForMeWords,
  ];
  return [commandNames.openTickets, ...parts.filter((part) => part !== undefined)].join(' ');
}

/** What is typed of a command that something has to follow. */
export const commandTitles = {
  ticket: 'Ticket',
  comment: 'Kommentar',
  commentToAll: 'Kommentar an alle',
  answer: 'Antwort',
} as const;

/** Other words for the same, taken with typing errors like the command's own; how else people say it is in phrases.de.ts. */
export const commandAliases: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  reportFault: ['Störungsmeldung'],
  myTickets: ['Tickets'],
  overview: ['Tagesübersicht'],
  bugfixPackages: ['Pakete'],
  contract: ['Verträge', 'Version melden'],
  serviceHours: ['Servicezeit'],
  help: ['Help'],
  ids: ['Kennung'],
};

/** "Tagesübersicht an" and "Tagesübersicht aus". */
export const digestWords = { digest: 'Tagesübersicht', on: 'an', off: 'aus' } as const;
