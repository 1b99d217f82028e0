import fc from 'fast-check';
import * as levenshtein from 'fastest-levenshtein';
import type { ChatRequest } from '../../../../../src/adapters/teams/chat/parse-chat-command';
import { meaningOf, wordsOf } from '../../../../../src/adapters/teams/chat/meaning';
import { understand, understandButton } from '../../../../../src/adapters/teams/chat/understand';
import { folded } from '../../../../../src/adapters/teams/chat/typed-signs';
import { phrases } from '../../../../../src/texts/phrases.de';
import { fillers, sameMeaning } from '../../../../../src/texts/word-meanings.de';
import { narrowedListText, reportOnText } from '../../../../../src/texts/commands.de';
import { modulesOfTable, written } from './phrases.table';

jest.mock('fastest-levenshtein', () => {
  const real = jest.requireActual<typeof levenshtein>('fastest-levenshtein');
  return { ...real, distance: jest.fn(real.distance) };
});

const modules = modulesOfTable;

/** In the words of the table. */
function meant(request: ChatRequest | undefined): string {
  if (request === undefined) return 'nothing';
  switch (request.command) {
    case 'ticket':
      return `ticket ${request.year === undefined ? '' : `${request.year}-`}${request.sequence}`;
    case 'openTickets': {
      const { faultClass, state, module, overdue, waiting } = request.filter ?? {};
      const only = [overdue && 'overdue', waiting && 'waiting'];
      return ['openTickets', faultClass, state, module, ...only].filter(Boolean).join(' ');
    }
    case 'reportFault':
    case 'faultText':
      return [request.command, request.module].filter(Boolean).join(' ');
    default:
      return request.command;
  }
}

describe('what people write', () => {
  it.each(written)('given "$phrase", then it means $means, and offers $offers', (each) => {
    const request = understand(each.phrase, modules);
    expect(meant(request)).toBe(each.means);
    const near = request?.command === 'notUnderstood' ? request.near.map(meant) : [];
    expect(near).toEqual(expect.arrayContaining([...each.offers]));
  });

  it('given the table, then it has what it promises', () => {
    expect(new Set(written.map(({ phrase }) => phrase)).size).toBe(written.length);
    expect(written.length).toBeGreaterThanOrEqual(150);
    expect(written.filter(({ means }) => means === 'notUnderstood').length).toBeGreaterThanOrEqual(30);
  });

  it('given a fault in a text, then the whole of it is the description, as it was typed', () => {
    expect(understand('  Das Betriebstagebuch stürzt ab.\n**Immer** um {{TIME(1)}} <b>!\n', modules)).toEqual(
      {
        command: 'faultText',
        description: 'Das Betriebstagebuch stürzt ab.\n**Immer** um {{TIME(1)}} <b>!',
        module: 'Betriebstagebuch',
      },
    );
  });

  it('given more than a description may hold, then nothing of it is taken', () => {
    const text = `Das Betriebstagebuch stürzt ab. ${'x '.repeat(1_600)}`;
    expect(understand(text, modules)).toEqual({ command: 'faultText', module: 'Betriebstagebuch' });
  });

  it('given two modules, then none is chosen', () => {
    expect(understand('Kaskade und Betriebstagebuch stürzen ab', modules)).toEqual({
      command: 'faultText',
      description: 'Kaskade und Betriebstagebuch stürzen ab',
    });
  });
});

