import { originFromText, originToText } from '../../../app/origin';
import { placeAndLane } from './say';
import type { Answer, BotDeps, Turn } from './turn';

/**
 * Remembers where in the answer stands what was typed into tickets: in what was posted, or on the card in whose place it
 * is shown to whoever pressed. A tracked card is kept up to date by itself.
 */
export async function rememberShown(
  deps: Pick<BotDeps, 'directory' | 'shownPosts'>,
  { shownIn }: Answer,
  posted?: string,
): Promise<void> {
  if (shownIn === undefined) return;
  const at = placeAndLane(deps, shownIn);
  const activityId = posted ?? answeredCard(shownIn);
  if (at === undefined || activityId === undefined) return;
  const { conversation, typedOf } = shownIn;
  await deps.shownPosts.remember({ ...at, conversation: conversation.id, activityId, tickets: [...typedOf] });
}

function answeredCard({ pressed, conversation }: Turn): string | undefined {
  if (pressed === undefined || pressed.tracked !== undefined || pressed.justPosted !== undefined)
    return undefined;
  const { activityId } = pressed;
  return originFromText(originToText({ conversation: conversation.id, activityId }))?.activityId;
}
