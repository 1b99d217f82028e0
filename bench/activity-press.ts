import { randomUUID } from 'node:crypto';

/** A ticket that waits to be accepted. */
export interface WaitingTicket {
  readonly number: string;
  readonly version: number;
}

/** The sample organisation's dispatch channel and one of its dispatchers. */
export const dispatcher = {
  teamsId: '29:dispatcher-1',
  tenant: 'c0000000-0000-4000-8000-000000000001',
  objectId: 'c0000000-0000-4000-8000-000000000d01',
};
export const dispatchChannel = '19:dispatch@thread.tacv2';
const team = 'c0000000-0000-4000-8000-0000000000a1';

/** The activity of the ticket's card in the dispatch channel. */
export function cardOf(number: string): string {
  return `card-${number}`;
}

/** What Teams posts when a dispatcher submits the form "Akzeptieren" on the card: one new command. */
export function acceptPress({ number, version }: WaitingTicket, serviceUrl: string): string {
  return JSON.stringify({
    ...fromDispatcher(serviceUrl, `${dispatchChannel};messageid=${cardOf(number)}`),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: cardOf(number),
    value: {
      action: {
        type: 'Action.Execute',
        title: 'Akzeptieren',
        verb: 'submit',
        data: {
          do: 'submit',
          form: 'accept',
          page: 'fill',
          nonce: randomUUID(),
          ticket: number,
          version,
          faultClass: '2',
          classReason: '',
          priority: 'medium',
        },
      },
      trigger: 'manual',
    },
  });
}

/** What Teams posts when a dispatcher types this to the bot in the dispatch channel. */
export function typedMessage(text: string, serviceUrl: string): string {
  return JSON.stringify({
    ...fromDispatcher(serviceUrl, dispatchChannel),
    type: 'message',
    text: `<at>Software-Pflege</at> ${text}`,
    textFormat: 'plain',
    entities: [
      { type: 'mention', text: '<at>Software-Pflege</at>', mentioned: { id: bot.id, name: bot.name } },
    ],
  });
}

const bot = { id: '28:local', name: 'Software-Pflege' };

function fromDispatcher(serviceUrl: string, conversation: string): object {
  return {
    id: `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: dispatcher.teamsId, name: 'Dispatcher Eins', aadObjectId: dispatcher.objectId },
    recipient: bot,
    conversation: {
      id: conversation,
      conversationType: 'channel',
      isGroup: true,
      tenantId: dispatcher.tenant,
    },
    channelData: {
      tenant: { id: dispatcher.tenant },
      team: { id: '19:general@thread.tacv2', aadGroupId: team },
      channel: { id: dispatchChannel },
    },
    locale: 'de-DE',
  };
}
