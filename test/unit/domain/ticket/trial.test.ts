import { placesReading, mayRead } from '../../../../src/domain/ticket/access';
import { reactionsOf } from '../../../../src/app/reactions/reactions-of';
import { publishedNotices } from '../../../../src/app/published-notices';
import { planEffects } from '../../../../src/app/plan-effects';
import { possibleActions } from '../../../../src/domain/ticket/rights';
import { waitsFor } from '../../../../src/domain/ticket/waits-for';
import { type CommandText, reportByNord, requested, Story } from '../../../support/given';
import { installation, withTwoHats } from '../../../support/installation';
import { sampleCompletion, samplePlan, sampleTestRecord } from '../../../support/tickets';

const trialReport = { ...reportByNord, trial: true } as CommandText;
const { calendars } = installation;

function trial(organisation = installation): Story {
  return new Story('2026-06-10T10:00', organisation).does('dispatcher-1', 'dispatcher', trialReport);
}

/** A dispatcher and a maintainer lead it from report to release, as they would a real one. */
function released(): Story {
  return trial()
    .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' })
    .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' })
    .does('maintainer-a1', 'maintainer', { type: 'askOperator', question: 'Seit wann?' })
    .doesOnWord('dispatcher-1', { type: 'answerQuestion', answer: 'Seit heute' })
    .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan })
    .doesOnWord('dispatcher-1', { type: 'agreeToPlan' })
    .does('dispatcher-1', 'dispatcher', { type: 'agreeToPlan' })
    .does('maintainer-a1', 'maintainer', { type: 'beginWork' })
    .does('maintainer-a1', 'maintainer', { type: 'completeWork', completion: sampleCompletion })
    .does('dispatcher-1', 'dispatcher', { type: 'beginTest' })
    .does('dispatcher-1', 'dispatcher', {
      type: 'releaseAndClose',
      record: sampleTestRecord,
      noticeText: 'Geübt.',
    });
}

