import { connectStores } from '../../../src/adapters/mongo/connect';
import type { ChecklistItem, Installation } from '../../../src/domain/organisation/installation';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { type Fields, places } from '../../support/desk-steps';
import { asksForList, asksForOrganisation } from '../../support/organisation-steps';

const open = deskOfEachTest();
let desk: Desk;

const onboardingChecklist: readonly ChecklistItem[] = [
  { id: 'contract', title: 'Vertrag', mandatory: true, by: 'processOwner' },
  { id: 'build', title: 'CI-Build', mandatory: true, by: 'maintainer', evidence: 'link' },
  { id: 'handbooks', title: 'Handbücher', mandatory: true, by: 'maintainer' },
  { id: 'environments', title: 'Umgebungen', mandatory: true, by: 'platformMaintainer' },
  { id: 'account', title: 'Zugang', mandatory: true, by: 'dispatcher' },
];
const withChecklist = (sample: Installation): Installation => ({ ...sample, onboardingChecklist });

const west = 'Maintainer West (Softwarehaus West GmbH) – Betriebstagebuch';
const saved = 'Gespeichert: Onboarding: Maintainer West, Betriebstagebuch.';
const build = 'CI-Build (Nachweis: Adresse)';
const link = 'https://ci.example.org/betriebstagebuch/1';

async function asks(view: PlaceView): Promise<ShownCard> {
  await view.writes(view.conversation.kind === 'personal' ? 'Onboarding' : '@Software-Pflege Onboarding');
  return view.card('Suchen');
}

const opens = async (view: PlaceView, button: string) =>
  (await (await asks(view)).press(`${button}: ${west}`)).dialog;

/** Ticks a step and answers what is said of it. */
async function ticks(view: PlaceView, fields: Fields): Promise<string> {
  return (await (await opens(view, 'Punkt erledigen')).fill(fields).submit('Erledigt')).text;
}

async function begins(): Promise<void> {
  const list = await asks(places(desk).owner);
  const { dialog } = await list.press('Neu');
  dialog.fill({ Modul: 'Betriebstagebuch', 'Firma oder Person': 'Softwarehaus West GmbH: Maintainer West' });
  const check = (await dialog.submit('Weiter')).dialog;
  expect(check.text).toContain('kann Maintainer West (Softwarehaus West GmbH) für Betriebstagebuch nicht');
  expect((await check.submit('Onboarding beginnen')).text).toBe(saved);
}

/** Everything but the sign-offs. */
async function ticksItems(): Promise<void> {
  const { owner, journal, journal2, platform, dispatch } = places(desk);
  expect(await ticks(owner, { Punkt: 'Vertrag' })).toBe(saved);
  expect(await ticks(journal, { Punkt: build, Nachweis: link })).toBe(saved);
  expect(await ticks(journal2, { Punkt: 'Handbücher' })).toBe(saved);
  expect(await ticks(platform, { Punkt: 'Umgebungen' })).toBe(saved);
  expect(await ticks(dispatch, { Punkt: 'Zugang' })).toBe(saved);
}

/** As the store has it. */
async function recorded() {
  const stores = await connectStores(desk.storeUri);
  const changes = await stores.organisation.changesSince(0);
  await stores.close();
  const events = changes.flatMap((change) =>
    change.events.flatMap((event) =>
      event.type === 'onboardingRecorded' ? [{ ...change, onboarding: event.onboarding }] : [],
    ),
  );
  return { count: events.length, last: events.at(-1) };
}

beforeEach(async () => {
  desk = await open({ organisation: withChecklist });
});

