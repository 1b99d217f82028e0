import { lapseAssignments } from '../../../src/app/lapse-assignments';
import {
  createMovedPlaces,
  type MovedPlacesDeps,
  type MovedPlacesReport,
} from '../../../src/app/moved-places';
import { DeliveryFailure } from '../../../src/app/ports/messenger';
import { inForceOn } from '../../../src/domain/organisation/in-force';
import type { Installation } from '../../../src/domain/organisation/installation';
import type { TicketEvent } from '../../../src/domain/ticket/event-rules';
import { berlin, type CommandText, released, reportByNord } from '../../support/given';
import { installation } from '../../support/installation';
import { type Edit, leaves, moduleMoves } from '../../support/reorganised';
import {
  accept,
  assign,
  dispatch,
  journal,
  nord,
  sendingWorld,
  StoreAway,
} from '../../support/sending-world';

const elsewhere = 'channel:19:elsewhere@thread.tacv2';
const channel = { ...installation.dispatchChannel, conversation: '19:elsewhere@thread.tacv2' };

const moduleAt =
  (id: string, at: typeof channel | undefined): Edit =>
  (before) => ({
    ...before,
    modules: before.modules.map(({ channel: _former, ...each }) =>
      each.id === id
        ? { ...each, ...(at && { channel: at }) }
        : { ...each, ...(_former && { channel: _former }) },
    ),
  });
const journalMoves = moduleAt('journal', channel);
const journalReturns = moduleAt('journal', installation.modules.find(({ id }) => id === 'journal')?.channel);
const journalLeaves: Edit = (before) => ({
  ...before,
  modules: before.modules.filter(({ id }) => id !== 'journal'),
  people: before.people.filter(({ organisation }) => organisation !== 'contractor-a'),
});
const contactsOfSued =
  (...contactPeople: readonly string[]): Edit =>
  (before) => ({
    ...before,
    organisations: before.organisations.map((each) =>
      each.id === 'sued' ? { ...each, contactPeople } : each,
    ),
  });

/** The bot as one process: the sender, and what has everything follow the organisation file. */
function worldThatFollows() {
  const at = sendingWorld();
  const reports: MovedPlacesReport[] = [];
  const leftOut: string[] = [];
  const process = (changed: Partial<MovedPlacesDeps> = {}) =>
    createMovedPlaces({
      ...at.deps,
      settings: at.stores.settings,
      effectsWaiting: () => undefined,
      lapseAssignments: (mayGoOn) =>
        lapseAssignments(
          {
            ...at.deps,
            refreshDirectory: () => Promise.resolve(),
            leftOut: ({ ticket }) => leftOut.push(ticket),
          },
          mayGoOn,
        ),
      report: (what) => reports.push(what),
      ...changed,
    });
  return {
    ...at,
    reports,
    leftOut,
    process,
    /** A bot that is started with this file. */
    async starts(edit: Edit = (before) => before) {
      at.edits(edit);
      at.messenger.sent.length = 0;
      await process().run();
      await at.deliver();
    },
    said: (lane: string) =>
      at.messenger.sent.filter((each) => each.lane === lane).map(({ what, says }) => `${what} ${says}`),
    async assigned() {
      const number = await at.does('nord-1', 'operator', reportByNord);
      await at.does('dispatcher-1', 'dispatcher', accept, number);
      await at.does('dispatcher-1', 'dispatcher', assign, number);
      return number;
    },
    problems: (number: string) => at.stores.deliveries.problemsOf(number),
  };
}

type World = ReturnType<typeof worldThatFollows>;

describe('given accepted tickets that nobody is assigned to', () => {
  const nobodyFor =
    (module: string): Edit =>
    (before) => ({
      ...before,
      people: before.people.filter(({ roles }) =>
        roles.every((grant) => grant.role !== 'maintainer' || grant.module !== module),
      ),
    });
  const named: Edit = () => installation;

  it('when a maintainer is named for the module, or the last has left, then its cards say so and have the buttons for it', async () => {
    const at = worldThatFollows();
    await at.starts(nobodyFor('journal'));
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.deliver();
    for (const edit of [named, nobodyFor('journal')]) {
      await at.starts(edit);
      expect(at.said(dispatch)).toEqual([expect.stringMatching(/^edit accepted/)]);
      expect(at.said(nord)).toEqual([expect.stringMatching(/^edit accepted/)]);
      await at.starts();
      expect(at.messenger.sent).toEqual([]);
    }
  });

  it('when it is another module, or somebody is assigned already, then nothing is drawn', async () => {
    const at = worldThatFollows();
    await at.starts(nobodyFor('outage'));
    await at.assigned();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.deliver();
    await at.starts(named);
    expect(at.messenger.sent).toEqual([]);
  });
});

