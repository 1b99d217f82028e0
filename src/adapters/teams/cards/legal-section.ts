import type { Place } from '../../../domain/organisation/place';
import { reaches } from '../../../domain/ticket/access';
import type { Ticket } from '../../../domain/ticket/ticket';
import { legalDutyLines, legalWords } from '../../../texts/legal-duties.de';
import type { View } from '../../../texts/view';
import type { Section } from './labelled-lines';

/** What the operator owes to the authority and until when: a matter between operator and dispatcher (process 10). */
export function legalSection(ticket: Ticket, place: Place, view: View): readonly Section[] {
  if (!ticket.securityRelevant || !reaches('operator', place)) return [];
  return [{ title: legalWords.section, lines: legalDutyLines(ticket, view) }];
}
