import { createRecordCardsFollowing } from '../../../src/app/follow-record-cards';
import type { OrganisationEvent } from '../../../src/domain/organisation/changes';
import type { Installation, Onboarding, StepOwner } from '../../../src/domain/organisation/installation';
import {
  beginOnboarding,
  stepOf,
  withoutTick,
  withState,
  withTick,
} from '../../../src/domain/organisation/onboarding/onboarding';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';
import { dispatch, journal, sendingWorld } from '../../support/sending-world';

const platform = 'channel:19:platform@thread.tacv2';
const at = berlin('2026-06-10T10:00');
const of = { id: 'a-journal', module: 'journal', organisation: 'contractor-a' };
const begun = beginOnboarding(of, installation.onboardingChecklist, { by: 'owner', at });
const ofPerson = beginOnboarding(
  { ...of, id: 'a2-journal', person: 'maintainer-a2' },
  installation.onboardingChecklist,
  { by: 'owner', at },
);
const actors: Readonly<Record<StepOwner, string>> = {
  processOwner: 'owner',
  maintainer: 'maintainer-a1',
  dispatcher: 'dispatcher-1',
  platformMaintainer: 'platform',
};

function ticked(onboarding: Onboarding, ...steps: readonly string[]): Onboarding {
  return steps.reduce((before, step) => {
    const by = actors[stepOf(before, step)?.by ?? 'dispatcher'];
    return withTick(before, step, { at, by });
  }, onboarding);
}
const mandatory = ['contract', 'build', 'trial', 'environments', 'account'];
const ready = ticked(begun, ...mandatory);
const completed = ticked(ready, 'signOffPlatformMaintainer', 'signOffDispatcher');
const reminded = (onboarding: Onboarding, ...steps: readonly string[]): Onboarding =>
  steps.reduce(
    (before, step) => withState(before, step, { kind: 'open', since: at, reminders: 1 }),
    onboarding,
  );
const recorded = (onboarding: Onboarding): OrganisationEvent => ({ type: 'onboardingRecorded', onboarding });