describe('given tickets that nobody is assigned to, and one that somebody is', () => {
  const maintainedBy =
    (maintainer: string): Edit =>
    (before) => ({
      ...before,
      modules: before.modules.map((each) => (each.id === 'journal' ? { ...each, maintainer } : each)),
    });
  const called =
    (kind: 'modules' | 'organisations' | 'people', id: string): Edit =>
    (before) => ({
      ...before,
      [kind]: before[kind].map((each) => (each.id === id ? { ...each, name: 'Neuer Name' } : each)),
    });

  let at: World;
  beforeEach(async () => {
    at = worldThatFollows();
    await at.starts();
    await at.does('nord-1', 'operator', reportByNord);
    const accepted = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, accepted);
    await at.assigned();
    await at.deliver();
  });
  const requestedAndAccepted = ['edit requested v1', 'edit accepted v3'];

  it('when the module is another company’s whose people do not maintain it yet, then the dispatchers’ and operator’s cards say so', async () => {
    await at.starts(maintainedBy('contractor-b'));
    expect(at.said(dispatch)).toEqual(expect.arrayContaining(requestedAndAccepted));
    expect(at.said(nord)).toEqual(expect.arrayContaining(requestedAndAccepted));
    await at.starts();
    expect(at.messenger.sent).toEqual([]);
  });

  it('when module, operator or the assigned company have another name, then the cards that name them follow, each once', async () => {
    for (const [kind, id, drawn] of [
      ['modules', 'journal', 3],
      ['organisations', 'nord', 3],
      ['organisations', 'contractor-a', 3],
      ['modules', 'outage', 0],
      ['organisations', 'sued', 0],
      // Names of people are in no state of a walk; their cards follow with the next change.
      ['people', 'maintainer-a1', 0],
    ] as const) {
      await at.starts(called(kind, id));
      expect([id, at.said(dispatch).length, at.said(nord).length]).toEqual([id, drawn, drawn]);
      await at.starts();
      expect(at.messenger.sent).toEqual([]);
    }
  });

  it('when earlier software has followed, which left nothing of names and maintainers, then only cards without assignee follow, once', async () => {
    const { settings } = at.stores;
    const stored = JSON.parse((await settings.read('places')) ?? '') as { readonly reach: object };
    const { lanes, people } = stored.reach as Record<string, unknown>;
    await settings.write('places', JSON.stringify({ ...stored, reach: { lanes, people } }));
    await at.starts();
    expect(at.said(dispatch)).toEqual(requestedAndAccepted);
    await at.starts();
    expect(at.messenger.sent).toEqual([]);
  });
});

