import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { commandNames } from '../../../../../src/texts/commands.de';
import { chatCommands, wholeCommands } from '../../../../../src/adapters/teams/chat/chat-commands';
import { maxTypingErrors, parseChatCommand } from '../../../../../src/adapters/teams/chat/parse-chat-command';
import { folded } from '../../../../../src/adapters/teams/chat/typed-signs';
import { ticketNumberIn } from '../../../../../src/adapters/teams/forms/ticket-number';
import { leadingTicket } from '../../../../../src/adapters/teams/chat/leading-ticket';

const whole: readonly string[] = wholeCommands;
const phrases = chatCommands
  .filter(({ id }) => whole.includes(id))
  .flatMap(({ id, title, aliases }) => [title, ...aliases].map((text) => ({ id, text: folded(text) })));

describe('chat commands', () => {
  it('has each command once in the table', () => {
    expect(chatCommands.map((command) => command.id)).toEqual(Object.keys(commandNames));
  });

  it.each([
    ['Störung melden', 'reportFault'],
    ['stoerung melden', 'reportFault'],
    ['storung melden', 'reportFault'],
    ['  STÖRUNG&nbsp;melden! ', 'reportFault'],
    ['Sto\u0308rung melden', 'reportFault'],
    ['störung meldne', 'reportFault'],
    ['meine tickets', 'myTickets'],
    ['Unsere Ticket', 'ourTickets'],
    ['offene Tickets', 'openTickets'],
    ['offene Ticket', 'openTickets'],
    ['Bugfixpakete', 'bugfixPackages'],
    ['bugfix pakete', 'bugfixPackages'],
    ['servicezeit', 'serviceHours'],
    ['Ansprechparnter', 'contacts'],
    ['hilfe?', 'help'],
    ['kenungen', 'ids'],
    ['übersicht', 'overview'],
    ['Uebersich', 'overview'],
    ['&Uuml;bersicht', 'overview'],
    ['St&#246;\u00adrung\u200b melden', 'reportFault'],
    ['Tagesübersicht', 'overview'],
    ['Tagesübersicht an', 'digestOn'],
    ['tagesuebersicht AUS.', 'digestOff'],
    ['Tagesübersich aus', 'digestOff'],
    ['Tagesübericht an', 'digestOn'],
  ])('understands "%s"', (text, command) => {
    expect(parseChatCommand(text)).toEqual({ command });
  });

  it.each([
    ['ticket 12', { sequence: 12 }],
    ['Tiket 12', { sequence: 12 }],
    ['SP-2026-0012', { year: 2026, sequence: 12 }],
    ['sp 2026 12', { year: 2026, sequence: 12 }],
    ['sp2026-0012', { year: 2026, sequence: 12 }],
    ['Ticket SP-2026-0012.', { year: 2026, sequence: 12 }],
    ['ticket nr. 7', { sequence: 7 }],
    ['SP/2026/0012', { year: 2026, sequence: 12 }],
    ['(SP_2026_0012)!', { year: 2026, sequence: 12 }],
    ['#SP.2026.0012', { year: 2026, sequence: 12 }],
    ['„SP-2026-0012“?', { year: 2026, sequence: 12 }],
    ['Ticket: Nr. SP-2026-0012', { year: 2026, sequence: 12 }],
    ['ticket 2026-0012', { year: 2026, sequence: 12 }],
    ['Ticket 2026', { sequence: 2026 }],
    ['ticket12', { sequence: 12 }],
    ['Ticket SP–2026—0012', { year: 2026, sequence: 12 }],
    ['SP\u20112026\u22120012', { year: 2026, sequence: 12 }],
    ['SP\u00ad2026\u00ad0012', { year: 2026, sequence: 12 }],
    ['SP&#8211;2026&ndash;0012', { year: 2026, sequence: 12 }],
    ['\u200bTi\u00adcket\u00a0SP-20\u200b26-00\u200d12\ufeff', { year: 2026, sequence: 12 }],
  ])('reads the number in "%s"', (text, number) => {
    expect(parseChatCommand(text)).toEqual({ command: 'ticket', ...number });
  });

  it.each([
    ['Kommentar Der Server läuft.', 'comment', 'Der Server läuft.'],
    ['kommentar:  zwei\nZeilen ', 'comment', 'zwei\nZeilen'],
    ['Kommentar', 'comment', ''],
    ['Kommentar an alle Es geht los.', 'commentToAll', 'Es geht los.'],
    ['Kommentar an&nbsp;alle: Es geht los.', 'commentToAll', 'Es geht los.'],
    ['Kommentar anders gesagt', 'comment', 'anders gesagt'],
    ['Kommentar an alles denken', 'comment', 'an alles denken'],
    ['Antwort Ja, seit gestern.', 'answer', 'Ja, seit gestern.'],
    ['Antwort an alle anderen auch', 'answer', 'an alle anderen auch'],
    ['Kommentar SP-2026-0001 fertig', 'comment', 'SP-2026-0001 fertig'],
    ['Kommentar a &lt; b &amp;amp; c', 'comment', 'a < b &amp; c'],
    ['Kommentar &#228;&ouml;&#xFC;&szlig; &#8211; &euro;', 'comment', 'äöüß – €'],
    ['Kommentar&nbsp;zwei&#160;W&#xA0;orte', 'comment', 'zwei W orte'],
    ['Kommentar &amp;#228; &amp;lt;b&amp;gt;', 'comment', '&#228; &lt;b&gt;'],
    ['Kommentar R&D, AT&T, ?a=1&copy=2', 'comment', 'R&D, AT&T, ?a=1&copy=2'],
    ['Kommentar 10\u00a0kV – 20\u200bkV', 'comment', '10\u00a0kV – 20\u200bkV'],
    ['Kommentar -5 °C', 'comment', '-5 °C'],
    ['Kommentar: −5 °C', 'comment', '−5 °C'],
    ['Kommentar .NET 8', 'comment', '.NET 8'],
    ['Kommentar --force', 'comment', '--force'],
    ['Kommentar +3 K', 'comment', '+3 K'],
    ['Kommentar … und „so“ weiter …', 'comment', '… und „so“ weiter …'],
    ['Kommentar "Fehler: 12".', 'comment', '"Fehler: 12".'],
    ['Kommentar - Index\n- Platte\n\n  und Ende.', 'comment', '- Index\n- Platte\n\n  und Ende.'],
    ['Kommentar\n– Index', 'comment', '– Index'],
    ['Kommentar an alle --force', 'commentToAll', '--force'],
    ['Antwort -12', 'answer', '-12'],
    ['\u200b Antwort\u200b ja', 'answer', 'ja'],
    ['Antwort :-)', 'answer', ':-)'],
    ['Antwort an alle: ja', 'answer', 'an alle: ja'],
    ['Kommentar:fertig', 'comment', 'fertig'],
    ['Kommentar, fertig', 'comment', 'fertig'],
    ['Kommentar– fertig', 'comment', 'fertig'],
    ['Kommentar-5 °C', 'comment', '-5 °C'],
    [`Kommentar ${'x'.repeat(5_000)}`, 'comment', 'x'.repeat(5_000)],
  ])('keeps what is said in "%s"', (text, command, said) => {
    expect(parseChatCommand(text)).toEqual({ command, text: said });
  });

  it.each([
    ['SP-2026-0012 fertig', { year: 2026, sequence: 12 }, 'fertig'],
    ['sp 2026 12: fertig\nund gut', { year: 2026, sequence: 12 }, 'fertig\nund gut'],
    ['Ticket SP-12 fertig', { sequence: 12 }, 'fertig'],
    ['SP-2026-0012', { year: 2026, sequence: 12 }, ''],
    ['SP–2026–0012 am Dach – hinten', { year: 2026, sequence: 12 }, 'am Dach – hinten'],
    ['SP\u20102026\u20110012: fertig', { year: 2026, sequence: 12 }, 'fertig'],
    ['Ticket\u00a0SP − 2026 — 12 fertig', { year: 2026, sequence: 12 }, 'fertig'],
    [
      '\u200bSP-\u200b2026-\ufeff00\u200b12\u200b fertig\u200b.',
      { year: 2026, sequence: 12 },
      'fertig\u200b.',
    ],
    ['S\u00adP\u00ad2026\u00ad0012 fertig', { year: 2026, sequence: 12 }, 'fertig'],
    ['SP-2026-0012 -5 °C', { year: 2026, sequence: 12 }, '-5 °C'],
    ['SP-2026-0012: -5 °C', { year: 2026, sequence: 12 }, '-5 °C'],
    ['SP-2026-0012 .NET 8', { year: 2026, sequence: 12 }, '.NET 8'],
    ['SP-2026-0012 --force', { year: 2026, sequence: 12 }, '--force'],
    ['SP-2026-0012, fertig.', { year: 2026, sequence: 12 }, 'fertig.'],
    ['SP-2026-0012 - eins\n- zwei', { year: 2026, sequence: 12 }, '- eins\n- zwei'],
    ['Ticket 1 20 Uhr', { sequence: 1 }, '20 Uhr'],
    ['Ticket Nummer 1: „so“', { sequence: 1 }, '„so“'],
  ])('finds the ticket that "%s" begins with', (text, ticket, rest) => {
    expect(leadingTicket(text)).toEqual({ ticket, rest });
  });

  it.each([
    'SP/2026/0012',
    'SP_2026_0012',
    'SP.2026.0012',
    '#SP-2026-0012',
    '(SP-2026-0012)',
    '„SP-2026-0012“',
    '**SP-2026-0012**',
    'Ticket: SP-2026-0012',
    'Ticket Nr. SP-2026-0012',
    'Ticket „SP-2026-0012“',
    'Ticket #2026-12',
    'Tiket 2026-12',
  ])('finds the ticket in "%s" alone and in front of a text', (written) => {
    const ticket = { year: 2026, sequence: 12 };
    expect(parseChatCommand(written)).toEqual({ command: 'ticket', ...ticket });
    expect(leadingTicket(`${written} (5 °C) * x`)).toEqual({ ticket, rest: '(5 °C) * x' });
    expect(ticketNumberIn(written)).toBe('SP-2026-0012');
  });

  it.each([
    'fertig',
    'zu SP-2026-0012',
    'Spannung 12',
    '12 fertig',
    '',
    'Ticket fertig',
    'SP-0',
    '(SP-1 fertig)',
    'Nr. 12',
  ])('finds none in "%s"', (text) => {
    expect(leadingTicket(text)).toBeUndefined();
  });

  it.each(['Kommentare', 'Kommentar-Funktion fehlt', 'Antworten bitte', 'Mein Kommentar dazu'])(
    'takes "%s" for no text',
    (text) => {
      expect(parseChatCommand(text)).toBeUndefined();
    },
  );

  it.each(['', '   ', '12', 'ticket 0', 'guten Morgen', 'was ist mit ticket 12 und 13', 'x'.repeat(5_000)])(
    'leaves "%s" to the help card',
    (text) => {
      expect(parseChatCommand(text)).toBeUndefined();
    },
  );

  it('keeps different commands so far apart that no text is near two of them', () => {
    for (const a of phrases) {
      for (const b of phrases) {
        if (a.id === b.id) continue;
        expect(distance(a.text, b.text)).toBeGreaterThan(maxTypingErrors(a.text) + maxTypingErrors(b.text));
      }
    }
  });

  it('given one or two wrong letters in "an" or "aus", then nothing is switched, least of all the other way', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz ');
    const edit = fc.record({
      at: fc.nat(30),
      letter: fc.oneof(letters, fc.constant('')),
      keeps: fc.boolean(),
    });
    const edited = fc.record({ way: fc.constantFrom('an', 'aus'), edits: fc.array(edit, { maxLength: 2 }) });
    fc.assert(
      fc.property(edited, ({ way, edits }) => {
        const text = edits.reduce((said, { at, letter, keeps }) => {
          const place = at % said.length;
          return said.slice(0, place) + letter + said.slice(keeps ? place : place + 1);
        }, `Tagesübersicht ${way}`);
        const other = way === 'an' ? 'digestOff' : 'digestOn';
        const last = folded(text).split(' ').at(-1);
        const request = parseChatCommand(text)?.command;
        // Whoever wrote the other word out meant it.
        if (last !== (way === 'an' ? 'aus' : 'an')) expect(request).not.toBe(other);
        if (last !== way) expect(request).not.toBe(way === 'an' ? 'digestOn' : 'digestOff');
      }),
      { numRuns: 2_000 },
    );
  });

  it('understands every command with as many wrong letters as are allowed', () => {
    const wrong = fc.constantFrom(...phrases).chain((phrase) =>
      fc
        .array(fc.record({ at: fc.nat(), letter: fc.constantFrom(...'bcdfgjkwxyz') }), {
          maxLength: maxTypingErrors(phrase.text),
        })
        .map((edits) => ({
          id: phrase.id,
          text: edits.reduce((text, { at, letter }) => {
            const place = at % text.length;
            return text[place] === ' ' ? text : text.slice(0, place) + letter + text.slice(place + 1);
          }, phrase.text),
        }))
        // One letter makes a denial of it, or somebody else's, which says something else.
        .filter(({ text }) => !/^[kd]eine /.test(text)),
    );
    fc.assert(
      fc.property(wrong, ({ id, text }) => {
        expect(parseChatCommand(text)).toEqual({ command: id });
      }),
    );
  });

  it('reads every ticket number in every way of writing it', () => {
    const ways = fc.constantFrom(
      (year: number, padded: string) => `SP-${year}-${padded}`,
      (year: number, padded: string) => `sp ${year} ${Number(padded)}`,
      (year: number, padded: string) => `Ticket ${year}-${padded}`,
      (year: number, padded: string) => `ticket   SP-${year}-${padded} !`,
    );
    fc.assert(
      fc.property(
        ways,
        fc.integer({ min: 2020, max: 2099 }),
        fc.integer({ min: 1, max: 99_999 }),
        (write, year, sequence) => {
          const padded = String(sequence).padStart(4, '0');
          expect(parseChatCommand(write(year, padded))).toEqual({ command: 'ticket', year, sequence });
        },
      ),
    );
  });

  it('reads a text of nothing but gaps in time that grows with its length', () => {
    for (const sign of ['\ufeff', '\u200b', ' ', '-']) {
      expect(parseChatCommand(`${sign.repeat(20_000)}x`)).toBeUndefined();
      expect(leadingTicket(`SP${sign.repeat(20_000)}x`)).toBeUndefined();
    }
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseChatCommand(text);
      }),
    );
  });
});
