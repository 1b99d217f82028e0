import { cardWords } from '../../../texts/card-words.de';
import { furtherText, ofText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { Place } from '../../../domain/organisation/place';
import { unconfirmedOperators } from '../../../domain/ticket/release/release-notice';
import type { Ticket } from '../../../domain/ticket/ticket';
import { listed } from '../../../texts/parties.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { typedLine } from './typed-text';

const operatorsShown = 10;

/** What the affected operators were told, and for the dispatcher who has not confirmed it (process 6). */
export function releaseSection(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  const { release, securityRelevant } = ticket;
  if (release === undefined) return [];
  const lines = [
    ...(securityRelevant ? [] : typedLine(cardWords.text, release.text, room.aside)),
    ...(place.kind === 'dispatch' ? confirmationLines(ticket, view) : []),
  ];
  return lines.length === 0 ? [] : [{ title: cardWords.releaseNotice, lines }];
}

function confirmationLines(ticket: Ticket, view: View): readonly LabelledText[] {
  const informed = ticket.release?.notices.length ?? 0;
  if (informed === 0) return [{ label: cardWords.informed, text: cardWords.nobodyAffected }];
  const unconfirmed = unconfirmedOperators(ticket);
  const count = { label: cardWords.read, text: ofText(informed - unconfirmed.length, informed) };
  if (unconfirmed.length === 0) return [count];
  const names = unconfirmed.slice(0, operatorsShown).map((each) => view.organisation(each));
  const hidden = unconfirmed.length - names.length;
  const more = hidden > 0 ? [furtherText(hidden)] : [];
  return [count, { label: cardWords.notRead, text: listed([...names, ...more]) }];
}
