import type { OnBehalf } from '../../../../src/domain/ticket/on-behalf';
import { responsibleParty } from '../../../../src/domain/ticket/responsible-party';
import { presentCycle, type Ticket } from '../../../../src/domain/ticket/ticket';
import {
  accepted,
  assigned,
  berlin,
  released,
  reportByNord,
  requested,
  returned,
  Story,
} from '../../../support/given';
import { installation } from '../../../support/installation';

const byPhone = (at: string): OnBehalf => ({ way: 'phone', saidBy: 'Leitwarte Nord', at: berlin(at) });

describe('Störung melden (process 3)', () => {
  it('opens the ticket in "Angefragt" with the deadline of the proposed class', () => {
    const story = new Story('2026-06-11T16:00').does('nord-1', 'operator', reportByNord);
    expect(story.stands).toMatchObject({
      state: 'requested',
      faultClass: 2,
      priority: 'medium',
      operator: 'nord',
    });
    expect(presentCycle(story.stands).deadline).toBe(berlin('2026-06-12T13:30'));
    expect(responsibleParty(story.stands)).toEqual({ role: 'dispatcher' });
  });

  it('takes the instant of sending as the receipt of an operator’s own report, whatever was claimed (process 2.1)', () => {
    const story = new Story('2026-06-11T16:00').does('nord-1', 'operator', {
      ...reportByNord,
      receivedAt: berlin('2026-06-01T09:00'),
    } as typeof reportByNord);
    expect(story.stands.receivedAt).toBe(berlin('2026-06-11T16:00'));
  });

  it('is refused for another organisation', () => {
    const story = new Story('2026-06-11T16:00');
    expect(story.refusal('sued-1', 'operator', reportByNord)).toMatchObject({ code: 'notPermitted' });
  });

  it('is refused without a contract valid at receipt (process 8)', () => {
    const story = new Story('2027-01-04T09:00');
    const report = { ...reportByNord, operator: 'sued' } as typeof reportByNord;
    expect(story.refusal('sued-1', 'operator', report)).toEqual({
      code: 'noContract',
      operator: 'sued',
      module: 'journal',
    });
    expect(
      story.try('dispatcher-1', 'dispatcher', { ...report, onBehalf: byPhone('2026-12-31T16:00') }),
    ).toMatchObject({
      kind: 'events',
    });
  });

  it('is refused where 1st and 2nd level are not done', () => {
    const story = new Story('2026-06-11T16:00');
    const report = {
      firstAndSecondLevelDone: false,
      title: 'x',
      description: 'y',
      environment: 'test',
      reproducible: 'no',
    };
    expect(story.refusal('nord-1', 'operator', { ...reportByNord, report } as typeof reportByNord)).toEqual({
      code: 'supportLevelsNotDone',
    });
  });

  it('is refused for maintainers', () => {
    expect(new Story('2026-06-11T16:00').refusal('maintainer-a1', 'maintainer', reportByNord)).toMatchObject({
      code: 'notPermitted',
    });
  });

  describe('by a dispatcher on an operator’s word', () => {
    it('keeps receipt and entry, and counts from the receipt (process 2.1)', () => {
      const story = new Story('2026-06-12T09:00').does('dispatcher-1', 'dispatcher', {
        ...reportByNord,
        onBehalf: byPhone('2026-06-11T16:00'),
      });
      expect(story.stands).toMatchObject({
        receivedAt: berlin('2026-06-11T16:00'),
        enteredAt: berlin('2026-06-12T09:00'),
        onBehalf: { saidBy: 'Leitwarte Nord', way: 'phone' },
      });
      expect(presentCycle(story.stands).deadline).toBe(berlin('2026-06-12T13:30'));
    });

    it('records the breach at once where the deadline has passed at entry: "Nacherfassung" (process 2.8)', () => {
      const story = new Story('2026-06-12T13:31').does('dispatcher-1', 'dispatcher', {
        ...reportByNord,
        onBehalf: byPhone('2026-06-11T16:00'),
      });
      expect(story.types).toEqual(['faultReported', 'reactionBreached']);
      expect(story.events[1]).toMatchObject({ reason: 'lateEntry' });
    });

    it('is refused without who said it, in the future, and over 30 days ago', () => {
      const story = new Story('2026-06-12T09:00');
      const refusalFor = (onBehalf?: OnBehalf) =>
        story.refusal(
          'dispatcher-1',
          'dispatcher',
          onBehalf === undefined ? reportByNord : { ...reportByNord, onBehalf },
        );
      expect(refusalFor()).toEqual({ code: 'onBehalfMissing' });
      expect(refusalFor(byPhone('2026-06-12T09:01'))).toEqual({ code: 'receiptInFuture' });
      expect(refusalFor(byPhone('2026-05-13T08:59'))).toEqual({ code: 'receiptTooOld' });
    });
  });
});