describe('onboardings, told in Teams (process 7)', () => {
  let world: ReturnType<typeof sendingWorld>;
  beforeEach(() => {
    world = sendingWorld();
  });
  afterEach(() => world.stop());

  const told = () =>
    world.messenger.sent.map(
      ({ what, lane, says }) => `${what} ${lane} ${says.replace(/ at \d+ /, ' in its thread ')}`,
    );
  /** Each conversation goes at its own pace. */
  async function tells(...events: readonly OrganisationEvent[]) {
    const before = told().length;
    if (events.length > 0) await world.records(...events);
    await world.deliver();
    return told().slice(before).sort();
  }

  it('given one that begins, then its card stands in the platform’s and the dispatch place, and everybody is called to their steps', async () => {
    expect(await tells(recorded(begun))).toEqual(
      [
        `onboarding ${journal} a-journal begun build trial to maintainer-a1,maintainer-a2`,
        `onboarding ${dispatch} a-journal begun contract account in its thread to dispatcher-1,dispatcher-2,owner`,
        `onboarding ${platform} a-journal begun environments election in its thread to platform`,
        `post ${dispatch} a-journal 0/7`,
        `post ${platform} a-journal 0/7`,
      ].sort(),
    );
  });

  it('given one of a person, then in the module’s channel they alone are called', async () => {
    expect(await tells(recorded(ofPerson))).toContain(
      `onboarding ${journal} a2-journal begun build trial to maintainer-a2`,
    );
  });

  it('given one of a company that does not maintain the module, then the process owner is called to its steps in the dispatch place', async () => {
    const successor = { ...begun, organisation: 'contractor-b' };
    const calls = (sent: readonly string[]) => sent.filter((each) => each.startsWith('onboarding'));
    expect(calls(await tells(recorded(successor)))).toEqual([
      `onboarding ${dispatch} a-journal begun contract build trial account in its thread to dispatcher-1,dispatcher-2,owner`,
      `onboarding ${platform} a-journal begun environments election in its thread to platform`,
    ]);
    expect(calls(await tells(recorded(reminded(successor, 'trial'))))).toEqual([
      `onboarding ${dispatch} a-journal stalled trial in its thread to owner`,
    ]);
  });

  it('given a module that nobody maintains, then likewise, and when it is completed the process owner reads it once', async () => {
    const ofNobodys = { ...begun, module: 'contacts' };
    await tells(recorded(ofNobodys));
    expect(await tells(recorded(reminded(ofNobodys, 'trial')))).toContain(
      `onboarding ${dispatch} a-journal stalled trial in its thread to owner`,
    );
    const sent = await tells(recorded({ ...ofNobodys, outcome: { kind: 'completed', at } }));
    expect(sent.filter((each) => each.startsWith('onboarding'))).toEqual([
      `onboarding ${dispatch} a-journal completed in its thread to owner`,
    ]);
  });

  it('given a module whose channel is not known, then the process owner is called to the maintainers’ steps', async () => {
    world.edits((before) => ({
      ...before,
      modules: before.modules.map(({ channel, ...module }) => module),
    }));
    const sent = await tells(recorded(begun));
    expect(sent).toContain(
      `onboarding ${dispatch} a-journal begun contract build trial account in its thread to dispatcher-1,dispatcher-2,owner`,
    );
    expect(sent.filter((each) => each.includes(journal))).toEqual([]);
  });

  it('given a company that takes the module over before it is told, then it is told in the company’s channel', async () => {
    const successor = { ...begun, organisation: 'contractor-b' };
    await world.records(recorded(successor));
    const person = installation.people.find(({ id }) => id === 'maintainer-b1');
    if (person === undefined) throw new Error('there is a maintainer of contractor-b');
    await world.records(
      { type: 'personRecorded', person: { ...person, roles: [{ role: 'maintainer', module: 'journal' }] } },
      {
        type: 'moduleRecorded',
        module: { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-b' },
      },
    );
    expect(await tells()).toContain(
      'onboarding channel:19:outage@thread.tacv2 a-journal begun build trial to maintainer-b1',
    );
  });

  it('given several that begin at once, then each has its card and one call a place tells of all', async () => {
    const sent = await tells(recorded(begun), recorded(ofPerson));
    expect(sent).toContain(
      `onboarding ${journal} a-journal begun build trial,a2-journal begun build trial to maintainer-a1,maintainer-a2`,
    );
    expect(sent.filter((each) => each.startsWith('post'))).toHaveLength(4);
    expect(sent.filter((each) => each.startsWith('onboarding'))).toHaveLength(3);
  });

  it('given steps that were done before it was told, then nobody is called to them', async () => {
    await world.records(recorded(begun));
    const sent = await tells(recorded(ticked(begun, 'build', 'trial', 'account')));
    expect(sent.filter((each) => each.startsWith('onboarding'))).toEqual([
      `onboarding ${dispatch} a-journal begun contract in its thread to owner`,
      `onboarding ${platform} a-journal begun environments election in its thread to platform`,
    ]);
  });

  describe('given one that is under way', () => {
    beforeEach(async () => {
      await tells(recorded(begun));
    });

    it('when a step is done or taken back, then the cards are edited and nobody is called', async () => {
      const done = ticked(begun, 'contract');
      const edits = (progress: string) => [
        `edit ${dispatch} a-journal ${progress}`,
        `edit ${platform} a-journal ${progress}`,
      ];
      expect(await tells(recorded(done))).toEqual(edits('1/7'));
      const reopened = withoutTick(done, 'contract', { at, by: 'owner', reason: 'Falscher Vertrag' });
      expect(await tells(recorded(reopened))).toEqual(edits('0/7'));
    });

    it('when the last mandatory item is done, then whoever signs off is called in the thread of the card', async () => {
      expect((await tells(recorded(ready))).filter((each) => each.startsWith('onboarding'))).toEqual([
        `onboarding ${dispatch} a-journal signOff signOffDispatcher in its thread to dispatcher-1,dispatcher-2`,
        `onboarding ${platform} a-journal signOff signOffPlatformMaintainer in its thread to platform`,
      ]);
    });

    it('when a sign-off is taken back by itself, then nobody is called', async () => {
      const signed = ticked(ready, 'signOffDispatcher');
      await tells(recorded(signed));
      const back = withoutTick(signed, 'signOffDispatcher', { at, by: 'dispatcher-1', reason: 'Zu früh' });
      expect((await tells(recorded(back))).filter((each) => each.startsWith('onboarding'))).toEqual([]);
    });

    it('when steps are reminded of, then those who have to act are called', async () => {
      const sent = await tells(recorded(reminded(begun, 'environments', 'trial', 'contract')));
      expect(sent.filter((each) => each.startsWith('onboarding'))).toEqual([
        `onboarding ${dispatch} a-journal stalled contract in its thread to owner`,
        `onboarding ${journal} a-journal stalled trial to maintainer-a1,maintainer-a2`,
        `onboarding ${platform} a-journal stalled environments in its thread to platform`,
      ]);
    });

    it('when a step is done before its reminder was sent, then it is not told', async () => {
      const later = reminded(begun, 'environments', 'trial');
      await world.records(recorded(later));
      const sent = await tells(recorded(ticked(later, 'trial')));
      expect(sent.filter((each) => each.startsWith('onboarding'))).toEqual([
        `onboarding ${platform} a-journal stalled environments in its thread to platform`,
      ]);
    });

    it('when it is completed, then the process owners and the maintainers read it', async () => {
      expect(await tells(recorded(completed))).toEqual([
        `edit ${dispatch} a-journal completed`,
        `edit ${platform} a-journal completed`,
        `onboarding ${dispatch} a-journal completed in its thread to owner`,
        `onboarding ${journal} a-journal completed to maintainer-a1,maintainer-a2`,
      ]);
    });

    it('when it is called off, then its cards say so and nobody is called, nor of what was still to be told', async () => {
      await world.records(recorded(reminded(begun, 'trial')));
      const outcome = { kind: 'cancelled', at, by: 'owner', reason: 'Absage' } as const;
      expect(await tells(recorded({ ...begun, outcome }))).toEqual([
        `edit ${dispatch} a-journal cancelled`,
        `edit ${platform} a-journal cancelled`,
      ]);
    });

    it('when a card was deleted, then it is posted anew with the next change', async () => {
      world.messenger.gone.add('1');
      world.messenger.gone.add('2');
      expect(await tells(recorded(ticked(begun, 'contract')))).toEqual([
        `post ${dispatch} a-journal 1/7`,
        `post ${platform} a-journal 1/7`,
      ]);
    });

    it('when the bot is killed and starts again, then nothing is told again', async () => {
      world.restart();
      expect(await tells()).toEqual([]);
    });
  });

  it('given one that was over before it was told, then it has no card', async () => {
    await world.records(recorded(begun));
    const outcome = { kind: 'cancelled', at, by: 'owner', reason: 'Absage' } as const;
    expect(await tells(recorded({ ...begun, outcome }))).toEqual([]);
  });

  it('given one that was over when it was imported, then nothing is told of it', async () => {
    expect(await tells(recorded(completed))).toEqual([]);
  });

  describe('given cards that stand', () => {
    let follow: () => Promise<void>;
    const channels = (edit: (before: Installation) => Partial<Installation>) =>
      world.edits((before) => ({ ...before, ...edit(before) }));
    const inChannel = (conversation: string) => ({ ...installation.platformChannel, conversation });
    async function follows() {
      const before = told().length;
      await follow();
      await world.deliver();
      return told().slice(before).sort();
    }
    beforeEach(async () => {
      await tells(recorded(begun));
      const { deps, stores } = world;
      follow = createRecordCardsFollowing({
        ...stores,
        ...deps,
        recorded: { ...deps.recorded, version: () => deps.recorded.changes().length },
        effectsWaiting: () => undefined,
      });
    });

    it('when somebody named on it is called otherwise, then the cards are drawn anew, once', async () => {
      await tells(recorded(ticked(begun, 'account')));
      const [dispatcher] = installation.people.filter(({ id }) => id === 'dispatcher-1');
      if (dispatcher === undefined) throw new Error('there is a dispatcher');
      await world.records({ type: 'personRecorded', person: { ...dispatcher, name: 'Anders' } });
      expect(await follows()).toEqual([`edit ${dispatch} a-journal 1/7`, `edit ${platform} a-journal 1/7`]);
      expect(await follows()).toEqual([]);
    });

    it('when a place is reached elsewhere, then the onboarding stands there, and the former card says so', async () => {
      channels(() => ({ dispatchChannel: inChannel('19:dispatch-2@thread.tacv2') }));
      expect(await follows()).toEqual([
        `edit ${dispatch} abgegeben`,
        'post channel:19:dispatch-2@thread.tacv2 a-journal 0/7',
      ]);
      expect(await follows()).toEqual([]);
    });

    it('when both places share a channel, then one card stands there for both, also after they part again', async () => {
      channels(({ dispatchChannel }) => ({ platformChannel: dispatchChannel }));
      expect(await follows()).toEqual([`edit ${platform} abgegeben`]);
      channels(() => ({ dispatchChannel: inChannel('19:dispatch-2@thread.tacv2') }));
      expect(await follows()).toEqual(['post channel:19:dispatch-2@thread.tacv2 a-journal 0/7']);
    });
  });
});
