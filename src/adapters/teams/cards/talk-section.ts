import type { View } from '../../../texts/view';
import type { Place } from '../../../domain/organisation/place';
import { roleOfPlace } from '../../../domain/ticket/access';
import { openSupportRequests, type SupportRequest } from '../../../domain/ticket/support/support';
import { openQuestion } from '../../../domain/ticket/talk/conversation';
import { commentsFor } from '../../../domain/ticket/talk/readable-comments';
import type { Ticket } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import { supportKindNames } from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { readsInternal, speakerName } from './shown-at';
import { typedLine } from './typed-text';

const supportShown = 3;
const commentsShown = 2;

/** The question that waits for the operator's answer, or the last one with its answer while the ticket is open. */
export function questionSection(
  ticket: Ticket,
  place: Place,
  view: View,
  room: CardRoom,
): readonly Section[] {
  const open = openQuestion(ticket);
  if (open !== undefined) {
    const by = speakerName(open, ticket, place, view);
    const title = `Offene Rückfrage an den Netzbetreiber`;
    const asked = { label: 'Gestellt', text: `${view.time(open.at)}, ${by}` };
    return [{ title, lines: [asked, ...typedLine('Rückfrage', open.text, room.text)] }];
  }
  const last = ticket.answeredQuestions.at(-1);
  if (last === undefined || !isOpen(ticket)) return [];
  const lines = [
    ...typedLine('Rückfrage', last.text, room.aside),
    ...typedLine('Antwort', last.answer, room.text),
  ];
  return [{ title: 'Beantwortete Rückfrage', lines }];
}

/** What the platform maintainer is asked for and last answered; nothing of it is the operator's (process 5). */
export function supportSection(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  if (!readsInternal(place) || !isOpen(ticket)) return [];
  const open = openSupportRequests(ticket);
  const shown = open.slice(0, supportShown);
  const answered = ticket.supportRequests.findLast(
    ({ completedAt, answer, verdict }) =>
      completedAt !== undefined && answer !== undefined && verdict === undefined,
  );
  const lines = [
    ...shown.flatMap((request) => requestLines(request, view, room)),
    ...rest(open.length - shown.length, 'Anforderungen'),
    ...(answered === undefined
      ? []
      : typedLine(`Antwort (${supportKindNames[answered.kind]})`, answered.answer, room.aside)),
  ];
  return lines.length === 0 ? [] : [{ title: 'Unterstützung', lines }];
}

/** The newest comments that the place may read. */
export function commentSection(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  const comments = commentsFor(ticket, roleOfPlace(place));
  const shown = comments.slice(-commentsShown);
  const lines = shown.flatMap((comment) => {
    const who = speakerName(comment, ticket, place, view);
    const kind = comment.internal ? ', intern' : '';
    return typedLine(`${view.time(comment.at)}, ${who}${kind}`, comment.text, room.aside);
  });
  const more = rest(comments.length - shown.length, 'Kommentare');
  return lines.length === 0 ? [] : [{ title: 'Kommentare', lines: [...lines, ...more] }];
}

function requestLines(request: SupportRequest, view: View, room: CardRoom): readonly LabelledText[] {
  const taken =
    request.takenBy === undefined
      ? 'noch nicht übernommen'
      : `übernommen von ${view.person(request.takenBy)}`;
  const asked = `angefordert ${view.time(request.at)}`;
  return [
    { label: supportKindNames[request.kind], text: `${taken}, ${asked}` },
    ...typedLine('Frage', request.question, room.aside),
  ];
}

function rest(count: number, what: string): readonly LabelledText[] {
  return count > 0 ? [{ label: 'Außerdem', text: `${count} weitere ${what} unter „Inhalt anzeigen“` }] : [];
}
