import type { Place } from '../../../domain/organisation/place';
import { reaches } from '../../../domain/ticket/access';
import type { Ticket } from '../../../domain/ticket/ticket';
import { legalDutiesNote, legalDutyLines, legalWords, nextDutyGlance } from '../../../texts/legal-duties.de';
import type { View } from '../../../texts/view';
import type { Section } from './labelled-lines';
import type { LabelledText } from './labelled-text';

/** What the operator owes to the authority and until when: a matter between operator and dispatcher (process 10). */
export function legalSection(ticket: Ticket, place: Place, view: View): readonly Section[] {
  if (!ticket.securityRelevant || !reaches('operator', place)) return [];
  const note = { label: legalWords.note, text: legalDutiesNote };
  return [{ title: legalWords.section, lines: [...legalDutyLines(ticket, view), note] }];
}

/** The next report to the authority, where it is read. */
export function dutyLine(ticket: Ticket, place: Place, view: View): LabelledText | undefined {
  return reaches('operator', place) ? nextDutyGlance(ticket, view) : undefined;
}
