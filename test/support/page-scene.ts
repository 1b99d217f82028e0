import type {
  AdaptiveCardJson,
  ConversationView,
  MemberView,
  MessageView,
  Overview,
  PersonSummary,
  TextPart,
} from '../../src/simulator/page-api';
import type { PageScene } from './page-host';

/** Fr 12.06.2026, 14:00 Uhr. */
export const sceneNow = Date.UTC(2026, 5, 12, 12);
export const bot: MemberView = { name: 'Software-Pflege', isBot: true };
export const channelId = '19:dispatch@thread.tacv2';
export const chatId = 'a:chat';

const people: PersonSummary[] = [
  person('dispatcher-1', 'Dispatcher Eins', 'openKONSEQUENZ', ['Dispatcher'], 3, 1),
  person('operator-1', 'Betreiberin Eins', 'Netz Nord GmbH', ['Betreiber'], 1, 0),
  person('stranger', 'Fremde Person', 'Unbekannt AG', [], 0, 0),
];

function person(
  key: string,
  name: string,
  organisation: string,
  roles: string[],
  unread: number,
  mentions: number,
): PersonSummary {
  const description = 'Sieht, was im Kanal der eigenen Organisation steht.';
  return { key, name, organisation, roles, tenant: organisation, description, unread, mentions };
}

/** An overview in which everything the page can show is there. */
export function sceneOverview(): Overview {
  return {
    bot: { id: '28:bot', name: bot.name },
    now: sceneNow,
    clockMoved: 3 * 3_600_000,
    clockMoves: [
      { move: 'hour', to: sceneNow + 3_600_000 },
      { move: 'nextOpening', to: sceneNow + 64 * 3_600_000 },
      { move: 'nextDeadline', reason: 'Es läuft keine Frist.' },
      { move: 'real', to: sceneNow - 3 * 3_600_000 },
    ],
    people,
    firstSteps: [1, 2, 3, 4, 5].map((number) => ({
      number,
      text: `Schritt ${number}: Melden Sie eine Störung als Betreiberin Eins.`,
      person: 'operator-1',
      conversationId: channelId,
      done: number === 1,
    })),
    commands: [
      { text: 'Hilfe', description: 'Zeigt die Befehle', scopes: ['personal', 'team'] },
      { text: 'Störung melden', description: 'Öffnet das Formular', scopes: ['personal', 'team'] },
      { text: 'Ticket', description: 'Zeigt ein Ticket', scopes: ['personal'], argument: 'Nummer' },
    ],
    misbehaviour: {
      throttle: true,
      delayMs: 500,
      fail: { status: 503, times: 3 },
      loseAnswers: { times: 1 },
    },
    sampleData: { state: 'running', done: 12, total: 80 },
  };
}

export function message(id: string, fields: Partial<MessageView>): MessageView {
  return {
    id,
    author: bot,
    at: sceneNow - 600_000 + Number(id) * 1_000,
    deleted: false,
    text: [],
    unread: false,
    mentionsViewer: false,
    onlyForViewer: false,
    reactions: [],
    ...fields,
  };
}

export function withCard(id: string, card: AdaptiveCardJson, version = 'v1'): MessageView {
  return message(id, { card, cardVersion: `${id} ${version}` });
}

/** A channel with a thread for each card, and a private chat with a few messages. */
export function sceneWith(cards: readonly AdaptiveCardJson[]): PageScene {
  const text: TextPart[] = [
    { kind: 'mention', text: 'Dispatcher Eins', viewer: true },
    { kind: 'text', text: ': bitte prüfen\n<b>kein Fettdruck</b> ' },
    { kind: 'link', text: 'zur Meldung', url: linkTo('1') },
  ];
  const channel: ConversationView = {
    summary: summary(channelId, 'Dispatch', 'channel'),
    members: [bot, ...people.map(({ key, name }) => ({ key, name, isBot: false }))],
    threads: [
      {
        rootId: '1',
        messages: [
          message('1', {
            author: { key: 'operator-1', name: 'Betreiberin Eins', isBot: false },
            text: [{ kind: 'text', text: 'Guten Tag' }],
            editedAt: sceneNow,
          }),
          message('2', { text, mentionsViewer: true, unread: true }),
          message('3', { deleted: true }),
        ],
      },
      ...cards.map((card, index) => ({
        rootId: String(10 + index),
        messages: [withCard(String(10 + index), card)],
      })),
    ],
    earlierThreads: 0,
  };
  const chat: ConversationView = {
    summary: summary(chatId, bot.name, 'personal'),
    members: [bot, { key: 'dispatcher-1', name: 'Dispatcher Eins', isBot: false }],
    threads: [{ messages: [message('1', { text: [{ kind: 'text', text: 'Guten Tag' }] })] }],
    earlierThreads: 0,
  };
  return {
    overview: sceneOverview(),
    conversations: new Map([
      [channelId, channel],
      [chatId, chat],
    ]),
    act: () => ({ kind: 'sent' }),
    submit: () => ({ kind: 'closed' }),
  };
}

export function linkTo(messageId: string): string {
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channelId)}/${messageId}?tenantId=t&groupId=g`;
}

function summary(id: string, name: string, kind: 'channel' | 'personal'): ConversationView['summary'] {
  return {
    id,
    kind,
    name,
    ...(kind === 'channel' && { team: 'Software-Pflege (Team)' }),
    tenant: 'openKONSEQUENZ',
    shared: kind === 'channel',
    unread: kind === 'channel' ? 2 : 0,
    mentions: kind === 'channel' ? 1 : 0,
    lastAt: sceneNow,
    members: kind === 'channel' ? 4 : 2,
    canWrite: true,
  };
}