describe('the reaction (process 2.2)', () => {
  it('is met by Analyse starten, which shows who analyses', () => {
    const story = requested()
      .at('2026-06-10T16:00')
      .does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(presentCycle(story.stands)).toMatchObject({ result: 'met', end: { kind: 'reaction' } });
    expect(story.stands).toMatchObject({ state: 'requested', analyst: { person: 'dispatcher-1' } });
  });

  it.each([
    ['Akzeptieren', { type: 'accept', faultClass: 2, priority: 'medium' }],
    ['Ablehnen', { type: 'decline', reason: 'featureRequest', text: 'Wunsch' }],
    ['Zurückweisen', { type: 'returnReport', missing: 'Version' }],
  ] as const)('is implied by %s', (_name, command) => {
    const story = requested().at('2026-06-10T16:00').does('dispatcher-1', 'dispatcher', command);
    expect(story.types).toContain('analysisStarted');
    expect(presentCycle(story.stands).result).toBe('met');
  });

  it.each([
    ['Klasse', { type: 'changeClass', faultClass: 3, reason: 'Umgehung vorhanden' }],
    ['Priorität', { type: 'changePriority', priority: 'high' }],
    ['Modul', { type: 'changeModule', module: 'outage' }],
  ] as const)('is not stopped by a change of %s', (_name, command) => {
    const story = requested().at('2026-06-10T11:00').does('dispatcher-1', 'dispatcher', command);
    expect(presentCycle(story.stands).end).toBeUndefined();
  });

  it('is in time at exactly the deadline and missed one millisecond later (process 2.4)', () => {
    const onTime = requested()
      .at('2026-06-10T16:00')
      .does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(presentCycle(onTime.stands).result).toBe('met');
    const late = requested();
    late.now = berlin('2026-06-10T16:00') + 1;
    late.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(presentCycle(late.stands).result).toBe('missed');
    expect(late.types).toEqual(['faultReported', 'reactionBreached', 'analysisStarted']);
  });

  it('is judged by the class in force before, when the stopping command sets another one (process 2.8)', () => {
    // Class 3 was proposed: due Wed 17:30 would be next day; class 1 was due at 14:00. Accepting at 16:00 as class 1 is in time.
    const story = new Story('2026-06-10T10:00')
      .does('nord-1', 'operator', { ...reportByNord, proposedClass: 3 } as typeof reportByNord)
      .at('2026-06-10T16:00')
      .does('dispatcher-1', 'dispatcher', {
        type: 'accept',
        faultClass: 1,
        classReason: 'Netzführung steht',
        priority: 'high',
      });
    expect(presentCycle(story.stands)).toMatchObject({ result: 'met', faultClass: 3 });
    expect(story.stands).toMatchObject({ faultClass: 1, priority: 'high', state: 'accepted' });
  });

  it('starts anew when the operator supplies what was missing (process 2.3)', () => {
    const story = returned()
      .at('2026-06-11T09:00')
      .does('nord-2', 'operator', { type: 'supplement', answer: '2.1.0' });
    expect(story.stands.cycles).toHaveLength(2);
    expect(presentCycle(story.stands)).toMatchObject({
      startedAt: berlin('2026-06-11T09:00'),
      deadline: berlin('2026-06-11T15:00'),
    });
    expect(story.stands).toMatchObject({ state: 'requested' });
    expect(story.stands.analyst).toBeUndefined();
  });

  it('ends without a result by withdrawal (process 2.3)', () => {
    const story = requested().at('2026-06-10T12:00').does('nord-2', 'operator', { type: 'withdraw' });
    expect(story.stands).toMatchObject({ state: 'closed', resolution: 'withdrawn' });
    expect(presentCycle(story.stands).result).toBeUndefined();
  });
});

