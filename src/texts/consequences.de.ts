import type { ConsequencesOnDay, Unassigned } from '../domain/ticket/consequences-of';
import type { Ending } from '../domain/ticket/endings-of';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { formatDay } from './german-time';
import { listed } from './parties.de';
import type { View } from './view';

/**
 * 'Ein offenes Ticket geht an die Wartungs-Dispatcher zurück: Betriebstagebuch.', '3 offene Tickets gehen an die
 * Wartungs-Dispatcher zurück: Betriebstagebuch (2) und Kontaktstammdaten (1).'
 */
export function consequencesText(unassigned: readonly Unassigned[], view: View): string {
  const total = unassigned.reduce((sum, { tickets }) => sum + tickets.length, 0);
  if (total === 0) return 'Keinem offenen Ticket wird dadurch die Zuweisung genommen.';
  const modules = unassigned.map(({ module, tickets }) =>
    total === 1 ? view.module(module) : `${view.module(module)} (${tickets.length})`,
  );
  const who = total === 1 ? 'Ein offenes Ticket geht' : `${total} offene Tickets gehen`;
  return `${who} an die Wartungs-Dispatcher zurück: ${listed(modules)}.`;
}

/** One sentence for each day that takes tickets, 'Ab Mi 01.07.2026: …' for those to come; one in all where none does. */
export function consequencesByDayText(
  days: readonly ConsequencesOnDay[],
  today: CalendarDay,
  view: View,
): readonly string[] {
  if (days.length === 0) return [consequencesText([], view)];
  return days.map(({ day, unassigned }) => {
    const text = consequencesText(unassigned, view);
    return day === today ? text : `Ab ${formatDay(day)}: ${text}`;
  });
}

/** 'Ab Mi 01.07.2026 nimmt Netz Nord nicht mehr teil. Damit enden: die Rollen von 3 Personen, 2 Verträge. Offene Tickets: 1.' */
export function endingText(ending: Ending, view: View): string {
  const from = `Ab ${formatDay(ending.day)}`;
  const open = `Offene Tickets: ${ending.openTickets}.`;
  switch (ending.ends) {
    case 'organisation': {
      const { organisation, people, contracts } = ending;
      const ends = `Damit enden: die Rollen von ${peopleText(people)}, ${contractsText(contracts)}.`;
      return `${from} nimmt ${view.organisation(organisation)} nicht mehr teil. ${ends} ${open}`;
    }
    case 'module':
      return `${from} wird ${view.module(ending.module)} nicht mehr gepflegt und kann nicht mehr gemeldet werden. Damit enden: ${contractsText(ending.contracts)}. ${open}`;
    case 'contract': {
      const [operator, module] = [view.organisation(ending.operator), view.module(ending.module)];
      return `${from} kann ${operator} zu ${module} nichts mehr melden. ${open} Diese werden zu Ende geführt.`;
    }
  }
}

function peopleText(count: number): string {
  return count === 1 ? 'einer Person' : `${count} Personen`;
}

function contractsText(count: number): string {
  return count === 1 ? 'ein Vertrag' : `${count} Verträge`;
}
