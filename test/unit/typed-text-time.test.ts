import type { Activity } from 'botbuilder';
import { ticketNumberIn } from '../../src/adapters/teams/forms/ticket-number';
import {
  isBlank,
  textProblem,
  withLineFeeds,
  withoutUnwanted,
} from '../../src/adapters/teams/forms/text-checks';
import { proposePlanForm } from '../../src/adapters/teams/forms/propose-plan-form';
import { readSubmission } from '../../src/adapters/teams/forms/read-submission';
import { shortened, typedLine } from '../../src/adapters/teams/cards/typed-text';
import { addressedTicket, leadingTicket, wholeTicket } from '../../src/adapters/teams/chat/leading-ticket';
import { parseChatCommand, parseTyped, spokenText } from '../../src/adapters/teams/chat/parse-chat-command';
import { folded, withoutEntities } from '../../src/adapters/teams/chat/typed-signs';
import { conversationOf } from '../../src/adapters/teams/inbound/conversation';
import { readRequest } from '../../src/adapters/teams/inbound/read-request';
import { originFromText } from '../../src/app/origin';
import { parseIsoInstant } from '../../src/cli/iso-instant';
import { previewOf } from '../../src/simulator/host/preview';
import { shownMarkdown } from '../../src/simulator/people/shown-text';
import { sentenceSummary } from '../../src/texts/summaries.de';
import { assigned } from '../support/given';
import { contextOf } from './adapters/teams/forms/form-support';

const activity = (type: string, fields: object) =>
  readRequest({ type, recipient: { id: '28:bot', name: 'Bot' }, ...fields } as unknown as Activity);
const mention = (text: string) => ({ type: 'mention', text, mentioned: { id: '29:x' } });

/** Everything that takes a text which somebody typed or forged. */
const takers: Readonly<Record<string, (text: string) => unknown>> = {
  'a message': (text) => activity('message', { text }),
  'an edit': (text) => activity('messageUpdate', { text }),
  'a mention': (text) => activity('message', { text: 'Hilfe', entities: [mention(text)] }),
  'many mentions': (text) =>
    activity('message', { text: 'Hilfe', entities: Array.from(text.slice(0, text.length / 50), mention) }),
  'a conversation': (id) => conversationOf({ conversation: { id }, serviceUrl: '' } as unknown as Activity),
  folded,
  withoutEntities,
  leadingTicket,
  addressedTicket,
  wholeTicket,
  parseChatCommand,
  parseTyped,
  spokenText,
  ticketNumberIn,
  withLineFeeds,
  isBlank,
  withoutUnwanted,
  textProblem: (text) => textProblem(text, 100, true),
  'a form': (text) => {
    const context = contextOf('maintainer', '2026-06-10T12:00', assigned());
    return readSubmission(proposePlanForm, context, {
      cause: text,
      affectedVersions: text,
      targetDate: text,
    });
  },
  shortened: (text) => shortened(text, 150),
  typedLine: (text) => typedLine('Text', text, 100),
  sentenceSummary,
  originFromText,
  parseIsoInstant,
  previewOf: (text) => previewOf({ text }),
  shownMarkdown,
};

const starts = ['', 'Kommentar ', 'Ticket ', '<quoted ', '2026-06-10T'];
const pieces = [
  ...['<at', '<at>', '<at>a', '</at>', 'a<at>b</at>', '<quoted', '<quoted "', "<quoted '", '<quoted>'],
  ...['</quoted', '<quoted/>a', '<quoted a="b"', '<p ', '<br>', '<', '>', '"', '" ', ' ', '\n', '\u200b'],
  ...[
    '\u00ad',
    '\ufdd0',
    'a',
    '1',
    '00T',
    '-',
    '.',
    ':',
    ';',
    ',',
    '(',
    '„',
    '`',
    '[',
    '[](',
    '*',
    '**a',
    '__a',
  ],
  ...[
    '&',
    '&#',
    '&amp;',
    '&nbsp',
    'ticket ',
    'sp ',
    'SP-',
    'kommentar ',
    'ae',
    'e\u0301',
    ';messageid=',
    '|',
  ],
];
/** What takes too long at the first length is asked again at the others: only what grows too fast is slow at all of them. */
const lengths = [12_000, 24_000, 48_000];
/** What takes less is not told apart from nothing; milliseconds. */
const floor = 0.5;

function time(take: (text: string) => unknown, text: string): number {
  const began = performance.now();
  take(text);
  return performance.now() - began;
}

/** The best of several: whatever else the machine does only makes a run longer. */
function isLinear(take: (text: string) => unknown, text: string, double: string): boolean {
  let [single, twice] = [Infinity, Infinity];
  for (let round = 0; round < 25; round += 1) {
    single = Math.min(single, time(take, text));
    twice = Math.min(twice, time(take, double));
    if (round >= 1 && twice <= 2.5 * Math.max(single, floor)) return true;
  }
  return false;
}

describe('a text that was typed to take long', () => {
  test.each(Object.keys(takers))(
    'given %s of double length, when it is read, then at most 2.5 times as long',
    (name) => {
      const take = takers[name] ?? (() => undefined);
      const slow = starts.flatMap((start) =>
        pieces.filter((piece) => {
          const textOf = (length: number) => start + piece.repeat(Math.ceil(length / piece.length));
          return lengths.every((length) => !isLinear(take, textOf(length), textOf(2 * length)));
        }),
      );
      expect(slow).toEqual([]);
    },
  );
});