describe('a maintainer is set up (process 7)', () => {
  beforeEach(begins);

  it('given everybody who ticks what is theirs in their place, then the second sign-off completes it', async () => {
    const { platform, dispatch2 } = places(desk);
    expect((await asks(platform)).text).toContain('Fortschritt: 0 von 7');
    await ticksItems();
    expect((await asks(platform)).text).toContain('Fortschritt: 5 von 7');
    expect(await ticks(platform, { Punkt: 'Freigabe: Plattform-Maintainer' })).toBe(saved);
    expect(await ticks(dispatch2, { Punkt: 'Freigabe: Wartungs-Dispatcher' })).toBe(saved);
    const list = await asks(dispatch2);
    expect(list.text).toContain('Fortschritt: 7 von 7');
    expect(list.text).toContain('abgeschlossen am Mi 10.06.2026');
    expect(list.buttons.filter((title) => title.includes(west))).toEqual([]);
    expect((await recorded()).last).toMatchObject({
      action: 'tickItem',
      by: { person: 'dispatcher-2', role: 'dispatcher' },
      onboarding: { outcome: { kind: 'completed' } },
    });
  });

  it('given a link that is none, then it is said at its field, and what was typed stays', async () => {
    const dialog = await opens(places(desk).journal, 'Punkt erledigen');
    const again = (await dialog.fill({ Punkt: build, Nachweis: 'Build 17' }).submit('Erledigt')).dialog;
    expect(again.text).toContain('eine Adresse an, die mit https:// beginnt');
    expect(again.value('Nachweis')).toBe('Build 17');
    expect((await again.fill({ Nachweis: link }).submit('Erledigt')).text).toBe(saved);
  });

  it('given an item that is taken back while a sign-off is typed, then it is refused with what is missing', async () => {
    await ticksItems();
    const { platform, journal, dispatch } = places(desk);
    expect(await ticks(platform, { Punkt: 'Freigabe: Plattform-Maintainer' })).toBe(saved);
    const signOff = await opens(dispatch, 'Punkt erledigen');
    const dialog = await opens(journal, 'Punkt zurücknehmen');
    dialog.fill({ Punkt: 'CI-Build', Grund: 'Der Build ist wieder rot' });
    const check = (await dialog.submit('Weiter')).dialog;
    expect(check.text).toContain('Damit fällt auch weg: Freigabe: Plattform-Maintainer.');
    expect((await check.submit('Zurücknehmen')).text).toBe(saved);
    const { text } = await signOff.submit('Erledigt');
    expect(text).toContain('Es fehlen: CI-Build.');
    expect((await asks(places(desk).dispatch)).text).toContain('Fortschritt: 4 von 7');
    expect((await recorded()).last?.onboarding.items[1]?.state).toMatchObject({
      kind: 'open',
      takenBack: { by: 'maintainer-west', reason: 'Der Build ist wieder rot' },
    });
  });

  it('given two people who tick different steps at once, then neither hinders the other', async () => {
    const { journal, platform } = places(desk);
    const one = (await opens(journal, 'Punkt erledigen')).fill({ Punkt: 'Handbücher' });
    const other = (await opens(platform, 'Punkt erledigen')).fill({ Punkt: 'Umgebungen' });
    const sent = await Promise.all([one.submit('Erledigt'), other.submit('Erledigt')]);
    expect(sent.map(({ text }) => text)).toEqual([saved, saved]);
    expect((await asks(platform)).text).toContain('Fortschritt: 2 von 7');
  });

  it('given two colleagues and one step, then the second reads who was first, and their evidence stays', async () => {
    const { journal, journal2 } = places(desk);
    const one = await opens(journal, 'Punkt erledigen');
    const other = await opens(journal2, 'Punkt erledigen');
    await one.fill({ Punkt: build, Nachweis: link }).submit('Erledigt');
    const late = await other.fill({ Punkt: build, Nachweis: `${link}2` }).submit('Erledigt');
    expect(late.text).toContain(
      '„CI-Build“ hat Maintainer West bereits erledigt (Mi 10.06.2026, 10:00 Uhr).',
    );
    expect(late.dialog.value('Nachweis')).toBe(`${link}2`);
  });

  it('given a submission that is delivered twice, then it takes effect once, and is answered as the first time', async () => {
    const { platform } = places(desk);
    const forged = { nonce: '00000000-0000-4000-8000-0000000000aa' };
    const first = (await opens(platform, 'Punkt erledigen')).fill({ Punkt: 'Umgebungen' });
    const again = (await opens(platform, 'Punkt erledigen')).fill({ Punkt: 'Umgebungen' });
    expect((await first.submit('Erledigt', { forged })).text).toBe(saved);
    const { count } = await recorded();
    expect((await again.submit('Erledigt', { forged })).text).toBe(saved);
    expect((await recorded()).count).toBe(count);
  });

  it('given the process owner who calls it off, then forms that stand open say so and keep what was typed', async () => {
    const { owner, journal } = places(desk);
    const stale = (await opens(journal, 'Punkt erledigen')).fill({ Punkt: build, Nachweis: link });
    const dialog = await opens(owner, 'Abbrechen');
    const check = (await dialog.fill({ Grund: 'Absage' }).submit('Weiter')).dialog;
    expect(check.text).toContain('danach wieder zugewiesen werden, wie vor dem Onboarding');
    expect((await check.submit('Onboarding abbrechen')).text).toBe(saved);
    const late = await stale.submit('Erledigt');
    expect(late.text).toContain('Dieses Onboarding hat Prozessverantwortliche Stelle abgebrochen');
    expect(late.text).toContain(link);
    const list = await asks(owner);
    expect(list.text).toContain('abgebrochen am Mi 10.06.2026 von Prozessverantwortliche Stelle: Absage');
    expect(list.buttons.filter((title) => title.includes(west))).toEqual([]);
  });

  it('given its cards, then it is called off from that in the dispatch place; elsewhere the process owner reads where', async () => {
    await desk.delivered();
    const { owner, platform } = places(desk);
    const title = 'Punkt erledigen';
    expect(platform.card(title).buttons).not.toContain('Abbrechen');
    expect((await owner.card(title).press('Abbrechen')).dialog.text).toContain('Grund');
    const of = (await recorded()).last?.onboarding.id;
    for (const form of ['cancelOnboarding', 'startOnboarding']) {
      const card = desk.as('prozess').in('Plattform').card(title);
      const { text } = await card.press(title, { forged: { do: 'openRecord', form, of } });
      expect(text).toContain('Ein Onboarding beginnen oder abbrechen können Sie im Dispatcher-Kanal');
    }
  });

  it('given whoever has nothing to tick, then they read what their sign-off waits for', async () => {
    const { dispatch } = places(desk);
    expect(await ticks(dispatch, { Punkt: 'Zugang' })).toBe(saved);
    const list = await asks(dispatch);
    expect(list.buttons.filter((title) => title.startsWith('Punkt erledigen'))).toEqual([]);
    const of = (await recorded()).last?.onboarding.id;
    const pressed = await list.press('Suchen', { forged: { do: 'openRecord', form: 'tickStep', of } });
    expect(pressed.text).toContain('Freigegeben wird erst, wenn alle Pflichtpunkte erledigt sind.');
  });
});

