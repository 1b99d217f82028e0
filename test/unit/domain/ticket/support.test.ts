import { mayRead, placeMayRead, placesReading } from '../../../../src/domain/ticket/access';
import { possibleActions } from '../../../../src/domain/ticket/rights';
import {
  openSupportRequests,
  presentVerdict,
  type SupportKind,
} from '../../../../src/domain/ticket/support/support';
import { accepted, assigned, type CommandText, fixed, requested } from '../../../support/given';
import { installation } from '../../../support/installation';

const request = (kind: SupportKind = 'technicalQuestion'): CommandText => ({
  type: 'requestSupport',
  kind,
  question: 'Wie kommt das Paket in das Repository?',
});
const take: CommandText = { type: 'takeSupport' };
const complete: CommandText = { type: 'completeSupport', answer: 'Über die Pipeline.' };
const asked = (kind?: SupportKind) => assigned().does('maintainer-a1', 'maintainer', request(kind));

describe('Unterstützung (process 5)', () => {
  it('is requested by maintainer or dispatcher, taken and completed by the platform maintainer', () => {
    const story = asked().does('platform', 'platformMaintainer', take);
    expect(openSupportRequests(story.stands)).toMatchObject([{ id: '1', takenBy: 'platform' }]);
    story.does('platform', 'platformMaintainer', complete);
    expect(openSupportRequests(story.stands)).toEqual([]);
    expect(story.stands.supportRequests).toMatchObject([
      {
        kind: 'technicalQuestion',
        by: 'maintainer-a1',
        answer: 'Über die Pipeline.',
        completedBy: 'platform',
      },
    ]);
    expect(story.stands.state).toBe('accepted');
  });

  it('is not requested before the report is accepted, and not by operators', () => {
    expect(requested().refusal('dispatcher-1', 'dispatcher', request())).toMatchObject({
      code: 'wrongState',
    });
    expect(accepted().refusal('nord-1', 'operator', request())).toMatchObject({ code: 'notPermitted' });
  });

  it('can be requested several times from the same card', () => {
    const story = assigned();
    const seenVersion = story.stands.version;
    story
      .does('maintainer-a1', 'maintainer', { ...request(), seenVersion })
      .does('dispatcher-1', 'dispatcher', { ...request('commit'), seenVersion });
    expect(story.stands.supportRequests.map((each) => each.id)).toEqual(['1', '2']);
  });

  it('lets the platform maintainer read the ticket, and nobody before', () => {
    const before = assigned().stands;
    expect(placeMayRead({ kind: 'platform' }, before)).toBe(false);
    expect(mayRead(installation, { person: 'platform' }, before)).toBe(false);
    expect(possibleActions(before, 'platformMaintainer')).toEqual([]);
    const { stands } = asked();
    expect(placesReading(stands)).toContainEqual({ kind: 'platform' });
    expect(placeMayRead({ kind: 'platform' }, stands)).toBe(true);
    expect(mayRead(installation, { person: 'platform' }, stands)).toBe(true);
    expect(possibleActions(stands, 'platformMaintainer').map((row) => row.action)).toEqual([
      'comment',
      'takeSupport',
    ]);
  });

  it('is taken and completed by platform maintainers alone', () => {
    for (const command of [take, complete]) {
      expect(asked().refusal('dispatcher-1', 'dispatcher', command)).toMatchObject({
        code: 'notPermitted',
        permitted: [{ role: 'platformMaintainer' }],
      });
    }
  });

  it('is refused where nothing was requested, twice, and in the wrong order', () => {
    expect(assigned().refusal('platform', 'platformMaintainer', take)).toMatchObject({
      code: 'noSupportRequest',
      state: 'accepted',
    });
    expect(asked().refusal('platform', 'platformMaintainer', { ...complete, request: '1' })).toMatchObject({
      code: 'supportNotTaken',
    });
    const taken = asked().does('platform', 'platformMaintainer', take);
    expect(taken.refusal('platform', 'platformMaintainer', { ...take, request: '1' })).toMatchObject({
      code: 'alreadyDone',
      by: 'platform',
    });
    const done = taken.does('platform', 'platformMaintainer', complete);
    expect(done.refusal('platform', 'platformMaintainer', { ...complete, request: '1' })).toMatchObject({
      code: 'alreadyDone',
    });
    expect(done.refusal('platform', 'platformMaintainer', complete)).toMatchObject({
      code: 'noSupportRequest',
    });
  });

  it('does not take another request for one that somebody was quicker with', () => {
    const people = installation.people.flatMap((person) =>
      person.id === 'platform' ? [person, { ...person, id: 'platform-2' }] : [person],
    );
    const story = assigned({ ...installation, people })
      .does('maintainer-a1', 'maintainer', request())
      .does('maintainer-a1', 'maintainer', request('commit'));
    const seenVersion = story.stands.version;
    story.does('platform', 'platformMaintainer', { ...take, seenVersion });
    expect(story.refusal('platform-2', 'platformMaintainer', { ...take, seenVersion })).toMatchObject({
      code: 'alreadyDone',
      by: 'platform',
    });
    story.does('platform-2', 'platformMaintainer', { ...take, seenVersion, request: '2' });
    expect(story.stands.supportRequests.map((each) => each.takenBy)).toEqual(['platform', 'platform-2']);
  });

  it('ends with an answer, or with a verdict where a test was asked for', () => {
    const question = asked().does('platform', 'platformMaintainer', take);
    expect(
      question.refusal('platform', 'platformMaintainer', { type: 'completeSupport', verdict: 'passed' }),
    ).toEqual({ code: 'supportAnswerMissing' });
    const test = asked('testAndAcceptance').does('platform', 'platformMaintainer', take);
    expect(test.refusal('platform', 'platformMaintainer', complete)).toEqual({
      code: 'supportVerdictMissing',
    });
    test.does('platform', 'platformMaintainer', { type: 'completeSupport', verdict: 'failed' });
    expect(test.stands.supportRequests[0]).toMatchObject({ verdict: 'failed' });
  });

  it('shows the verdict on the repair as it is, not on one before', () => {
    const story = fixed()
      .does('dispatcher-1', 'dispatcher', request('testAndAcceptance'))
      .does('platform', 'platformMaintainer', take)
      .does('platform', 'platformMaintainer', { type: 'completeSupport', verdict: 'passed' });
    expect(presentVerdict(story.stands)).toMatchObject({ verdict: 'passed' });
    const early = asked('testAndAcceptance')
      .does('platform', 'platformMaintainer', take)
      .does('platform', 'platformMaintainer', { type: 'completeSupport', verdict: 'passed' });
    expect(presentVerdict(early.stands)).toBeUndefined();
  });
});
