import { renderTicketCard } from '../../src/adapters/teams/cards/ticket-card';
import type { Step } from '../../src/adapters/teams/cards/payload';
import { wayOf } from '../../src/adapters/teams/cards/step-button';
import { actionsFor, furtherSteps, nextSteps } from '../../src/adapters/teams/cards/ticket-actions';
import { roles } from '../../src/domain/organisation/installation';
import type { Place } from '../../src/domain/organisation/place';
import { roleOfPlace } from '../../src/domain/ticket/access';
import { ticketActions } from '../../src/domain/ticket/actions/registry';
import { mentionReasons } from '../../src/domain/ticket/event-rules';
import { actionNameFor, stepNameFor } from '../../src/texts/action-names.de';
import { cardWords } from '../../src/texts/card-words.de';
import { formWords } from '../../src/texts/form-words.de';
import { mentionSentence } from '../../src/texts/mentions.de';
import { installation } from '../support/installation';
import { viewAt } from '../support/view';
import { BotDesk } from '../unit/adapters/teams/inbound/bot-desk';
import { partsOf, stringsIn } from './card-parts';
import { places, ticketCards } from './sample-cards';
import { type Sample, sampleTickets } from './sample-stories';
import { stressCards } from './stress-cards';
import { longest, ordinary, type Typing } from './typing';

/** Every name that a button of a ticket's card, or a choice of "Weitere Aktionen", can have. */
const names: ReadonlySet<string> = new Set([
  ...roles.flatMap((role) => ticketActions.map((action) => actionNameFor(action, role))),
  ...[formWords.moreActions, formWords.changePlan],
  ...[formWords.agreeForOperator, formWords.confirmNoticeForOperator, formWords.acceptAndAssign],
  ...[cardWords.showContent, cardWords.history, cardWords.deadlineReading, cardWords.details],
]);

function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/„([^“]+)“/g)].flatMap(([, name = '']) => (names.has(name) ? [name] : []));
}

function namedOn(card: object): readonly string[] {
  return stringsIn(card).flatMap(({ text, inData }) => (inData ? [] : namedIn(text)));
}

function buttonsOn(card: object): readonly string[] {
  return partsOf(card)
    .filter(({ type }) => String(type).startsWith('Action.'))
    .map(({ title }) => String(title));
}

/** What the place's card offers, at once or in what it opens. */
function offered({ record, readable, now }: Sample, place: Place): readonly string[] {
  const card = renderTicketCard({ record, place, readable, view: viewAt(now), mode: 'dialog' });
  const role = roleOfPlace(place);
  const further = actionsFor(record.ticket, role, readable).map((action) => actionNameFor(action, role));
  return [...buttonsOn(card), ...further];
}

const typings: readonly Typing[] = [ordinary, longest('x')];
const copy = ', copy';

describe.each([false, true])('given tickets of every state (security-relevant: %s)', (securityRelevant) => {
  test('when their cards name a button, then the card has it, or says of itself that the card that has it is another', () => {
    const wrong = typings.flatMap((type) => {
      const cards = new Map(ticketCards(type, { securityRelevant }).map(({ name, card }) => [name, card]));
      return [...cards].flatMap(([name, card]) => {
        const isCopy = name.endsWith(copy);
        const buttons = buttonsOn(isCopy ? (cards.get(name.replace(copy, '')) ?? {}) : card);
        const saysSo =
          !isCopy || JSON.stringify(card).includes('die Schaltflächen hat die Karte des Tickets');
        return namedOn(card)
          .filter((each) => !buttons.includes(each) || !saysSo)
          .map((each) => `${name}: ${each}`);
      });
    });
    expect(wrong).toEqual([]);
  });

  test('when somebody is called because of something, then what the sentence names is on the card of their place', () => {
    const named = sampleTickets(ordinary, { securityRelevant }).flatMap((sample) =>
      places.flatMap((place) => {
        const { ticket } = sample.record;
        const said = { ticket, place, view: viewAt(sample.now) };
        return mentionReasons.flatMap((reason) =>
          namedIn(mentionSentence(reason, said)).map((name) => ({
            at: `${sample.name} at ${place.kind}: ${name}`,
            isThere: offered(sample, place).includes(name),
          })),
        );
      }),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ isThere }) => !isThere)).toEqual([]);
  });
});