describe('the list of phrases', () => {
  const all = Object.entries(phrases).flatMap(([wish, texts]) => texts.map((text) => ({ wish, text })));

  it('given any two wishes, then no phrase of one means the other', () => {
    const key = (text: string) => JSON.stringify([...meaningOf(wordsOf(text)).words].sort());
    for (const one of all) {
      const same = all.filter(({ text, wish }) => wish !== one.wish && key(text) === key(one.text));
      expect({ ...one, same }).toEqual({ ...one, same: [] });
    }
  });

  it('given a word with several meanings, then none of them only fills a sentence', () => {
    const meanings = sameMeaning.flatMap((group) => group.map((word) => [folded(word), group[0]] as const));
    const twice = meanings.filter(([word, first]) =>
      meanings.some(([other, its]) => other === word && its !== first),
    );
    expect(twice).toEqual([]);
    // English that is spelled like German: what it would mean there is left out of the fillers.
    const both = meanings.filter(([word]) => fillers.map(folded).includes(word)).map(([word]) => word);
    expect(both.sort()).toEqual(['alle', 'am', 'do']);
  });

  it('given a phrase in any letters, with politeness around it, then it means the same', () => {
    const before = ['', 'Bitte ', 'hallo, ', 'Moin! ', 'Kannst du mir bitte ', 'Ich möchte ', '  ', '@', '„'];
    const behind = ['', '!', ' bitte', ', danke', ' 🙏', '???', '  ', ' bitte einmal', '“'];
    const cases = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => text.toUpperCase(),
      (text: string) => text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'),
      (text: string) => text.normalize('NFD'),
    );
    // What switches something has to be typed as it is.
    const said = all.filter(({ wish }) => !wish.startsWith('digest'));
    fc.assert(
      fc.property(
        fc.constantFrom(...said),
        fc.constantFrom(...before),
        fc.constantFrom(...behind),
        cases,
        ({ text, wish }, start, end, write) => {
          // Who asks whether there is a fault gets no form.
          fc.pre(wish !== 'reportFault' || end !== '???');
          expect(meant(understand(`${start}${write(text)}${end}`, modules))).toBe(
            meant(understand(text, modules)),
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('given what a button says, then it is understood as what was offered', () => {
    for (const module of [undefined, ...modules.map(({ name }) => name)]) {
      for (const state of [
        undefined,
        'requested',
        'accepted',
        'returned',
        'inProgress',
        'fixed',
        'inTest',
      ] as const) {
        for (const faultClass of [undefined, 1, 4] as const) {
          const text = narrowedListText({ faultClass, state, module });
          const expected = ['openTickets', faultClass, state, module].filter(Boolean).join(' ');
          expect(meant(understandButton(text, modules))).toBe(expected);
          for (const only of ['overdue', 'waiting'] as const) {
            const narrowed = narrowedListText({ faultClass, state, module, [only]: true });
            expect(meant(understandButton(narrowed, modules))).toBe(`${expected} ${only}`);
          }
        }
      }
      expect(meant(understandButton(reportOnText(module), modules))).toBe(
        ['reportFault', module].filter(Boolean).join(' '),
      );
    }
  });

  it('given a button with a text that nobody offered, then it is none of ours', () => {
    expect(understandButton('Das Betriebstagebuch stürzt ab', modules)).toBeUndefined();
    expect(understandButton('Wie wird das Wetter?', modules)).toBeUndefined();
  });
});

describe('what changes something', () => {
  it('given one wrong letter or more words, then it is never done', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz ');
    const words = fc.constantFrom(
      'Tagesübersicht an',
      'Tagesübersicht aus',
      'Kommentar fertig',
      'Antwort ja',
    );
    const surroundings = fc.constantFrom('bitte ', 'kannst du ', 'ich möchte ');
    fc.assert(
      fc.property(words, surroundings, fc.nat(6), letters, (text, start, at, letter) => {
        const wrong = text.slice(0, at) + letter + text.slice(at + 1);
        const changing = ['digestOn', 'digestOff', 'comment', 'commentToAll', 'answer'];
        expect(changing).not.toContain(understand(start + text, modules)?.command);
        // Wrong letters in "Tagesübersicht" are taken as ever: "an" and "aus" say which way (docs/decisions/cards.md).
        if (wrong !== text && !text.startsWith('Tages') && /^\p{L}+$/u.test(wrong.split(' ')[0] ?? '')) {
          const said = understand(wrong, modules);
          if (wrong.split(' ')[0]?.toLowerCase() !== text.split(' ')[0]?.toLowerCase())
            expect(changing).not.toContain(said?.command);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a text of any length and script', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        understand(text, modules);
      }),
    );
  });

  it('given ever more of it, then no more words are compared than for a short one', () => {
    const counted = jest.mocked(levenshtein.distance);
    const comparisons = (text: string) => {
      counted.mockClear();
      understand(text, modules);
      return counted.mock.calls.length;
    };
    const pieces = [
      'betriebstagbuhc ',
      'offne tikets ',
      'klasse 1 ',
      'sp 2026 ',
      'abgstürzt ',
      'x',
      'ä ',
      'ticket ',
    ];
    for (const piece of pieces) {
      const some = comparisons(piece.repeat(1_000));
      expect(comparisons(piece.repeat(20_000))).toBe(some);
      expect(some).toBeLessThan(40_000);
    }
  });
});
