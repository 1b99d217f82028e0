import type { AnswerLater } from '../../../app/messages/effect';
import { personById } from '../../../domain/organisation/find';
import type { ChatRequest } from '../chat/parse-chat-command';
import type { AnswerToPost } from '../sender/post-answer';
import { conversationNamed } from './conversation';
import { activityFor } from './deliver-answer';
import type { Asking } from './read-request';
import type { Answer, BotDeps, Turn } from './turn';
import { standsIn } from './turn-of';

/** Makes an answer that Teams did not take at once; undefined where nobody is there, or is to read, any more. */
export async function makeLateAnswer(
  { directory }: Pick<BotDeps, 'directory'>,
  { asked, sentence, conversation: named, person: id }: AnswerLater,
  act: (turn: Turn, request: Asking) => Promise<Answer>,
): Promise<AnswerToPost | undefined> {
  const installation = directory.installation();
  const conversation = conversationNamed(named, installation);
  if (conversation.kind === 'unknown') return undefined;
  if (sentence !== undefined)
    return { activity: activityFor({ kind: 'outcome', text: sentence }, 'message'), typedOf: [] };
  const person = personById(installation, id);
  if (person === undefined || asked === undefined) return undefined;
  const turn = standsIn(installation, conversation, person);
  const said = JSON.parse(asked) as ChatRequest;
  const answer = await act(turn, { kind: 'said', surface: 'message', said });
  return { activity: activityFor(answer, 'message'), typedOf: [...turn.typedOf] };
}
