import { defined } from '../../src/defined';
import fc from 'fast-check';
import { CardScreen } from '../../src/simulator/people/card-screen';
import { unpackValues } from '../../src/adapters/teams/forms/held-values';
import type { Installation } from '../../src/domain/organisation/installation';
import { textLimits } from '../../src/domain/ticket/text-limits';
import { installation } from '../support/installation';
import { digestCards } from './digest-cards';
import { onboardingCards } from './onboarding-cards';
import { historyCards, openTicketsCards, releaseCards, reminderCards } from './told-cards';
import { asListEntry, linkTo } from './repair-stories';
import { partsOf, type PlacedString, stringsIn } from './card-parts';
import { commandCards, formCards, readingCards, type SampleCard, ticketCards } from './sample-cards';
import type { TextField, Typing } from './typing';

/** Each draws all cards, with another text in every field; `npm run test:deep` draws them a hundred times. */
const runs = { numRuns: Math.max(4, Number(process.env['PROPERTY_RUNS'] ?? 0) / 1_000) };
/** With a sign that packed values never have. */
const marker = 'Q§7';

/** What somebody could type to be read as something else than text. */
const fragments = [
  '**fett**', '_kursiv_', '# Titel', '- Punkt', '1. Punkt', '> Zitat', '`code`', '~~weg~~', '[Link](https://example.org)',
  '![Bild](https://example.org/x.png)', '<at>Alle</at>', '<at id="0">Channel</at>', '<b>fett</b>', '<script>x</script>',
  '<img src=x onerror=y>', '&lt;b&gt;', '&amp;', '${title}', '${$root.number}', '${1+1}', '$when', '$data', '{{DATE(2026-06-10T10:00:00Z)}}',
  '{{TIME(2026-06-10T10:00:00Z,SHORT)}}', '{{mentions}}', '{mentions}', '@Alle', 'https://example.org', '"', "'", '\\', '\\n', '\t', '🙂', 'ﷺ',
  '</TextRun>', '","type":"Action.OpenUrl"', '{"type":"AdaptiveCard"}', '__proto__', 'äöüß', '\u00a0', '|', '\u202f',
]; // prettier-ignore

/** Short enough for every field, with a marker at each end so that nothing of it can get lost unseen. */
const nastyText = fc
  .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 2 })
  .map((parts) => `${marker}${parts.join('')}${marker}`)
  .filter((text) => text.length <= 58);

const textFields = Object.keys(textLimits) as readonly TextField[];
const nastyTexts = fc.tuple(...textFields.map(() => nastyText)).map((texts) => [...new Set(texts)]);

function typing(texts: readonly string[]): Typing {
  return (field) => texts[textFields.indexOf(field) % texts.length] ?? '';
}

