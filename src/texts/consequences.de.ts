import type { Unassigned } from '../domain/ticket/consequences-of';
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
