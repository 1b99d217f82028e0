import type { Activity, TurnContext } from 'botbuilder';
import type { AnswerLater } from '../../../app/messages/effect';
import { defined } from '../../../defined';
import { type Lane, laneKey, lanesOf } from '../../../app/messages/lane';
import type { Place } from '../../../domain/organisation/place';
import type { ChatRequest } from '../chat/parse-chat-command';
import { inItsTime } from '../sender/in-its-time';
import { commandIdOf } from './command-id';
import { wasAskedPrivately } from '../sdk/targeted';
import { isForAskerOnly } from './for-asker-only';
import type { BotRequest } from './read-request';
import type { Answer, BotDeps, Turn } from './turn';

/**
 * Teams waits some 15 s for what becomes of a message and takes it for lost then; the second try may itself take as long
 * as a request may. Milliseconds.
 */
const patience = 4_000;

/**
 * Answers a message at once, if need be in a second try; resolves to the activity posted. Rejects with DeliveryFailure
 * where Teams does not take it. What is for the asker only is seen by others where Teams takes it in no other way.
 */
export async function say(
  { clock, sayPrivately }: Pick<BotDeps, 'clock' | 'sayPrivately'>,
  context: TurnContext,
  activity: Partial<Activity>,
  forAskerOnly = false,
): Promise<string | undefined> {
  const asked = context.activity;
  const publicly = () => context.sendActivity(activity);
  const privately = () => sayPrivately(asked, activity, wasAskedPrivately(asked) ? undefined : publicly);
  const posted = await inItsTime({ clock, patience, tries: 2 }, forAskerOnly ? privately : publicly);
  return posted?.id;
}

/** Puts an answer that Teams does not take now into the outbox; false for one that only the message itself can lead to. */
export async function sayLater(
  deps: Pick<BotDeps, 'directory' | 'answerLater'>,
  turn: Turn,
  activity: Activity,
  request: BotRequest,
  answer: Answer,
): Promise<boolean> {
  const again = againFrom(request, answer);
  const at = placeAndLane(deps, turn);
  if (again === undefined || at === undefined) return false;
  const { person, activityId = '' } = turn;
  const { conversation } = activity;
  const forAskerOnly = isForAskerOnly(activity, turn.conversation, answer);
  const id = commandIdOf('answer', conversation.id, activityId, person.id, JSON.stringify(again));
  const { place, lane } = at;
  const effect = {
    kind: 'answer',
    place,
    person: person.id,
    conversation: conversation.id,
    ...again,
    ...(forAskerOnly && { onlyFor: activity.from.id }),
  } as const;
  await deps.answerLater(id, lane, effect);
  return true;
}

/** What only asks is asked again when it can be answered; a sentence says the same later. Nothing typed is kept. */
function againFrom(request: BotRequest, answer: Answer): Pick<AnswerLater, 'asked' | 'sentence'> | undefined {
  if (answer.kind === 'outcome') return answer.card === undefined ? { sentence: answer.text } : undefined;
  if (request.kind !== 'said') return undefined;
  const said = withoutDescription(request.said ?? { command: 'help' });
  return 'text' in said || said.command === 'ids' ? undefined : { asked: JSON.stringify(said) };
}

/** The form is offered all the same; what sounded like a fault stands in the chat. */
function withoutDescription(said: ChatRequest): ChatRequest {
  if (said.command === 'notUnderstood') return { command: said.command, near: said.near };
  return said.command === 'faultText'
    ? { command: 'reportFault', ...defined({ module: said.module }) }
    : said;
}

/** The place that is answered and how it is reached; undefined where none is. */
export function placeAndLane(
  { directory }: Pick<BotDeps, 'directory'>,
  { person, places, conversation, laneKey: here }: Turn,
): { readonly place: Place; readonly lane: Lane } | undefined {
  if (conversation.kind === 'personal') {
    const place = { kind: 'organisation', organisation: person.organisation } as const;
    return { place, lane: { kind: 'person', person: person.id } };
  }
  const found = places.flatMap((place) =>
    lanesOf(directory.installation(), place).map((lane) => ({ place, lane })),
  );
  return found.find(({ lane }) => laneKey(lane) === here);
}