describe('given an assigned ticket whose module has a card in its channel', () => {
  let at: World;
  let number: string;
  beforeEach(async () => {
    at = worldThatFollows();
    await at.starts();
    number = await at.assigned();
    await at.deliver();
  });

  it('when the module moves, then the former card is withdrawn and the present channel gets it, nothing else', async () => {
    await at.starts(journalMoves);
    expect(at.messenger.sent.map(({ what, lane, says }) => `${lane}: ${what} ${says}`).sort()).toEqual([
      `${elsewhere}: post accepted v4`,
      `${journal}: edit abgegeben`,
    ]);
    expect(at.reports).toContainEqual({ kind: 'followed', cards: 1 });
    await at.starts();
    expect(at.messenger.sent).toEqual([]);
  });

  it('when it moves back, then its card there is whole again, however often', async () => {
    for (let times = 0; times < 2; times += 1) {
      await at.starts(journalMoves);
      await at.starts(journalReturns);
      expect(at.said(journal)).toEqual(['edit accepted v4']);
      expect(at.said(elsewhere)).toEqual(['edit abgegeben']);
    }
  });

  it('when the module leaves the file, then its card is withdrawn, and dispatchers and process owner read that nobody has it', async () => {
    await at.starts(journalLeaves);
    expect(at.said(journal)).toEqual(['edit abgegeben']);
    expect(new Set(at.said(dispatch))).toEqual(
      new Set([
        'edit accepted v6',
        'mention assignmentLapsed dispatcher-1',
        'mention maintainerMissing owner',
      ]),
    );
    // Nobody there has to know anything of it.
    expect(await at.problems(number)).toEqual([]);
  });

  it('when Teams refuses the edit in the former channel, then it is counted and told as not withdrawn, until it is taken', async () => {
    at.messenger.before = ({ lane }) => {
      if (lane === journal) throw new DeliveryFailure(false, 403, undefined);
    };
    await at.starts(journalMoves);
    const place = { kind: 'module', module: 'journal' } as const;
    expect(await at.problems(number)).toEqual([{ kind: 'refused', status: 403, place, withdrawing: true }]);
    expect(at.said(dispatch)).toContain('trouble module:journal 1 | owner');
    at.messenger.before = () => undefined;
    await at.stores.deliveries.unsent.retryOldestRefused(at.clock.time);
    await at.deliver();
    expect(at.said(journal)).toEqual(['edit abgegeben']);
    expect(await at.problems(number)).toEqual([]);
  });

  it('when Teams refuses it for an ended ticket of a module that left the file, then that is told all the same', async () => {
    const { stands, events, now } = released();
    at.clock.time = now + 60_000;
    const ended = { ...stands, number: 'SP-2026-0900' };
    await at.stores.tickets.create(ended, [
      { ...events[0], number: ended.number } as TicketEvent,
      ...events.slice(1),
    ]);
    await at.deliver();
    expect((await at.stores.cards.find(ended.number, 'ticket', journal))?.withdrawn).toBe(false);
    at.messenger.before = ({ lane }) => {
      if (lane === journal) throw new DeliveryFailure(false, 403, undefined);
    };
    await at.starts(journalLeaves);
    expect(await at.problems(ended.number)).toEqual([
      { kind: 'refused', status: 403, place: { kind: 'module', module: 'journal' }, withdrawing: true },
    ]);
    at.clock.time += 3_600_000;
    await at.deliver();
    // One of each ticket.
    expect(at.said(dispatch)).toContain('trouble module:journal 2 | owner');
  });

  it('when the ticket cannot be read, then its card is withdrawn all the same, and other cards with it', async () => {
    const other = await at.assigned();
    await at.deliver();
    const { tickets } = at.stores;
    const find = tickets.find.bind(tickets);
    const isDamaged = (each: string) => each === number;
    tickets.find = (each) => (isDamaged(each) ? Promise.reject(new TypeError('damaged')) : find(each));
    await at.starts(journalMoves);
    expect(at.said(journal)).toEqual(['edit abgegeben', 'edit abgegeben']);
    for (const each of [number, other])
      expect((await at.stores.cards.find(each, 'ticket', journal))?.withdrawn).toBe(true);
    expect(at.reports).toContainEqual(expect.objectContaining({ kind: 'unreadable', ticket: number }));
  });

  it('when the store fails in the middle, then the next start begins again and nothing is said twice', async () => {
    for (let count = 0; count < 3; count += 1) await at.assigned();
    await at.deliver();
    at.edits(journalMoves);
    at.messenger.sent.length = 0;
    const { deliveries, cards } = at.stores;
    const enqueue = deliveries.enqueue.bind(deliveries);
    for (const taken of [1, 2, 4]) {
      let calls = 0;
      deliveries.enqueue = (due) => {
        calls += 1;
        return calls > taken ? Promise.reject(new StoreAway()) : enqueue(due);
      };
      await expect(at.process().run()).rejects.toThrow(StoreAway);
      deliveries.enqueue = enqueue;
      await at.deliver();
    }
    await at.process().run();
    await at.deliver();
    expect(at.said(journal)).toEqual(Array.from({ length: 4 }, () => 'edit abgegeben'));
    expect(at.said(elsewhere)).toEqual(Array.from({ length: 4 }, () => 'post accepted v4'));
    expect((await cards.standing(undefined, 100)).map(({ laneKey }) => laneKey)).not.toContain(journal);
  });

  it('when two bots start at once, then one walks, and the other has nothing left to do', async () => {
    at.edits(journalMoves);
    at.messenger.sent.length = 0;
    const [one, other] = [at.process({ holder: 'one' }), at.process({ holder: 'other' })];
    await Promise.all([one.run(), other.run()]);
    await other.run();
    await one.run();
    await at.deliver();
    expect(at.said(journal)).toEqual(['edit abgegeben']);
    expect(at.said(elsewhere)).toEqual(['post accepted v4']);
    expect(at.reports.filter(({ kind }) => kind === 'followed')).toHaveLength(2);
  });

  it('when a bot with another file runs beside, then neither walks again because of the other', async () => {
    const former = { installation: () => installation };
    const [old, present] = [
      at.process({ holder: 'old', directory: former }),
      at.process({ holder: 'new', directory: { installation: () => moved } }),
    ];
    const moved = journalMoves(installation);
    await old.run();
    await present.run();
    await old.run();
    await present.run();
    expect(at.reports.filter(({ kind }) => kind === 'followed')).toHaveLength(2);
  });

  it('when the process stops in the middle, then it ends early and the next one does it all', async () => {
    at.edits(journalMoves);
    const stopped = at.process({
      cards: {
        standing(after, limit) {
          stopped.stop();
          return at.stores.cards.standing(after, limit);
        },
      },
    });
    await stopped.run();
    expect(at.reports).toHaveLength(1);
    await at.starts();
    expect(at.reports).toHaveLength(2);
    expect(at.said(journal)).toEqual(['edit abgegeben']);
  });

  describe('when a walk ends in the middle and the file is edited again meanwhile', () => {
    const third = { ...channel, conversation: '19:third@thread.tacv2' };
    const inThird = 'channel:19:third@thread.tacv2';

    async function startsAndFails(edit: Edit): Promise<void> {
      at.edits(edit);
      at.messenger.sent.length = 0;
      const shownPosts = { reviewAll: () => Promise.reject(new StoreAway()) };
      await expect(at.process({ shownPosts }).run()).rejects.toThrow(StoreAway);
      await at.deliver();
    }

    it('then what has followed the edit returns with the former file', async () => {
      await startsAndFails(journalMoves);
      expect(at.said(journal)).toEqual(['edit abgegeben']);
      await at.starts(journalReturns);
      expect(at.said(journal)).toEqual(['edit accepted v4']);
      expect(at.said(elsewhere)).toEqual(['edit abgegeben']);
    });

    it('then it follows from one file to the next, however often', async () => {
      await startsAndFails(journalMoves);
      await startsAndFails(moduleAt('journal', third));
      await startsAndFails(journalMoves);
      expect(at.said(elsewhere)).toEqual(['edit accepted v4']);
      expect(at.said(inThird)).toEqual(['edit abgegeben']);
      await at.starts(journalReturns);
      expect(at.said(journal)).toEqual(['edit accepted v4']);
      expect((await at.stores.cards.standing(undefined, 100)).map(({ laneKey }) => laneKey)).toEqual(
        [dispatch, journal, nord].sort(),
      );
    });
  });

  it('when the file is the same in another order, then nothing follows', async () => {
    await at.starts((before) => ({
      ...before,
      modules: [...before.modules].reverse(),
      people: before.people.map(({ roles, ...each }) => ({ ...each, roles: [...roles].reverse() })).reverse(),
      organisations: before.organisations
        .map(({ contactPeople, ...each }) => ({ ...each, contactPeople: [...contactPeople].reverse() }))
        .reverse(),
    }));
    expect(at.messenger.sent).toEqual([]);
    expect(at.reports).toHaveLength(1);
  });

  it('when earlier software has left the cards there without a word of where places were, then they follow too', async () => {
    const stores = { settings: { ...at.stores.settings, read: () => Promise.resolve(undefined) } };
    at.edits(journalMoves);
    at.messenger.sent.length = 0;
    await at
      .process({ settings: { ...stores.settings, readOrWrite: never, write: () => Promise.resolve() } })
      .run();
    await at.deliver();
    expect(at.said(journal)).toEqual(['edit abgegeben']);
    expect(at.said(elsewhere)).toEqual(['post accepted v4']);
    expect(at.said(nord)).toEqual([]);
  });

  it('when the channel becomes that of another module that does not read the ticket, then its card is withdrawn', async () => {
    const former = installation.modules.find(({ id }) => id === 'journal')?.channel;
    await at.starts((before) => moduleAt('outage', former)(journalMoves(before)));
    expect(at.said(journal)).toEqual(['edit abgegeben']);
  });
});

