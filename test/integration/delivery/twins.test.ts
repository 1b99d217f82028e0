import type { ShownCard } from '../../../src/simulator/people/shown-card';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { places, reportFault, wholeReport } from '../../support/desk-steps';
import { advances, ticketAt } from '../../support/ticket-way';

const pointer = 'Diese Karte ist doppelt angekommen. Es gilt die andere Karte hier in dieser Unterhaltung.';

/** Everything that shows the state of the ticket, oldest first. */
const standing = (view: PlaceView, number: string): ShownCard[] =>
  view
    .shows()
    .filter(({ hasCard, text }) => hasCard && text.startsWith(`${number} | `))
    .map(({ card }) => card);

/** One of the next posts that start a thread is carried out, and its answer gets lost. */
function losesAnAnswer(desk: Desk, which = 1) {
  let posts = 0;
  return desk.connector.misbehave({
    fault: { kind: 'lost-answer' },
    method: 'POST',
    path: /^\/v3\/conversations$/,
    when: () => (posts += 1) === which,
  });
}

async function reportsInline(desk: Desk): Promise<string> {
  const { nord } = places(desk);
  await nord.writes('@Software-Pflege Störung melden');
  const form = nord.card('Titel');
  await form.fill(wholeReport).press('Weiter');
  const sent = await form.press('Absenden');
  await desk.delivered();
  return /Gemeldet: (SP-\d{4}-\d{4})/.exec(sent.text)?.[1] ?? '';
}

interface Twice {
  readonly number: string;
  /** Whichever of the channels has it twice. */
  readonly view: PlaceView;
  /** The one that the bot does not know of. */
  readonly twin: ShownCard;
  readonly tracked: ShownCard;
}

async function standsTwice(desk: Desk, mode: 'dialog' | 'inline', which = 1): Promise<Twice> {
  const handle = losesAnAnswer(desk, which);
  const number = mode === 'inline' ? await reportsInline(desk) : await reportFault(desk);
  expect(handle.hits).toBe(1);
  for (const view of [places(desk).nord, places(desk).dispatch]) {
    const [twin, tracked] = standing(view, number);
    if (twin !== undefined && tracked !== undefined) return { number, view, twin, tracked };
  }
  throw new Error('no card stands twice');
}

const linkTo = ({ message }: ShownCard): string =>
  `/l/message/${encodeURIComponent(message.conversationId)}/${message.id}?`;

describe.each(['dialog', 'inline'] as const)('given a ticket’s card that stands twice (%s)', (mode) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open({ mode });
  });
  afterEach(() => desk.close());

  function expectPointer(twin: ShownCard, number: string, tracked: ShownCard): void {
    expect(twin.message.views.size).toBe(0);
    expect(twin.text).toContain(`${number}\n${pointer}\nZur Karte (`);
    expect(twin.text).toContain(linkTo(tracked));
    expect(twin.buttons).toEqual([]);
  }

  it('when somebody looks at the twin, then it leads everybody to the one card that is left', async () => {
    const { number, view, twin, tracked } = await standsTwice(desk, mode);
    const looked = await twin.look();
    expect(looked?.text).toContain(pointer);
    await desk.delivered();
    expectPointer(twin, number, tracked);
    expect(standing(view, number)).toHaveLength(1);
    await twin.look();
    await desk.delivered();
    expect(twin.text).toContain(pointer);
    expect(tracked.buttons).toContain('Weitere Aktionen');
  });

  it('when somebody presses the twin, then it leads everybody to the card too', async () => {
    const { number, twin, tracked } = await standsTwice(desk, mode);
    const outcome = await twin.press('Verlauf');
    expect(outcome.text).toContain(mode === 'dialog' ? 'Gemeldet' : pointer);
    await desk.delivered();
    expectPointer(twin, number, tracked);
    expect(tracked.buttons).toContain('Weitere Aktionen');
  });

  it('when the tracked one of the two was deleted by hand, then looking at the other leaves one card that works', async () => {
    const { number, view, twin, tracked } = await standsTwice(desk, mode);
    tracked.message.deleted = true;
    await twin.look();
    await desk.delivered();
    const [left, ...others] = standing(view, number);
    expect(others).toEqual([]);
    expect(left?.buttons).toContain('Weitere Aktionen');
    expectPointer(twin, number, left as ShownCard);
  });

  it('when somebody looks at the tracked card, then it is the card as it stands', async () => {
    const { number, view, tracked } = await standsTwice(desk, mode);
    const before = { text: tracked.text, buttons: tracked.buttons };
    await tracked.look();
    await desk.delivered();
    expect({ text: tracked.text, buttons: tracked.buttons }).toEqual(before);
    expect(standing(view, number)).toHaveLength(2);
  });

  it('when what stands there is only claimed to be a twin, then nothing of others is touched, and nobody is alarmed', async () => {
    const { number, view, tracked } = await standsTwice(desk, mode);
    const { nord, dispatch } = places(desk);
    const written = await view.writes('Guten Morgen');
    const other = standing(view.conversation.id === nord.conversation.id ? dispatch : nord, number)[0];
    const sent = (await tracked.look())?.sent;
    for (const replyToId of [written.message.id, other?.message.id ?? '', '../x', '1|2', 'none']) {
      await desk.connector.deliver({ ...sent, id: `f:${replyToId}`, replyToId });
      await desk.delivered();
    }
    expect(written.message.edits).toBe(0);
    expect(other?.buttons).toContain('Weitere Aktionen');
    expect(dispatch.text()).not.toContain('Achtung');
  });
});

