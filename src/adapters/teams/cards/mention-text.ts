import type { MentionReason } from '../../../domain/ticket/event-rules';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { mentionSentences } from '../../../texts/mentions.de';

/** Stands where the mentions go; at the start, because a mention is what the notification shows first. */
export const mentionsPlaceholder = '{mentions}';

/**
 * The sentence of a mention, with a placeholder for the mentions unless they are given: '<at>Name</at>' of people in
 * the roster, plain names of others, nothing at all where nobody is to be named. Never a typed text (process 10).
 */
export function mentionText({
  reason,
  number,
  mentions,
}: {
  readonly reason: MentionReason;
  readonly number: TicketNumber;
  readonly mentions?: readonly string[];
}): string {
  const names = mentions === undefined ? mentionsPlaceholder : mentions.join(', ');
  const sentence = mentionSentences[reason](number);
  return names === '' ? sentence : `${names}: ${sentence}`;
}