describe('given an assigned ticket of a module that another company maintains from now on, elsewhere', () => {
  const outage = 'channel:19:outage@thread.tacv2';
  const toB: Edit = (before) =>
    moduleAt(
      'journal',
      installation.modules.find(({ id }) => id === 'outage')?.channel,
    )(moduleMoves('journal', 'contractor-b', 'maintainer-b1')(before));

  it('when it follows, then the former channel keeps the number, and the present one has nothing before it is assigned', async () => {
    const at = worldThatFollows();
    await at.starts();
    const number = await at.assigned();
    await at.deliver();
    await at.starts(toB);
    expect(at.said(journal)).toEqual(['edit abgegeben']);
    expect(at.said(outage)).toEqual([]);
    expect(at.said(dispatch)).toContain('mention assignmentLapsed dispatcher-1');
    await at.starts();
    expect(at.messenger.sent).toEqual([]);
    await at.does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-b1' }, number);
    await at.deliver();
    expect(at.said(outage)).toEqual(['post accepted v6', 'mention assigned maintainer-b1']);
    expect(at.said(journal)).toEqual([]);
  });

  it('when another process has followed already, then this one looks once more, and says nothing', async () => {
    const at = worldThatFollows();
    await at.starts();
    await at.assigned();
    await at.starts(toB);
    at.messenger.sent.length = 0;
    let looks = 0;
    const other = at.process({
      holder: 'other',
      lapseAssignments: () => {
        looks += 1;
        return Promise.resolve(true);
      },
    });
    await other.run();
    await other.run();
    await at.deliver();
    expect(looks).toBe(1);
    expect(at.messenger.sent).toEqual([]);
  });
});

