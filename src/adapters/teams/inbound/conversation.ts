import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { defined } from '../../../defined';

/** Where an activity came from. */
export interface Conversation {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** Without thread: all threads of a channel are one conversation. */
  readonly id: string;
  /** The activity that the thread began with; undefined outside a channel's threads. */
  readonly thread?: string;
  /** The tenant that hosts it; the people in it may be of others. */
  readonly tenant: string | undefined;
  readonly serviceUrl: string;
  /** The team's group id, in channels. */
  readonly team: string | undefined;
}

const channelDataShape = z.object({
  tenant: z.object({ id: z.string().optional() }).optional(),
  team: z.object({ aadGroupId: z.string().optional() }).optional(),
});

/** Reads the conversation of an activity whose token was checked. */
export function conversationOf(activity: Activity): Conversation {
  const { conversation, serviceUrl } = activity;
  const reading = channelDataShape.safeParse(activity.channelData);
  const data = reading.success ? reading.data : undefined;
  const thread = threadIn(conversation.id);
  return {
    kind: kindOf(conversation.conversationType),
    id: withoutThread(conversation.id),
    ...defined({ thread }),
    tenant: conversation.tenantId ?? data?.tenant?.id,
    serviceUrl,
    team: data?.team?.aadGroupId,
  };
}

/** '19:…@thread.tacv2;messageid=…' names a thread of the channel before the semicolon. */
function withoutThread(conversation: string): string {
  const [channel = conversation] = conversation.split(';');
  return channel;
}

function threadIn(conversation: string): string | undefined {
  return /;messageid=([^;]+)/.exec(conversation)?.[1];
}

function kindOf(type: string | undefined): Conversation['kind'] {
  return type === 'channel' || type === 'groupChat' ? type : 'personal';
}
