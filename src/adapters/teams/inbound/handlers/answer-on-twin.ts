import type { TrackedCard } from '../../../../app/ports/card-store';
import { laneKey, lanesOf } from '../../../../app/messages/lane';
import { findReadable } from '../../../../app/acting/find-readable';
import { pointerSummary } from '../../../../texts/summaries.de';
import type { AdaptiveCardJson } from '../../cards/card-json';
import { messageLink } from '../../cards/message-link';
import { renderNotice } from '../../cards/notice-card';
import { renderPointerCard, renderWithdrawnCard } from '../../cards/ticket-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { notReadHereText } from './not-read-here';
import type { Press } from './press';

/**
 * What a card answers that stands twice, because Teams lost the answer to its post: an action is done as on the tracked
 * card, but whoever looks at the twin or presses it is led to that one, and so is everybody else by a delivery.
 */
export async function answerOnTwin(
  deps: BotDeps,
  turn: Turn,
  press: Press,
  acting: () => Promise<Answer>,
): Promise<Answer> {
  const { twinOf, activityId = '' } = turn.pressed ?? {};
  if (twinOf === undefined) return acting();
  await deps.sightings.twinSeen(twinOf, { conversation: turn.conversation.id, activityId });
  // A dialog opens above the card.
  if (press.surface !== 'card') return acting();
  const { payload } = press;
  const card = await inPlaceOfTwin(deps, turn, twinOf, 'proof' in payload ? payload.proof : undefined);
  const { ticket, subject } = twinOf;
  const answer = payload.do === 'act' ? await acting() : undefined;
  return answer?.kind === 'outcome'
    ? { ...answer, card: renderNotice(answer.text, card) }
    : { kind: 'page', title: ticket, summary: pointerSummary(ticket, subject), card };
}

async function inPlaceOfTwin(
  deps: BotDeps,
  turn: Turn,
  { ticket, subject, place, activityId, laneKey: key }: TrackedCard,
  proof: string | undefined,
): Promise<AdaptiveCardJson> {
  if (subject === 'ticket' && (await findReadable(deps, turn, ticket)) === undefined) {
    return renderNotice(await notReadHereText(deps, turn, ticket), renderWithdrawnCard(ticket));
  }
  const lane = lanesOf(deps.directory.installation(), place).find((each) => laneKey(each) === key);
  const link = lane?.kind === 'channel' ? messageLink(lane.address, activityId) : undefined;
  return renderPointerCard({ ticket, proof, subject, link });
}