test('given long stories, when their cards name a button, then they have it', () => {
  const cards = stressCards().filter(({ name }) => !name.includes('forty'));
  const named = cards.flatMap(({ card }) => namedOn(card));
  expect(named).toContain('Inhalt anzeigen');
  expect(cards.filter(({ card }) => namedOn(card).some((each) => !buttonsOn(card).includes(each)))).toEqual(
    [],
  );
});

/** What the place's people could press there while the ticket stood so, by what it leads to. */
function steps({ record: { ticket }, readable }: Sample, place: Place): readonly Step[] {
  const role = roleOfPlace(place);
  const buttons = nextSteps(ticket, role, installation);
  return [...buttons, ...furtherSteps(ticket, role, installation, buttons, readable)];
}

/** Whose forms the places' people send. */
const senders = [
  ['dispatcher-1', installation.dispatchChannel.conversation, { kind: 'dispatch' }],
  ['nord-1', '19:nord@thread.tacv2', { kind: 'organisation', organisation: 'nord' }],
  ['maintainer-a1', '19:journal@thread.tacv2', { kind: 'module', module: 'journal' }],
] as const satisfies readonly (readonly [string, string, Place])[];

test.each(senders)(
  'given tickets of every state, when %s is refused what the ticket of another state offers, then it is called as on their card',
  async (person, conversation, place) => {
    const samples = sampleTickets(ordinary, { securityRelevant: false });
    const offeredSomewhere = [...new Set(samples.flatMap((sample) => steps(sample, place)))];
    const role = roleOfPlace(place);
    const named = [];
    for (const sample of samples) {
      const { ticket, events } = sample.record;
      const desk = new BotDesk({ installation });
      desk.now = sample.now;
      await desk.stores.tickets.create(ticket, events);
      const present = steps(sample, place);
      for (const step of offeredSomewhere.filter((each) => !present.includes(each))) {
        const way = wayOf(step, ticket);
        const press = 'act' in way ? { do: 'act', action: way.act } : { do: 'open', form: way.open };
        const data = { ...press, ticket: ticket.number, version: ticket.version };
        const answer = await desk.presses(person, conversation, data, { name: 'task/fetch' });
        if (!answer.includes('"type":"message"')) continue;
        const own = stepNameFor({ step, role, ticket });
        named.push(...namedIn(answer).map((name) => ({ at: `${sample.name}: ${step}`, name, own })));
      }
    }
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ name, own }) => name !== own)).toEqual([]);
  },
);

/** In whose private chat a text is typed, and the place whose card they go to. */
const writers = [
  ['dispatcher-1', { kind: 'dispatch' }],
  ['nord-1', { kind: 'organisation', organisation: 'nord' }],
  ['maintainer-a1', { kind: 'module', module: 'journal' }],
] as const satisfies readonly (readonly [string, Place])[];

describe.each(writers)('given security-relevant tickets of every state and %s', (person, place) => {
  test.each(['Kommentar', 'Antwort'])(
    'when "%s …" is typed, then it is refused with what the card offers for it, and with nothing where it offers nothing',
    async (command) => {
      const name = { Kommentar: 'Kommentieren', Antwort: 'Antworten' }[command] ?? '';
      const answers = [];
      for (const sample of sampleTickets(ordinary, { securityRelevant: true })) {
        const desk = new BotDesk({ installation });
        await desk.stores.tickets.create(sample.record.ticket, sample.record.events);
        const answer = await desk.writes(person, `a:${person}`, `${command} SP-2026-0001 Etwas.`);
        if (answer.includes('gibt es hier kein Ticket')) continue;
        expect(answer).toContain('deshalb wurde Ihr Text nicht übernommen. Bitte löschen Sie Ihre Nachricht');
        answers.push({ at: sample.name, named: namedIn(answer), offered: offered(sample, place) });
      }
      expect(answers.length).toBeGreaterThan(0);
      for (const { at, named, offered: there } of answers) {
        expect({ at, named }).toEqual({ at, named: there.includes(name) ? [name] : [] });
      }
    },
  );
});
