import { cardWords } from '../../../texts/card-words.de';
import type { View } from '../../../texts/view';
import type { Place } from '../../../domain/organisation/place';
import { presentVerdict } from '../../../domain/ticket/support/support';
import type { Ticket } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import { completionLinks } from '../../../domain/ticket/work/work';
import { completionLinkNames, testVerdictNames } from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { readsInternal } from './shown-at';
import { typedLine } from './typed-text';

/** What the last test found, and what the maintainer handed over with the repair (process 3). */
export function workSection(ticket: Ticket, room: CardRoom): readonly Section[] {
  const lines = [...reworkLines(ticket, room), ...completionLines(ticket, room)];
  return lines.length === 0 ? [] : [{ title: cardWords.work, lines }];
}

/** The test: the platform maintainer's verdict on the repair (process 5), and how it ended. */
export function testSection(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  const lines = [
    ...verdictLines(ticket, place, view, room),
    ...typedLine(cardWords.result, ticket.test?.record?.result, room.aside),
  ];
  return lines.length === 0 ? [] : [{ title: cardWords.test, lines }];
}

function reworkLines(ticket: Ticket, room: CardRoom): readonly LabelledText[] {
  const { reworks, lastDefect, state } = ticket;
  if (reworks === 0 || !isOpen(ticket)) return [];
  return [
    { label: cardWords.reworks, text: String(reworks) },
    ...typedLine(cardWords.lastDefect, lastDefect?.text, state === 'inProgress' ? room.text : room.aside),
  ];
}

function completionLines({ state, completion }: Ticket, room: CardRoom): readonly LabelledText[] {
  if (completion === undefined || (state !== 'fixed' && state !== 'inTest' && state !== 'closed')) return [];
  return [
    ...typedLine(cardWords.fixedIn, completion.fixVersion, room.aside),
    ...typedLine(cardWords.package, completion.packageReference, room.aside),
    ...typedLine(cardWords.whatChanged, completion.changed, room.text),
    ...typedLine(cardWords.affectedVersions, completion.affectedVersions.join(', '), room.aside),
    ...completionLinks.flatMap((link) => linkLine(completionLinkNames[link], completion[link], room)),
  ];
}

/** A link that is cut leads nowhere: a very long one is behind "Inhalt anzeigen" only. */
function linkLine(label: string, link: string | undefined, room: CardRoom): readonly LabelledText[] {
  if (link === undefined) return [];
  return [{ label, text: link.length <= room.text ? link : cardWords.underContent }];
}

function verdictLines(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly LabelledText[] {
  const request = presentVerdict(ticket);
  if (!readsInternal(place) || request?.verdict === undefined || request.completedBy === undefined) return [];
  if (ticket.state !== 'fixed' && ticket.state !== 'inTest') return [];
  const by = view.person(request.completedBy);
  return [
    { label: cardWords.platformTest, text: `${testVerdictNames[request.verdict]} (${by})` },
    ...typedLine(cardWords.besidesIt, request.answer, room.aside),
  ];
}