describe('Meldung zurückziehen on the operator’s word', () => {
  it('does not hide a deadline that passed before the entry (process 2.3)', () => {
    const story = requested()
      .at('2026-06-11T11:00')
      .does('dispatcher-1', 'dispatcher', { type: 'withdraw', onBehalf: byPhone('2026-06-10T13:00') });
    expect(story.types).toEqual(['faultReported', 'reactionBreached', 'reportWithdrawn']);
    expect(presentCycle(story.stands).result).toBe('missed');
  });

  it('cannot have been said before the present cycle began', () => {
    const story = returned()
      .at('2026-06-10T12:00')
      .does('nord-1', 'operator', { type: 'supplement', answer: '2.1.0' })
      .at('2026-06-10T13:00');
    expect(
      story.refusal('dispatcher-1', 'dispatcher', {
        type: 'withdraw',
        onBehalf: byPhone('2026-06-10T10:30'),
      }),
    ).toEqual({ code: 'saidTooEarly', earliest: berlin('2026-06-10T12:00') });
  });
});

describe('a form that colleagues have overtaken', () => {
  it('does not undo the class a colleague set since it was opened', () => {
    const story = requested();
    const seenVersion = story.stands.version;
    story.does('dispatcher-2', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: 'Ausfall' });
    const accept = { type: 'accept', faultClass: 2, priority: 'medium' } as const;
    expect(story.refusal('dispatcher-1', 'dispatcher', { ...accept, seenVersion })).toMatchObject({
      code: 'overtaken',
      changes: [{ what: 'faultClass', now: 1, by: 'dispatcher-2' }],
    });
    story.does('dispatcher-1', 'dispatcher', { ...accept, seenVersion: story.stands.version });
    expect(story.stands.state).toBe('accepted');
  });
});

describe('a module whose maintainer left the organisation file', () => {
  it('is told to the process owner when the ticket is handed back', () => {
    const story = assigned();
    const modules = installation.modules.map(({ id, name, channel }) => ({
      id,
      name,
      ...(channel && { channel }),
    }));
    const later = new Story(story.now, { ...installation, modules });
    later.ticket = story.ticket;
    later.does('dispatcher-1', 'dispatcher', { type: 'handBack', reason: 'Niemand mehr da' });
    expect(later.types).toEqual(['ticketHandedBack', 'maintainerMissing']);
  });
});

describe('Klasse ändern (process 2.8)', () => {
  it('computes the deadline again from the start of the cycle and keeps the old one', () => {
    const story = requested()
      .at('2026-06-10T11:00')
      .does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: 'Ausfall' });
    expect(presentCycle(story.stands)).toMatchObject({
      deadline: berlin('2026-06-10T14:00'),
      earlierDeadlines: [{ deadline: berlin('2026-06-10T16:00'), faultClass: 2 }],
    });
  });

  it('records the breach at once where the new deadline is past: "Umklassifizierung"', () => {
    const story = requested()
      .at('2026-06-10T15:00')
      .does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: 'Ausfall' });
    expect(story.events.at(-1)).toMatchObject({ type: 'reactionBreached', reason: 'reclassification' });
    expect(
      story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 4, reason: 'Doch nicht' })
        .types,
    ).toHaveLength(4);
    expect(presentCycle(story.stands).breach).toBeDefined();
  });

  it('wants a reason where the class differs from the operator’s, and none for the operator’s own', () => {
    const story = requested();
    expect(story.refusal('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 3 })).toMatchObject(
      { code: 'classReasonMissing' },
    );
    story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 3, reason: 'Umgehung' });
    story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 2 });
    expect(story.stands.faultClass).toBe(2);
    expect(story.refusal('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 2 })).toMatchObject(
      { code: 'sameClass' },
    );
  });

  it('leaves the frozen result of an ended cycle alone', () => {
    const story = accepted();
    const before = presentCycle(story.stands);
    story
      .at('2026-06-11T10:00')
      .does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: 'Ausfall' });
    expect(presentCycle(story.stands)).toEqual(before);
    expect(story.stands.faultClass).toBe(1);
  });
});