describe('nobody else reads or does any of it (process 7, 10)', () => {
  beforeEach(begins);

  it.each(['sued', 'nord'] as const)('given the operator %s, then its people read who may', async (who) => {
    const view = places(desk)[who];
    const mention = view.conversation.kind === 'personal' ? '' : '@Software-Pflege ';
    await view.writes(`${mention}Onboarding`);
    expect(view.text()).toContain('Das dürfen nur die Prozessverantwortlichen');
    expect(view.text()).not.toContain('Fortschritt');
    await view.writes(`${mention}Hilfe`);
    const help = view.card();
    const of = (await recorded()).last?.onboarding.id;
    for (const form of ['startOnboarding', 'tickStep', 'untickStep', 'cancelOnboarding']) {
      const { text } = await help.press(help.buttons[0] ?? '', { forged: { do: 'openRecord', form, of } });
      expect(text).toContain('Das dürfen nur');
      expect(text).not.toContain('Maintainer West');
    }
  });

  it('given the maintainers of another company, then nothing of it stands there, and no form opens', async () => {
    const of = (await recorded()).last?.onboarding.id;
    for (const view of [places(desk).outage]) {
      const list = await asks(view);
      expect(list.text).toContain('Zurzeit gibt es hier kein Onboarding.');
      expect(list.text).not.toContain('West');
      expect(list.buttons).not.toContain('Organisation');
      expect(list.buttons).not.toContain('Neu');
      const { text } = await list.press('Suchen', { forged: { do: 'openRecord', form: 'tickStep', of } });
      expect(text).not.toContain('West');
      expect(text).toMatch(/Diesen Eintrag gibt es nicht mehr|Das dürfen nur/);
    }
  });

  it('given a dispatcher in the channel of the module, then they read what the place reads, and tick in theirs', async () => {
    const view = desk.as('dispatcher-1').in('Betriebstagebuch');
    const list = await asks(view);
    expect(list.text).toContain('Fortschritt: 0 von 7');
    const of = (await recorded()).last?.onboarding.id;
    const { text } = await list.press('Suchen', { forged: { do: 'openRecord', form: 'tickStep', of } });
    expect(text).toContain('„Onboarding“ gibt es im Dispatcher-Kanal');
  });

  it('given dispatchers and maintainers, then they begin and call off none', async () => {
    const of = (await recorded()).last?.onboarding.id;
    for (const view of [places(desk).dispatch, places(desk).journal]) {
      const list = await asks(view);
      expect(list.buttons).not.toContain('Neu');
      for (const form of ['startOnboarding', 'cancelOnboarding']) {
        const { text } = await list.press('Suchen', { forged: { do: 'openRecord', form, of } });
        expect(text).toContain('Das dürfen nur die Prozessverantwortlichen.');
      }
    }
  });

  it('given somebody whose right ends while they type, then they are given back their text', async () => {
    const { dialog } = await (await asks(places(desk).owner)).press(`Abbrechen: ${west}`);
    const { text } = await dialog
      .fill({ Grund: 'Absage der Firma' })
      .submit('Weiter', { forged: { form: 'cancelOnboarding', of: 'nowhere' } });
    expect(text).toContain('Diesen Eintrag gibt es nicht mehr.');
    expect(text).toContain('Absage der Firma');
  });
});