describe('given a report that somebody analyses', () => {
  it('when they are no dispatcher any more, then its cards are drawn again, and nobody is called', async () => {
    const at = worldThatFollows();
    await at.starts();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' }, number);
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    await at.starts(leaves('dispatcher-1'));
    expect(at.messenger.sent.map(({ lane, what, says }) => `${lane} ${what} ${says}`).sort()).toEqual([
      `${dispatch} edit requested v2`,
      `${nord} edit requested v2`,
    ]);
  });
});

describe('given tickets with people who are away', () => {
  const away =
    (person: string, from: string, to: string, deputy?: string): Edit =>
    (before) => ({ ...before, absences: [{ person, from, to, ...(deputy && { deputy }) }] });
  const lanesDrawn = (at: World) => at.messenger.sent.map(({ lane, what }) => `${what} ${lane}`).sort();
  const everywhere = [`edit ${dispatch}`, `edit ${journal}`, `edit ${nord}`].sort();

  async function withAssigned() {
    const at = worldThatFollows();
    await at.starts();
    await at.assigned();
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    return at;
  }

  it('when the absence of an assignee is entered, changed, or loses its deputy, then the cards are drawn again, each once', async () => {
    const at = await withAssigned();
    for (const edit of [
      away('maintainer-a1', '2026-06-15', '2026-06-19', 'maintainer-a2'),
      away('maintainer-a1', '2026-06-15', '2026-06-26', 'maintainer-a2'),
      leaves('maintainer-a2'),
    ]) {
      await at.starts(edit);
      expect(lanesDrawn(at)).toEqual(everywhere);
      await at.starts();
      expect(at.messenger.sent).toEqual([]);
    }
  });

  it('when it ends and another one is known, then the same process draws them again on the next day, and not twice', async () => {
    const at = await withAssigned();
    at.edits(away('maintainer-a1', '2026-06-10', '2026-06-11', 'maintainer-a2'));
    const process = at.process();
    await process.run();
    await at.deliver();
    for (const [day, drawn] of [
      ['2026-06-11', []],
      ['2026-06-12', everywhere],
      ['2026-06-13', []],
    ] as const) {
      at.messenger.sent.length = 0;
      at.clock.time = berlin(`${day}T00:01`);
      await process.run();
      await at.deliver();
      expect(lanesDrawn(at)).toEqual(drawn);
    }
  });

  it('when it is somebody’s whom no ticket is with, then nothing is drawn', async () => {
    const at = await withAssigned();
    for (const person of ['maintainer-a2', 'maintainer-b1', 'dispatcher-1', 'nord-1']) {
      await at.starts(away(person, '2026-06-15', '2026-06-19'));
      expect(at.messenger.sent).toEqual([]);
    }
  });

  it('when it is that of whoever analyses, or has taken a request for support, then the cards that name them are drawn', async () => {
    const at = worldThatFollows();
    await at.starts();
    const analysed = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' }, analysed);
    const supported = await at.assigned();
    const asked = { type: 'requestSupport', kind: 'technicalQuestion', question: 'Bitte' } as const;
    await at.does('maintainer-a1', 'maintainer', asked, supported);
    await at.does('platform', 'platformMaintainer', { type: 'takeSupport' }, supported);
    await at.deliver();
    await at.starts(away('dispatcher-1', '2026-06-15', '2026-06-19'));
    expect(lanesDrawn(at)).toEqual([`edit ${dispatch}`, `edit ${nord}`]);
    await at.starts(away('platform', '2026-06-15', '2026-06-19'));
    expect(at.said(nord)).toEqual(['edit requested v2']);
    expect(at.said('channel:19:platform@thread.tacv2')).toEqual([expect.stringMatching(/^edit accepted/)]);
    expect(at.said(journal)).toEqual([expect.stringMatching(/^edit accepted/)]);
  });
});

