/** The commands as people write them and as the help card's buttons say them. */
export const commandNames = {
  reportFault: 'Störung melden',
  myTickets: 'Meine Tickets',
  ourTickets: 'Unsere Tickets',
  ticket: 'Ticket <Nummer>',
  serviceHours: 'Servicezeiten',
  contacts: 'Ansprechpartner',
  help: 'Hilfe',
  ids: 'Kennungen',
} as const;
export type CommandName = keyof typeof commandNames;

export const commandMeanings: Readonly<Record<CommandName, string>> = {
  reportFault: 'eine neue Störung erfassen',
  myTickets: 'offene Tickets; was auf Sie wartet, zuerst',
  ourTickets: 'offene Tickets dieses Kanals; was auf Sie wartet, zuerst',
  ticket: 'Stand eines Tickets, etwa „Ticket SP-2026-0001“',
  serviceHours: 'wann die Reaktionszeit läuft',
  contacts: 'wer für was zuständig ist',
  help: 'diese Übersicht',
  ids: 'Ihre Kennungen und die dieser Unterhaltung',
};
