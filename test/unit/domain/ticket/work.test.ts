import { responsibleParty } from '../../../../src/domain/ticket/responsible-party';
import { isWebLink } from '../../../../src/domain/ticket/work/work';
import {
  accepted,
  assigned,
  bound,
  type CommandText,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
} from '../../../support/given';
import { withTwoHats } from '../../../support/installation';
import { sampleCompletion, sampleTestRecord } from '../../../support/tickets';

const begin: CommandText = { type: 'beginWork' };
const atOnce: CommandText = { type: 'beginWork', immediateStartReason: 'Leitstelle ohne Tagebuch' };
const complete: CommandText = { type: 'completeWork', completion: sampleCompletion };
const fail: CommandText = { type: 'failTest', record: sampleTestRecord, defect: 'Die Liste bleibt leer.' };
const release: CommandText = { type: 'releaseAndClose', record: sampleTestRecord, noticeText: 'Behoben.' };

describe('Bearbeitung beginnen (process 3)', () => {
  it('leads to "In Bearbeitung" once the plan is binding', () => {
    const { stands } = bound().does('maintainer-a2', 'maintainer', begin);
    expect(stands.state).toBe('inProgress');
    expect(stands.immediateStart).toBeUndefined();
    expect(responsibleParty(stands)).toMatchObject({ role: 'maintainer', person: 'maintainer-a1' });
  });

  it('is refused without a binding plan, naming who is waited for', () => {
    expect(planned().refusal('maintainer-a1', 'maintainer', begin)).toMatchObject({
      code: 'planNotBinding',
      waitingFor: ['dispatcher'],
      immediateStartPossible: true,
      state: 'accepted',
      turnOf: [{ role: 'dispatcher' }],
    });
    expect(assigned().refusal('maintainer-a1', 'maintainer', begin)).toMatchObject({
      waitingFor: ['operator', 'dispatcher', 'maintainer'],
    });
  });

  it('is possible at once with a reason in classes 1 and 2, the plan still to follow', () => {
    const story = assigned().does('maintainer-a1', 'maintainer', atOnce);
    expect(story.stands).toMatchObject({
      state: 'inProgress',
      immediateStart: { reason: 'Leitstelle ohne Tagebuch', by: 'maintainer-a1' },
    });
    const change = (faultClass: 1 | 3): CommandText => ({ type: 'changeClass', faultClass, reason: 'x' });
    expect(
      assigned().does('dispatcher-1', 'dispatcher', change(1)).try('maintainer-a1', 'maintainer', atOnce)
        .kind,
    ).toBe('events');
    expect(
      assigned().does('dispatcher-1', 'dispatcher', change(3)).refusal('maintainer-a1', 'maintainer', atOnce),
    ).toMatchObject({ code: 'immediateStartNotForClass', faultClass: 3 });
  });

  it('keeps no reason where the plan was binding all the same', () => {
    expect(bound().does('maintainer-a1', 'maintainer', atOnce).stands.immediateStart).toBeUndefined();
  });

  it('is refused without an assignment, for other modules and for dispatchers', () => {
    expect(accepted().refusal('maintainer-a1', 'maintainer', begin)).toMatchObject({ code: 'wrongState' });
    expect(bound().refusal('maintainer-b1', 'maintainer', begin)).toMatchObject({ code: 'notPermitted' });
    expect(bound().refusal('dispatcher-1', 'dispatcher', begin)).toMatchObject({ code: 'notPermitted' });
  });

  it('has to be done again after a return to the dispatcher', () => {
    const story = assigned()
      .does('maintainer-a1', 'maintainer', atOnce)
      .does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' });
    expect(story.stands.state).toBe('accepted');
    expect(story.stands.immediateStart).toBeUndefined();
  });
});

describe('Bearbeitung abschließen (process 3)', () => {
  it('hands the ticket over to the dispatcher', () => {
    const { stands } = inProgress().does('maintainer-a2', 'maintainer', complete);
    expect(stands).toMatchObject({
      state: 'fixed',
      completion: { ...sampleCompletion, by: 'maintainer-a2' },
    });
    expect(responsibleParty(stands)).toEqual({ role: 'dispatcher' });
  });

  it('is refused before the work has begun', () => {
    expect(bound().refusal('maintainer-a1', 'maintainer', complete)).toMatchObject({ code: 'wrongState' });
  });

  it.each(['commitLink', 'buildLink', 'environmentLink'] as const)('takes only web links as %s', (link) => {
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ftp://example.org',
      'www.x.de',
      '',
    ]) {
      const completion = { ...sampleCompletion, [link]: address };
      expect(
        inProgress().refusal('maintainer-a1', 'maintainer', { type: 'completeWork', completion }),
      ).toEqual({
        code: 'linkNotAllowed',
        link,
      });
    }
    expect(isWebLink('http://ci.example.org/1')).toBe(true);
  });
});

describe('Test (process 3)', () => {
  it('is begun, failed and passed by dispatchers', () => {
    expect(fixed().does('dispatcher-2', 'dispatcher', { type: 'beginTest' }).stands).toMatchObject({
      state: 'inTest',
      test: { tester: 'dispatcher-2' },
    });
    expect(fixed().refusal('maintainer-a1', 'maintainer', { type: 'beginTest' })).toMatchObject({
      code: 'notPermitted',
    });
    expect(fixed().refusal('dispatcher-1', 'dispatcher', release)).toMatchObject({ code: 'wrongState' });
  });

  it('goes back to the maintainer with the defect and counts the rework', () => {
    const story = inTest().does('dispatcher-2', 'dispatcher', fail);
    expect(story.stands).toMatchObject({
      state: 'inProgress',
      reworks: 1,
      lastDefect: { text: 'Die Liste bleibt leer.', record: sampleTestRecord, by: 'dispatcher-2' },
    });
    expect(story.stands.test).toBeUndefined();
    expect(responsibleParty(story.stands)).toMatchObject({ role: 'maintainer' });
    story
      .does('maintainer-a1', 'maintainer', complete)
      .does('dispatcher-1', 'dispatcher', { type: 'beginTest' })
      .does('dispatcher-1', 'dispatcher', fail);
    expect(story.stands.reworks).toBe(2);
  });

  it('ends the ticket with a record when it has passed', () => {
    const { stands } = released();
    expect(stands).toMatchObject({
      state: 'closed',
      resolution: 'fixed',
      test: { tester: 'dispatcher-1', record: sampleTestRecord },
    });
    expect(responsibleParty(stands)).toBeUndefined();
  });

  it('is done by nobody who repaired it, whatever their roles', () => {
    const fixedByTwoHats = () => inProgress(withTwoHats).does('two-hats', 'maintainer', complete);
    const story = fixedByTwoHats();
    expect(story.refusal('two-hats', 'dispatcher', { type: 'beginTest' })).toMatchObject({
      code: 'completedByTester',
      action: 'beginTest',
      state: 'fixed',
      turnOf: [{ role: 'dispatcher' }],
    });
    story.does('dispatcher-1', 'dispatcher', { type: 'beginTest' });
    for (const command of [fail, release]) {
      expect(story.refusal('two-hats', 'dispatcher', command)).toMatchObject({ code: 'completedByTester' });
    }
    expect(story.does('dispatcher-2', 'dispatcher', release).stands.state).toBe('closed');
  });
});