describe('the list is asked for where its readers are (process 7)', () => {
  it.each(['platform', 'dispatch'] as const)('given the %s, then "Organisation" leads to it', async (who) => {
    await begins();
    const view = places(desk)[who];
    await (await asksForOrganisation(view)).press('Onboarding');
    expect(view.card('Suchen').text).toContain(west);
  });

  it('given the process owner, then "Module" leads to it', async () => {
    await begins();
    const { owner } = places(desk);
    await (await asksForList(owner, 'Module')).press('Onboarding');
    expect(owner.card('Suchen').text).toContain(west);
  });
});

describe('whoever is to get the role later (process 7)', () => {
  it('given their onboarding, then they read and tick it alone, and nothing else is for them yet', async () => {
    desk = await open({
      organisation: (sample) => ({
        ...withChecklist(sample),
        people: sample.people.map((each) =>
          each.id === 'maintainer-west' ? { ...each, since: '2026-07-01' } : each,
        ),
      }),
    });
    await begins();
    const view = desk.as('maintainer-west').chat();
    expect(await ticks(view, { Punkt: 'Handbücher' })).toBe(saved);
    await view.writes('Offene Tickets');
    expect(view.text()).toContain('gelten ab Mi 01.07.2026');
    const other = desk.as('leitstelle-sued-a').chat();
    await other.writes('Onboarding');
    expect(other.text()).toContain('Das dürfen nur');
  });
});