describe('Ablehnen, Zurückweisen, Schließen ohne Antwort (process 3)', () => {
  it('ends assignment with the decline', () => {
    const story = assigned().does('dispatcher-1', 'dispatcher', {
      type: 'decline',
      reason: 'featureRequest',
      text: 'Wunsch',
    });
    expect(story.stands).toMatchObject({ state: 'declined', decline: { reason: 'featureRequest' } });
    expect(story.stands.assignment).toBeUndefined();
  });

  describe('given the other ticket of a duplicate is itself ended (process 3)', () => {
    const other = 'SP-2026-0007';
    const third = 'SP-2026-0008';
    const duplicate = {
      type: 'decline',
      reason: 'duplicate',
      text: 'Schon gemeldet',
      duplicateOf: other,
    } as const;
    const declinedAs = (number: string, duplicateOf: string): Ticket => ({
      ...requested().stands,
      number,
      state: 'declined',
      decline: { reason: 'duplicate', text: 'x', duplicateOf },
    });
    const story = (...others: readonly Ticket[]) => {
      const present = requested();
      for (const each of others) present.others.set(each.number, each);
      return present;
    };
    const refused = (...others: readonly Ticket[]) =>
      story(...others).refusal('dispatcher-1', 'dispatcher', duplicate);

    it('refuses the one that was declined as a duplicate of this one, directly or in a circle', () => {
      const expected = { code: 'duplicateInCircle', other };
      expect(refused(declinedAs(other, 'SP-2026-0001'))).toEqual(expected);
      expect(refused(declinedAs(other, third), declinedAs(third, 'SP-2026-0001'))).toEqual(expected);
    });

    it('refuses one on which nobody will work, itself or at the end of the chain', () => {
      const ended = (number: string) => ({
        ...requested().does('nord-1', 'operator', { type: 'withdraw' }).stands,
        number,
      });
      const declined = (number: string) => ({
        ...requested().does('dispatcher-1', 'dispatcher', {
          type: 'decline',
          reason: 'featureRequest',
          text: 'x',
        }).stands,
        number,
      });
      const expected = { code: 'duplicateEnded', other };
      expect(refused(ended(other))).toEqual(expected);
      expect(refused(declined(other))).toEqual(expected);
      expect(refused(declinedAs(other, third), declined(third))).toEqual(expected);
      // Written before this was checked: two that are duplicates of one another.
      expect(refused(declinedAs(other, third), declinedAs(third, other))).toEqual(expected);
    });

    it('takes one that leads to a ticket which is worked on, or whose repair was released', () => {
      for (const original of [accepted().stands, released().stands]) {
        const present = story(declinedAs(other, third), { ...original, number: third });
        present.does('dispatcher-1', 'dispatcher', duplicate);
        expect(present.stands.state).toBe('declined');
      }
    });
  });

  it('wants the other ticket for a duplicate', () => {
    const story = requested();
    const duplicate = { type: 'decline', reason: 'duplicate', text: 'Schon gemeldet' } as const;
    expect(story.refusal('dispatcher-1', 'dispatcher', duplicate)).toEqual({ code: 'duplicateUnknown' });
    expect(
      story.refusal('dispatcher-1', 'dispatcher', { ...duplicate, duplicateOf: 'SP-2026-0099' }),
    ).toEqual({ code: 'duplicateUnknown' });
    expect(
      story.refusal('dispatcher-1', 'dispatcher', { ...duplicate, duplicateOf: 'SP-2026-0001' }),
    ).toEqual({ code: 'ofItself' });
    story.others.set('SP-2026-0007', { ...requested().stands, number: 'SP-2026-0007' });
    story.does('dispatcher-1', 'dispatcher', { ...duplicate, duplicateOf: 'SP-2026-0007' });
    expect(story.stands.decline).toEqual({
      reason: 'duplicate',
      text: 'Schon gemeldet',
      duplicateOf: 'SP-2026-0007',
    });
  });

  it('closes without an answer 10 service days after the return, not before', () => {
    // Returned Wed 10 June; the tenth service day is Wed 24 June, its service time ends at 17:00.
    const story = returned().at('2026-06-24T16:59');
    expect(story.refusal('dispatcher-1', 'dispatcher', { type: 'closeWithoutAnswer' })).toMatchObject({
      code: 'tooEarlyToClose',
      earliest: berlin('2026-06-24T17:00'),
    });
    story.at('2026-06-24T17:00').does('dispatcher-2', 'dispatcher', { type: 'closeWithoutAnswer' });
    expect(story.stands).toMatchObject({ state: 'closed', resolution: 'noAnswer' });
  });

  it('refuses what was said before the return', () => {
    const story = returned().at('2026-06-11T09:00');
    const answer = { type: 'supplement', answer: '2.1.0' } as const;
    expect(
      story.refusal('dispatcher-1', 'dispatcher', { ...answer, onBehalf: byPhone('2026-06-10T10:59') }),
    ).toEqual({
      code: 'saidTooEarly',
      earliest: berlin('2026-06-10T11:00'),
    });
    story.does('dispatcher-1', 'dispatcher', { ...answer, onBehalf: byPhone('2026-06-11T08:45') });
    expect(presentCycle(story.stands).startedAt).toBe(berlin('2026-06-11T08:45'));
  });
});