describe('given a Teams that loses answers', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  it('when an action is taken on the twin, then it is done, and the answer leads to the card', async () => {
    desk = await Desk.open({ mode: 'inline' });
    // The dispatchers' card is the second one that is posted.
    const { number, view, twin } = await standsTwice(desk, 'inline', 2);
    const begun = await twin.press('Analyse starten');
    expect(begun.text).toContain(pointer);
    expect(begun.text).not.toContain('Angefragt');
    await desk.delivered();
    const [left, ...others] = standing(view, number);
    expect(others).toEqual([]);
    expect(left?.unfolded).toContain('Analyse gestartet');
    expect(twin.text).toContain(pointer);
  });

  it('when a card is looked at before the bot hears that it was posted, then it has its buttons', async () => {
    desk = await Desk.open();
    const { nord } = places(desk);
    const held = desk.connector.misbehave({
      fault: { kind: 'hold' },
      method: 'POST',
      path: /^\/v3\/conversations$/,
    });
    const reported = reportFault(desk);
    await desk.connector.waitFor(() => held.hits === 2);
    const [card] = nord.shows().filter(({ text }) => /^SP-\d{4}-\d{4} \| /.test(text));
    await card?.card.look();
    expect(card?.card.buttons).toContain('Weitere Aktionen');
    held.release();
    const number = await reported;
    expect(standing(nord, number)).toHaveLength(1);
    expect(nord.text()).not.toContain(pointer);
  });

  it('when a release notice stands twice and somebody looks at the twin, then it leads to the notice and names no ticket', async () => {
    desk = await Desk.open();
    const { nord, sued, suedB } = places(desk);
    // Their chats exist, so that the only thread to be started is Netz Nord's.
    await sued.writes('Hilfe');
    await suedB.writes('Hilfe');
    const number = await ticketAt(desk, 'inTest');
    const handle = losesAnAnswer(desk);
    await advances(desk, number, 'closed');
    expect(handle.hits).toBe(1);
    expect(sued.text()).toContain('Freigabeinformation');
    const notices = nord.shows().filter(({ text }) => text.startsWith('Freigabeinformation\n'));
    const [twin, tracked] = notices.map(({ card }) => card);
    if (twin === undefined || tracked === undefined) throw new Error('no notice stands twice');
    expect((await tracked.look())?.text).toContain('Bitte bestätigen Sie');
    await twin.look();
    await desk.delivered();
    expect(twin.text).toContain(`Freigabeinformation\n${pointer}\nZur Karte (`);
    expect(twin.text).toContain(linkTo(tracked));
    expect(twin.text).not.toContain(number);
    expect(twin.buttons).toEqual([]);
    await tracked.press('Gelesen');
    await desk.delivered();
    expect(tracked.text).toContain('bestätigt von Leitwarte Nord');
  });
});