/** The one documented change: an invisible joiner keeps clients from putting a date there. */
function asShown(typed: string): string {
  return typed.replace(/\{(?=\{(?:DATE|TIME)\()/g, '{\u2060');
}

function conversationCards(type: Typing, organisation?: Installation): readonly SampleCard[] {
  const options = defined({ organisation });
  return [
    ...ticketCards(type, options),
    ...readingCards(type, options),
    ...historyCards(type, options),
    ...openTicketsCards(type, options),
    ...digestCards(type, options),
    ...reminderCards(type, options),
    ...releaseCards(type, options),
    ...formCards(type, options),
    ...onboardingCards(type),
  ];
}

/** Where a typed text may stand: in a run of rich text, in the input it was typed into, and packed in a button's data. */
function isMisplaced({ text, key, owner, inData }: PlacedString, typed: readonly string[]): boolean {
  if (!text.includes(marker)) return false;
  if (inData) return true;
  if (owner['type'] === 'TextRun' && key === 'text')
    return !typed.some((each) => text.includes(asShown(each)) || isBeginningOf(text, asShown(each)));
  const asTyped = typed.some((each) => text === each || text === linkTo(each));
  return !(owner['type'] === 'Input.Text' && key === 'value' && asTyped);
}

/** A list has room for the beginning of a title only. */
function isBeginningOf(text: string, typed: string): boolean {
  return text.endsWith('…') && typed.startsWith(text.slice(0, -1));
}

function misplaced(cards: readonly SampleCard[], typed: readonly string[]): readonly string[] {
  const expected = [...typed, ...typed.map(asListEntry)];
  return cards.flatMap(({ name, card }) =>
    stringsIn(card)
      .filter((placed) => isMisplaced(placed, expected))
      .map(({ key, text, owner }) => `${name}: ${String(owner['type'])}.${key} = ${text}`),
  );
}

describe('what people type', () => {
  test('given any text in every field, when every card is drawn, then it stands as typed and nowhere as markup', () => {
    fc.assert(
      fc.property(nastyTexts, (typed) => {
        expect(misplaced(conversationCards(typing(typed)), typed)).toEqual([]);
      }),
      runs,
    );
  });

  test('given any text, when people read the cards, then they read what was typed', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        const [first] = ticketCards(() => typed);
        expect(new CardScreen(first?.card ?? {}).text).toContain(asShown(typed));
      }),
      runs,
    );
  });

  test.each([
    ['reportFault', ['title', 'description', 'workaround']],
    ['proposePlan', ['cause', 'testApproach', 'risks']],
    ['releaseAndClose', ['testSteps', 'testResult', 'noticeText']],
  ] as const)(
    'given any text in the form %s, when its check page is shown, then the page carries it exactly as typed',
    (form, fields) => {
      fc.assert(
        fc.property(nastyText, (typed) => {
          const pages = formCards(() => typed, { form }).filter(({ name }) => name.includes('check page'));
          expect(pages.length).toBeGreaterThan(0);
          for (const { card } of pages) {
            const [send] = partsOf(card['actions']);
            const data = send?.['data'] as { readonly held?: string } | undefined;
            expect(unpackValues(data?.held ?? '')).toMatchObject(
              Object.fromEntries(fields.map((field) => [field, typed])),
            );
          }
        }),
        runs,
      );
    },
  );

  test.each([
    ['reportFault', 'title'],
    ['completeWork', 'changed'],
    ['failTest', 'defect'],
    ['comment', 'text'],
    ['completeSupport', 'answer'],
  ] as const)(
    'given any text in the form %s given back, when it is shown, then its inputs hold exactly what was typed',
    (form, field) => {
      fc.assert(
        fc.property(nastyText, (typed) => {
          const pages = formCards(() => typed, { form }).filter(({ name }) => name.includes('with errors'));
          const inputs = pages.flatMap(({ card }) => partsOf(card).filter((part) => part['id'] === field));
          expect(inputs.length).toBeGreaterThan(0);
          expect(inputs.every((input) => input['value'] === typed)).toBe(true);
        }),
        runs,
      );
    },
  );
});

describe('the names of the organisation file', () => {
  test('given any text as every name, when every card is drawn, then it stands in rich text or as a choice only', () => {
    fc.assert(
      fc.property(nastyText, (name) => {
        const organisation = named(name);
        const cards = [
          ...conversationCards((field) => field, organisation),
          ...commandCards({ organisation }),
        ];
        const wrong = cards.flatMap(({ name: card, card: json }) =>
          stringsIn(json)
            .filter(({ text, key, owner, inData }) => {
              const isText = owner['type'] === 'TextRun' && key === 'text';
              const isChoice = key === 'title' && 'value' in owner && !('type' in owner);
              return text.includes(marker) && (inData || !(isText || isChoice));
            })
            .map(({ key, text, owner }) => `${card}: ${String(owner['type'])}.${key} = ${text}`),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});

function named(name: string): Installation {
  return {
    ...installation,
    organisations: installation.organisations.map((each) => ({ ...each, name })),
    people: installation.people.map((each) => ({ ...each, name, mail: name })),
    modules: installation.modules.map((each) => ({ ...each, name })),
    hotline: name,
  };
}