describe('Zuweisen und zurückgeben (process 3)', () => {
  it('makes the maintainer responsible', () => {
    expect(responsibleParty(assigned().stands)).toEqual({
      role: 'maintainer',
      module: 'journal',
      organisation: 'contractor-a',
      person: 'maintainer-a1',
    });
  });

  it('is refused for a module without maintainer, and the process owner is told once', () => {
    const story = new Story('2026-06-10T10:00')
      .does('nord-1', 'operator', { ...reportByNord, module: 'contacts' } as typeof reportByNord)
      .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' });
    expect(story.types.filter((type) => type === 'maintainerMissing')).toHaveLength(1);
    expect(
      story.refusal('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' }),
    ).toMatchObject({ code: 'noMaintainer' });
    story
      .does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'journal' })
      .does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'contacts' });
    expect(story.types.filter((type) => type === 'maintainerMissing')).toHaveLength(1);
  });

  it('is refused for somebody who does not maintain the module, and for the same person again', () => {
    expect(
      accepted().refusal('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-b1' }),
    ).toMatchObject({ code: 'notAMaintainer' });
    expect(
      assigned().refusal('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' }),
    ).toMatchObject({ code: 'alreadyAssigned' });
  });

  it('is handed back by any maintainer of the module or taken back by the dispatcher', () => {
    for (const [person, role] of [
      ['maintainer-a2', 'maintainer'],
      ['dispatcher-2', 'dispatcher'],
    ] as const) {
      const story = assigned().does(person, role, { type: 'handBack', reason: 'Falsches Modul' });
      expect(story.stands).toMatchObject({ state: 'accepted', handBackReason: 'Falsches Modul' });
      expect(responsibleParty(story.stands)).toEqual({ role: 'dispatcher' });
    }
    expect(
      assigned().refusal('maintainer-b1', 'maintainer', { type: 'handBack', reason: 'x' }),
    ).toMatchObject({
      code: 'notPermitted',
      permitted: [{ role: 'maintainer', module: 'journal' }, { role: 'dispatcher' }],
    });
  });

  it('ends with a change of the module', () => {
    const story = assigned().does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' });
    expect(story.stands).toMatchObject({ state: 'accepted', module: 'outage' });
    expect(story.stands.assignment).toBeUndefined();
  });

  it('refuses another module without a contract valid at receipt', () => {
    const story = new Story('2026-06-10T10:00').does('sued-1', 'operator', {
      ...reportByNord,
      operator: 'sued',
    } as typeof reportByNord);
    expect(story.refusal('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' })).toEqual({
      code: 'noContract',
      operator: 'sued',
      module: 'outage',
    });
  });
});

