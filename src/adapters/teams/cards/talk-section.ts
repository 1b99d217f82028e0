import { absenceNotes } from '../../../texts/absences.de';
import { cardWords } from '../../../texts/card-words.de';
import {
  furtherUnderContentText,
  requestedText,
  supportAnswerText,
  takenByText,
} from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { peopleWithRole } from '../../../domain/organisation/find';
import type { PersonId } from '../../../domain/organisation/installation';
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
    const title = cardWords.openQuestion;
    const asked = { label: cardWords.asked, text: `${view.time(open.at)}, ${by}` };
    return [{ title, lines: [asked, ...typedLine(cardWords.question, open.text, room.text)] }];
  }
  const last = ticket.answeredQuestions.at(-1);
  if (last === undefined || !isOpen(ticket)) return [];
  const lines = [
    ...typedLine(cardWords.question, last.text, room.aside),
    ...typedLine(cardWords.answer, last.answer, room.text),
  ];
  return [{ title: cardWords.answeredQuestion, lines }];
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
    ...rest(open.length - shown.length, cardWords.requests),
    ...(answered === undefined
      ? []
      : typedLine(supportAnswerText(supportKindNames[answered.kind]), answered.answer, room.aside)),
  ];
  return lines.length === 0 ? [] : [{ title: cardWords.support, lines }];
}

/** The newest comments that the place may read. */
export function commentSection(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  const comments = commentsFor(ticket, roleOfPlace(place));
  const shown = comments.slice(-commentsShown);
  const lines = shown.flatMap((comment) => {
    const who = speakerName(comment, ticket, place, view);
    const kind = comment.internal ? cardWords.internalMark : '';
    return typedLine(`${view.time(comment.at)}, ${who}${kind}`, comment.text, room.aside);
  });
  const more = rest(comments.length - shown.length, cardWords.comments);
  return lines.length === 0 ? [] : [{ title: cardWords.comments, lines: [...lines, ...more] }];
}

function requestLines(request: SupportRequest, view: View, room: CardRoom): readonly LabelledText[] {
  const { takenBy } = request;
  const platform = peopleWithRole(view.installation, 'platformMaintainer').map(({ id }) => id);
  const absence = (id: PersonId) => absenceNotes(id, view, (deputy) => platform.includes(deputy));
  const taken =
    takenBy === undefined ? cardWords.notTaken : takenByText(view.person(takenBy, absence(takenBy)));
  const asked = requestedText(view.time(request.at));
  return [
    { label: supportKindNames[request.kind], text: `${taken}, ${asked}` },
    ...typedLine(cardWords.supportQuestion, request.question, room.aside),
  ];
}

function rest(count: number, what: string): readonly LabelledText[] {
  return count > 0 ? [{ label: cardWords.besides, text: furtherUnderContentText(count, what) }] : [];
}