describe('a ticket to practise with (process 7)', () => {
  it("given a dispatcher, when they report a trial, then without anybody's word or contract, for their own organisation", () => {
    const { stands, events } = trial({ ...installation, contracts: [] });
    expect(stands).toMatchObject({ trial: true, operator: 'cooperative', receivedAt: stands.enteredAt });
    expect(stands).not.toHaveProperty('onBehalf');
    expect(events[0]).toMatchObject({ type: 'faultReported', trial: true });
  });

  it('given a word beside it, then it is dropped: a trial is nobody else’s', () => {
    const onBehalf = { way: 'phone', saidBy: 'Leitwarte', at: 0 } as const;
    const { stands } = new Story('2026-06-10T10:00').does('dispatcher-1', 'dispatcher', {
      ...trialReport,
      onBehalf,
    });
    expect(stands).not.toHaveProperty('onBehalf');
  });

  it('given a report without the mark, then the ticket has none either', () => {
    const story = new Story('2026-06-10T10:00').does('nord-1', 'operator', reportByNord);
    expect(story.stands).not.toHaveProperty('trial');
    expect(story.events[0]).not.toHaveProperty('trial');
  });

  it('given an operator, when they report one, or a dispatcher a security-relevant one, then it is refused in words', () => {
    const story = new Story('2026-06-10T10:00');
    expect(story.refusal('nord-1', 'operator', trialReport)).toEqual({ code: 'trialByDispatcherOnly' });
    const secret = { ...trialReport, securityRelevant: true } as CommandText;
    expect(story.refusal('dispatcher-1', 'dispatcher', secret)).toEqual({ code: 'trialNotSecurityRelevant' });
  });

  it('given a trial, when it is marked security-relevant, then that is refused and not offered', () => {
    const story = trial();
    expect(story.refusal('dispatcher-1', 'dispatcher', { type: 'markSecurityRelevant' })).toEqual({
      code: 'trialNotSecurityRelevant',
    });
    const offered = possibleActions(story.stands, 'dispatcher').map(({ action }) => action);
    expect(offered).toContain('accept');
    expect(offered).not.toContain('markSecurityRelevant');
  });

  it('given somebody who is operator in the dispatcher’s organisation, then they neither read nor do anything of it', () => {
    const twoHats = {
      ...withTwoHats,
      people: withTwoHats.people.map((each) =>
        each.id === 'nord-1' ? { ...each, organisation: 'cooperative' } : each,
      ),
    };
    const story = trial(twoHats);
    expect(mayRead(twoHats, { person: 'nord-1' }, story.stands)).toBe(false);
    expect(story.refusal('nord-1', 'operator', { type: 'withdraw', reason: 'Erledigt' })).toMatchObject({
      code: 'notPermitted',
      permitted: [{ role: 'dispatcher' }],
    });
  });

  it('given a real ticket, when a trial is linked with it or declined as its duplicate, then that is refused', () => {
    const real = { ...requested().stands, number: 'SP-2026-0002' };
    for (const [story, other] of [
      [trial(), real],
      [requested(), { ...trial().stands, number: 'SP-2026-0002' }],
    ] as const) {
      story.others.set(other.number, other);
      const link = { type: 'linkTicket', other: other.number, kind: 'related' } as const;
      const decline = { type: 'decline', reason: 'duplicate', text: 'x', duplicateOf: other.number } as const;
      for (const command of [link, decline])
        expect(story.refusal('dispatcher-1', 'dispatcher', command)).toEqual({ code: 'trialAndReal' });
    }
  });

  it('given what an operator has to do, then the dispatchers are waited for, each step once', () => {
    const returned = trial().does('dispatcher-1', 'dispatcher', {
      type: 'returnReport',
      missing: 'Version?',
    });
    expect(waitsFor(returned.stands)).toEqual([{ role: 'dispatcher', step: 'supplement' }]);
    const planned = trial()
      .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' })
      .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' })
      .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan });
    expect(waitsFor(planned.stands)).toEqual([{ role: 'dispatcher', step: 'answerPlan' }]);
    expect(planned.doesOnWord('dispatcher-1', { type: 'agreeToPlan' }).stands.fixPlan?.bindingSince).toBe(
      undefined,
    );
    expect(waitsFor(planned.stands)).toEqual([{ role: 'dispatcher', step: 'answerPlan' }]);
  });

  it('given a dispatcher and a maintainer, when they lead it to its release, then nobody is owed a notice and nothing is reported', () => {
    const { stands, events } = released();
    expect(stands).toMatchObject({ state: 'closed', resolution: 'fixed', release: { notices: [] } });
    const record = { ticket: stands, events, effectsPlanned: 0, historyHash: '' };
    expect(publishedNotices(record)).toEqual([]);
    expect(reactionsOf(stands)).toEqual([]);
    expect(placesReading(stands).map(({ kind }) => kind)).toEqual(['dispatch', 'module']);
  });

  it('given another module, when it is changed, then no contract is asked for, as none was for the report', () => {
    const toOutage = { type: 'changeModule', module: 'outage' } as const;
    const moved = trial({ ...installation, contracts: [] }).does('dispatcher-1', 'dispatcher', toOutage);
    expect(moved.stands.module).toBe('outage');
  });

  it('given any of its events, then nothing that follows goes to an operator', () => {
    const { stands, events } = released();
    const effects = planEffects({ ticket: stands, events, effectsPlanned: 0, historyHash: '' }, calendars);
    expect(effects.filter(({ effect }) => effect.place.kind === 'organisation')).toEqual([]);
    const ids = effects.map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('given a trial that is returned, when its answer is late, then the dispatchers are reminded once a step', () => {
    const story = trial().does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Version?' });
    expect(story.timePasses('2026-06-30T10:00')).toEqual(['reminded returnUnanswered 10']);
    const effects = planEffects(
      { ticket: story.stands, events: story.events, effectsPlanned: 0, historyHash: '' },
      calendars,
    );
    const reminders = effects.filter(({ effect }) => effect.kind === 'remind');
    expect(reminders.map(({ effect }) => effect.place.kind)).toEqual(['dispatch']);
  });
});