describe('given an operator with an unconfirmed notice of a release', () => {
  const nordMoves: Edit = (before) => ({
    ...before,
    organisations: before.organisations.map((each) => (each.id === 'nord' ? { ...each, channel } : each)),
  });

  it('when its channel changes, then neither card nor notice stays in the former one, and both come to the present one', async () => {
    const at = worldThatFollows();
    await at.starts();
    const { stands, events, now } = released();
    at.clock.time = now + 60_000;
    await at.stores.tickets.create(stands, events);
    await at.deliver();
    await at.starts(nordMoves);
    expect(at.said(nord)).toEqual(['edit abgegeben', 'edit abgegeben']);
    expect([...at.said(elsewhere)].sort()).toEqual([
      'post closed v12',
      expect.stringMatching(/^post notice nord/),
    ]);
  });
});

describe('given lists that show what was typed', () => {
  it('when who reads there has changed, then they are replaced, and those of others stay', async () => {
    const at = worldThatFollows();
    await at.starts();
    const number = await at.assigned();
    await at.deliver();
    const module = installation.modules.find(({ id }) => id === 'journal');
    if (module?.channel === undefined) throw new Error('the sample has it');
    const inJournal = { kind: 'channel', address: module.channel } as const;
    const place = { kind: 'module', module: 'journal' } as const;
    const posts = [
      ['list', inJournal],
      ['chat', { kind: 'person', person: 'maintainer-a1' }],
      ['other chat', { kind: 'person', person: 'dispatcher-1' }],
    ] as const;
    for (const [activityId, lane] of posts) {
      await at.shownPosts.remember({ conversation: activityId, activityId, lane, place, tickets: [number] });
    }
    await at.starts(journalLeaves);
    const replaced = at.messenger.sent.filter(({ what }) => what === 'replaced').map(({ says }) => says);
    expect([...replaced].sort()).toEqual([`chat because of ${number}`, `list because of ${number}`]);
  });

  it('when a ticket of theirs cannot be read, then they are replaced', async () => {
    const at = worldThatFollows();
    await at.starts();
    const number = await at.assigned();
    await at.deliver();
    const lane = { kind: 'person', person: 'dispatcher-1' } as const;
    const post = { conversation: 'c', activityId: 'list', lane, place: { kind: 'dispatch' } } as const;
    await at.shownPosts.remember({ ...post, tickets: [number] });
    const find = at.stores.tickets.find.bind(at.stores.tickets);
    at.stores.tickets.find = (each) =>
      each === number ? Promise.reject(new TypeError('damaged')) : find(each);
    await at.starts(journalMoves);
    expect(at.said('person:dispatcher-1')).toEqual([`replaced list because of ${number}`]);
  });
});

