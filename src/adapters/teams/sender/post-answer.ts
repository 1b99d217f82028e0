import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { AnswerLater } from '../../../app/messages/effect';
import type { Clock } from '../../../app/ports/clock';
import type { PostedAnswer } from '../../../app/ports/messenger';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { withoutThread } from '../sdk/thread-id';
import { delivering } from './delivery-failures';
import type { PrivateAnswers } from './private-answers';

/** An answer still to be posted, and the tickets whose typed texts it shows. */
export interface AnswerToPost {
  readonly activity: Partial<Activity>;
  readonly typedOf: readonly TicketNumber[];
}

/** Says what could not be said at once, to whoever asked alone where it was meant for nobody else. */
export async function postAnswer(
  { clock, privateAnswers }: { readonly clock: Clock; readonly privateAnswers: PrivateAnswers },
  client: ConnectorClient,
  { conversation, onlyFor }: AnswerLater,
  { activity, typedOf }: AnswerToPost,
): Promise<PostedAnswer> {
  const publicly = () =>
    delivering(clock, () => client.conversations.sendToConversation(conversation, activity as Activity));
  const posted = await (onlyFor === undefined
    ? publicly()
    : privateAnswers.post({ client, conversation, recipient: { id: onlyFor }, activity, publicly }));
  return { conversation: withoutThread(conversation), activityId: posted?.id ?? '', typedOf };
}
