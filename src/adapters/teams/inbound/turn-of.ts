import type { Activity } from 'botbuilder';
import { channelKey, laneKey } from '../../../app/messages/lane';
import { defined } from '../../../defined';
import { placesOfConversation } from '../../../domain/organisation/find';
import type { Installation, Person } from '../../../domain/organisation/installation';
import type { Conversation } from './conversation';
import { asksInDialog } from './read-request';
import type { Turn } from './turn';

/** Who acts where; without what is known of the message or of the card that was pressed. */
export function standsIn(installation: Installation, conversation: Conversation, person: Person): Turn {
  const personal = conversation.kind === 'personal';
  const places = personal ? [] : placesOfConversation(installation, conversation.id);
  const reader = personal ? { person: person.id } : { places };
  const here = personal ? laneKey({ kind: 'person', person: person.id }) : channelKey(conversation.id);
  return {
    person,
    conversation,
    places,
    reader,
    laneKey: here,
    isReportCard: () => false,
    typedOf: new Set(),
  };
}

/** The same with the message or press that it is about. */
export function turnOfMessage(turn: Turn, activity: Activity): Turn {
  const { id, type } = activity;
  return {
    ...turn,
    ...defined({ activityId: id }),
    ...(asksInDialog(activity) && { inDialog: true as const }),
    ...(type === 'messageUpdate' && { isEdit: true as const }),
  };
}
