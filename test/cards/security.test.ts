import { commandCards, formCards, readingCards, type SampleCard, ticketCards } from './sample-cards';
import { stringsIn } from './card-parts';
import { digestCards } from './digest-cards';
import { historyCards, openTicketsCards, releaseCards, reminderCards } from './told-cards';
import { CardScreen } from '../../src/simulator/people/card-screen';
import { mentionReasons } from '../../src/domain/ticket/event-rules';
import { mentionSentence } from '../../src/texts/mentions.de';
import { installation } from '../support/installation';
import { viewAt } from '../support/view';
import { sampleTickets } from './sample-stories';
import type { Typing } from './typing';

const canary = 'KANARIENVOGEL';
const options = { securityRelevant: true };
const type = () => canary;

function cardsWithCanary(cards: readonly SampleCard[]): readonly string[] {
  return cards.filter(({ card }) => JSON.stringify(card).includes(canary)).map(({ name }) => name);
}

describe('security-relevant tickets (process 10)', () => {
  test('given a canary in every text field, when every card of every state and place is drawn, then none holds it', () => {
    expect(cardsWithCanary(ticketCards(type, options))).toEqual([]);
    expect(cardsWithCanary(openTicketsCards(type, options))).toEqual([]);
    expect(cardsWithCanary(digestCards(type, options))).toEqual([]);
    expect(cardsWithCanary(reminderCards(type, options))).toEqual([]);
  });

  test('given a canary in every text field, when the history is read at any place, then none of it is there', () => {
    expect(cardsWithCanary(historyCards(type, options))).toEqual([]);
  });

  test('given a canary in every text field, when release notices and packages are drawn, then only the dispatcher’s text for it is there', () => {
    const notices = releaseCards((field) => (field === 'noticeText' ? 'Freigabe' : canary), options).filter(
      ({ name }) => name !== 'packages: 0',
    );
    expect(notices.length).toBeGreaterThan(0);
    expect(cardsWithCanary(notices)).toEqual([]);
    expect(notices.every(({ card }) => JSON.stringify(card).includes('Freigabe'))).toBe(true);
  });

  // They are shown to a person who may read them, and that is recorded; what is answered to is in dialogs alone.
  const goOn = /^(?:proposePlan|completeWork|failTest|releaseAndClose) of .*, opened,/;
  const answerTo =
    /^(?:supplement|answerQuestion|objectToPlan|agreeForOperator|completeSupport) of .*, dialog$/;

  test('given a canary in every text field, when forms are opened or checked, then none repeats it but those that go on from it or answer to it', () => {
    const cards = formCards(type, options).filter(({ name }) => !name.includes('with errors'));
    const telling = cardsWithCanary(cards).filter((name) => !goOn.test(name));
    expect(telling.filter((name) => !answerTo.test(name))).toEqual([]);
    expect(new Set(telling.map((name) => name.split(' ')[0])).size).toBe(5);
  });

  test('given a form given back with errors, when it is drawn, then the canary stands only in the inputs it was typed into', () => {
    const cards = formCards(type, options).filter(
      ({ name }) => name.includes('with errors') && !answerTo.test(name),
    );
    const elsewhere = cards.flatMap(({ name, card }) =>
      stringsIn(card)
        .filter(
          ({ text, owner, key }) =>
            text.includes(canary) && !(owner['type'] === 'Input.Text' && key === 'value'),
        )
        .map(({ text }) => `${name}: ${text}`),
    );
    expect(elsewhere).toEqual([]);
  });

  test('given a canary in every text field, when the content is asked for, then it is all there', () => {
    const contents = readingCards(type, options).filter(({ name }) => name.includes('content'));
    expect(contents.length).toBeGreaterThan(0);
    expect(contents.every(({ card }) => JSON.stringify(card).includes(canary))).toBe(true);
  });

  test('given a canary, when a deadline is explained, then it is not told', () => {
    const cards = readingCards(type, options).filter(({ name }) => name.includes('deadline'));
    expect(cardsWithCanary(cards)).toEqual([]);
  });

  test('given a mention of any reason, when its sentence is written, then it has a number and nothing typed', () => {
    const sentences = sampleTickets(type, options).flatMap(({ record: { ticket }, now }) => {
      const view = viewAt(now, installation);
      return mentionReasons.map((reason) =>
        mentionSentence(reason, { ticket, place: { kind: 'dispatch' }, view }),
      );
    });
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.every((text) => text.includes('SP-2026-0001') && !text.includes(canary))).toBe(true);
  });

  test('given a security-relevant ticket, when its card is read, then it shows what process 10 lists and the legal duties', () => {
    const found = ticketCards(type, options).find(({ name }) => name === 'requested at dispatch, dialog');
    const { text, unfolded } = new CardScreen(found?.card ?? {});
    expect(text).toContain('SP-2026-0001 | Angefragt');
    expect(text).toContain('Als Nächstes: die Wartungs-Dispatcher – Analyse beginnen');
    expect(text).toContain('Reaktionsfrist Mi 10.06.2026, 16:00 Uhr');
    expect(text).toContain('Angefragt · Klasse 2');
    expect(text).toContain('Modul: Betriebstagebuch');
    expect(text).toContain('Netzbetreiber: Netz Nord');
    expect(text).toContain('Meldepflichten laufen nach der Uhr (§ 32 BSIG).');
    expect(text).toContain('Erstmeldung: bis Do 11.06.2026, 10:00 Uhr');
    expect(unfolded).toContain('§ 32 BSIG: Erstmeldung binnen 24 Stunden');
    expect(text).toContain('[Inhalt anzeigen]');
    expect(unfolded).not.toMatch(/Priorität:|Umgebung:|Zuletzt|Eingang:/);
  });

  test('given commands, when their cards are drawn, then they know nothing of tickets', () => {
    expect(cardsWithCanary(commandCards())).toEqual([]);
  });
});

describe('what is internal (process 3, 5)', () => {
  const internal = 'NUR-INTERN';
  const atOperator = ({ name }: SampleCard) => name.includes('at organisation');

  test.each(['support requested', 'support taken', 'verdict at the test'])(
    'given a ticket with %s, when the operator’s card, content and history are drawn, then support is in none of them',
    (name) => {
      const typed: Typing = (field) => (field === 'question' || field === 'answer' ? internal : field);
      const cards = [...ticketCards(typed), ...readingCards(typed), ...historyCards(typed)].filter(
        (each) => each.name.startsWith(name) && atOperator(each),
      );
      expect(cards.length).toBeGreaterThan(5);
      expect(cards.filter(({ card }) => /NUR-INTERN|Unterstützung/.test(JSON.stringify(card)))).toEqual([]);
    },
  );

  test('given an internal comment and another, when the operator’s cards are drawn, then the operator reads the other alone', () => {
    let comments = 0;
    const typed: Typing = (field) =>
      field === 'comment' && ++comments % 2 === 1 ? internal : `Angabe zu ${field}`;
    const all = [...ticketCards(typed), ...readingCards(typed), ...historyCards(typed)];
    const cards = all.filter(({ name }) => name.startsWith('commented'));
    const holding = (text: string, wanted: readonly SampleCard[]) =>
      wanted.filter(({ card }) => JSON.stringify(card).includes(text)).map(({ name }) => name);
    expect(holding(internal, cards.filter(atOperator))).toEqual([]);
    expect(holding('Angabe zu comment', cards.filter(atOperator)).length).toBeGreaterThan(0);
    expect(holding(internal, cards).length).toBeGreaterThan(0);
  });
});