describe('given more cards than one page holds', () => {
  it('when their module moves, then each of them follows', async () => {
    const at = worldThatFollows();
    await at.starts();
    for (let count = 0; count < 45; count += 1) await at.assigned();
    await at.deliver();
    await at.starts(journalMoves);
    expect(at.said(journal)).toEqual(Array.from({ length: 45 }, () => 'edit abgegeben'));
    expect(at.said(elsewhere)).toHaveLength(45);
  });
});

describe('given dispatch and platform share a channel', () => {
  const shared: Edit = (before) => ({ ...before, platformChannel: before.dispatchChannel });
  const dispatchMoves: Edit = (before) => ({ ...before, dispatchChannel: channel });

  /** Two tickets, of which the platform reads the one that it was asked to support. */
  async function withOneSupported() {
    const at = worldThatFollows();
    await at.starts(shared);
    const supported = await at.assigned();
    await at.does(
      'maintainer-a1',
      'maintainer',
      { type: 'requestSupport', kind: 'technicalQuestion', question: 'Bitte' },
      supported,
    );
    await at.assigned();
    await at.deliver();
    return { at, supported };
  }

  it('when dispatch moves, then the platform keeps the cards that it reads as its own, and only those', async () => {
    const { at, supported } = await withOneSupported();
    await at.starts(dispatchMoves);
    expect(at.said(dispatch)).toEqual(['edit accepted v5', 'edit abgegeben']);
    expect(at.said(elsewhere)).toEqual(['post accepted v5', 'post accepted v4']);
    const card = await at.stores.cards.find(supported, 'ticket', dispatch);
    expect(card?.place).toEqual({ kind: 'platform' });
  });

  it('when the platform moves out, then it gets the cards that it reads', async () => {
    const { at } = await withOneSupported();
    await at.starts((before) => ({ ...before, platformChannel: channel }));
    expect(at.said(elsewhere)).toEqual(['post accepted v5']);
    expect(at.said(dispatch)).toEqual([]);
  });
});

describe('given an operator that is reached in private chats', () => {
  const one = 'person:sued-1';
  const other = 'person:sued-2';
  let at: World;
  beforeEach(async () => {
    at = worldThatFollows();
    await at.starts();
    await at.does('sued-1', 'operator', { ...reportByNord, operator: 'sued' } as CommandText);
    await at.deliver();
  });

  it('when one of them is no contact any more, then their card is withdrawn, and the other keeps theirs', async () => {
    await at.starts(contactsOfSued('sued-2'));
    expect(at.said(one)).toEqual(['edit abgegeben']);
    expect(at.said(other)).toEqual([]);
  });

  it('when another one becomes a contact, then they get the card', async () => {
    await at.starts(contactsOfSued('sued-1', 'sued-2', 'nord-2'));
    expect(at.said('person:nord-2')).toEqual(['post requested v1']);
    expect(at.said(one)).toEqual([]);
  });

  it('when one is absent, then the deputy has the card beside them until they are back', async () => {
    const withAbsence: Installation = {
      ...installation,
      people: installation.people.map((each) =>
        each.id === 'nord-2' ? { ...each, organisation: 'sued' } : each,
      ),
      absences: [{ person: 'sued-1', from: '2026-06-11', to: '2026-06-12', deputy: 'nord-2' }],
    };
    const saidOn = async (day: string) => {
      await at.starts(() => inForceOn(withAbsence, day));
      return [at.said(one), at.said(other), at.said('person:nord-2')];
    };
    expect(await saidOn('2026-06-12')).toEqual([[], [], ['post requested v1']]);
    expect(await saidOn('2026-06-13')).toEqual([[], [], ['edit abgegeben']]);
  });

  it('when nobody is left, then the place counts as not reached', async () => {
    await at.starts(contactsOfSued());
    expect(at.said(one)).toEqual(['edit abgegeben']);
    expect(at.said(dispatch)).toContain('trouble organisation:sued 1 | owner');
  });

  it('when it gets a channel, then the cards go there', async () => {
    await at.starts((before) => ({
      ...before,
      organisations: before.organisations.map((each) => (each.id === 'sued' ? { ...each, channel } : each)),
    }));
    expect([...at.said(one), ...at.said(other)]).toEqual(['edit abgegeben', 'edit abgegeben']);
    expect(at.said(elsewhere)).toEqual(['post requested v1']);
  });
});

const never = () => Promise.reject(new Error('not asked for here'));