describe('Akzeptieren und zuweisen in one (process 3)', () => {
  const accept = { type: 'accept', faultClass: 2, priority: 'medium' } as const;

  it('leads to the same ticket and history as one after the other', () => {
    const at = '2026-06-10T11:00';
    const inOne = requested()
      .at(at)
      .does('dispatcher-1', 'dispatcher', {
        ...accept,
        faultClass: 1,
        classReason: 'Ausfall',
        person: 'maintainer-a1',
      });
    const apart = requested()
      .at(at)
      .does('dispatcher-1', 'dispatcher', { ...accept, faultClass: 1, classReason: 'Ausfall' })
      .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' });
    expect(inOne.stands).toEqual(apart.stands);
    expect(inOne.types).toEqual(apart.types);
    expect(inOne.types.slice(-2)).toEqual(['faultAccepted', 'ticketAssigned']);
    expect(new Set(inOne.events.slice(1).map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('accepts nothing where the person cannot be assigned, and asks again', () => {
    const other = { ...accept, person: 'maintainer-b1' };
    expect(requested().try('dispatcher-1', 'dispatcher', other)).toMatchObject({
      kind: 'refusal',
      keepsForm: true,
      // The ticket stands as before, so this is what the sentence names.
      refusal: { code: 'notAMaintainer', state: 'requested' },
    });
    const story = new Story('2026-06-10T10:00').does('nord-1', 'operator', {
      ...reportByNord,
      module: 'contacts',
    } as typeof reportByNord);
    expect(story.refusal('dispatcher-1', 'dispatcher', { ...accept, person: 'maintainer-a1' })).toMatchObject(
      { code: 'noMaintainer', state: 'requested' },
    );
  });

  it('is for the dispatchers alone, and comes too late for what a colleague has done', () => {
    const inOne = { ...accept, person: 'maintainer-a1' };
    expect(requested().refusal('maintainer-a1', 'maintainer', inOne)).toMatchObject({ code: 'notPermitted' });
    const seenVersion = requested().stands.version;
    expect(
      assigned().refusal('dispatcher-2', 'dispatcher', { ...inOne, person: 'maintainer-a2', seenVersion }),
    ).toMatchObject({ code: 'alreadyDone', action: 'accept', by: 'dispatcher-1' });
    // And the other way round: who only assigns is told who was quicker.
    const done = requested().does('dispatcher-1', 'dispatcher', inOne);
    expect(
      done.refusal('dispatcher-2', 'dispatcher', { type: 'assign', person: 'maintainer-a2', seenVersion }),
    ).toMatchObject({ code: 'alreadyDone', action: 'assign', by: 'dispatcher-1' });
  });
});

describe('several people at once (process 3)', () => {
  it('tells the second who was quicker', () => {
    const story = requested();
    const seenVersion = story.stands.version;
    const accept = { type: 'accept', faultClass: 2, priority: 'medium', seenVersion } as const;
    story.does('dispatcher-1', 'dispatcher', accept);
    expect(story.refusal('dispatcher-2', 'dispatcher', accept)).toMatchObject({
      code: 'alreadyDone',
      by: 'dispatcher-1',
    });
  });

  it('tells the second who changed the same thing from the same card', () => {
    const story = requested();
    const seenVersion = story.stands.version;
    story.does('dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high', seenVersion });
    expect(
      story.refusal('dispatcher-2', 'dispatcher', { type: 'changePriority', priority: 'low', seenVersion }),
    ).toMatchObject({ code: 'alreadyDone' });
  });

  it('does not act by a button of an old card', () => {
    const story = requested();
    const seenVersion = story.stands.version;
    story.does('dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' });
    expect(
      story.refusal('dispatcher-2', 'dispatcher', {
        type: 'startAnalysis',
        seenVersion,
        onlyAtSeenVersion: true,
      }),
    ).toMatchObject({ code: 'outdated' });
  });

  it('refuses everything at an end state, naming it', () => {
    const story = requested().does('nord-1', 'operator', { type: 'withdraw' });
    expect(
      story.refusal('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'low' }),
    ).toEqual({
      code: 'wrongState',
      action: 'accept',
      state: 'closed',
      turnOf: [],
    });
  });
});

describe('security-relevant reports (process 10)', () => {
  it('can be marked later by operator and dispatcher, and never unmarked', () => {
    const story = requested().does('nord-2', 'operator', { type: 'markSecurityRelevant' });
    expect(story.stands.securityRelevant).toBe(true);
    expect(
      story.refusal('dispatcher-1', 'dispatcher', { type: 'markSecurityRelevant', seenVersion: 1 }),
    ).toMatchObject({
      code: 'alreadyDone',
    });
    expect(
      story.refusal('nord-2', 'operator', {
        type: 'markSecurityRelevant',
        seenVersion: story.stands.version,
      }),
    ).toMatchObject({
      code: 'alreadySecurityRelevant',
    });
    expect(requested().refusal('sued-1', 'operator', { type: 'markSecurityRelevant' })).toMatchObject({
      code: 'notPermitted',
    });
  });
});
