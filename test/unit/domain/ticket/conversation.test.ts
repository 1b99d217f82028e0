import { openQuestion } from '../../../../src/domain/ticket/talk/conversation';
import { commentsFor } from '../../../../src/domain/ticket/talk/readable-comments';
import {
  accepted,
  assigned,
  type CommandText,
  inProgress,
  released,
  requested,
} from '../../../support/given';

const comment = (internal: boolean): CommandText => ({ type: 'comment', text: 'Rückruf morgen', internal });
const ask: CommandText = { type: 'askOperator', question: 'Seit welcher Version?' };
const answer: CommandText = { type: 'answerQuestion', answer: 'Seit 2.1.0' };

describe('Kommentieren (process 3)', () => {
  it('is possible for all involved in every open state', () => {
    const story = assigned()
      .does('nord-2', 'operator', comment(false))
      .does('dispatcher-2', 'dispatcher', comment(true))
      .does('maintainer-a2', 'maintainer', comment(true))
      .does('dispatcher-1', 'dispatcher', { type: 'requestSupport', kind: 'commit', question: 'x' })
      .does('platform', 'platformMaintainer', comment(false));
    expect(story.stands.comments.map((each) => each.by)).toEqual([
      'nord-2',
      'dispatcher-2',
      'maintainer-a2',
      'platform',
    ]);
    expect(requested().try('nord-1', 'operator', comment(false)).kind).toBe('events');
  });

  it('is refused to those who do not read the ticket, and to the process owner', () => {
    const permitted = [{ role: 'operator', organisation: 'nord' }, { role: 'dispatcher' }];
    for (const [person, role] of [
      ['sued-1', 'operator'],
      ['maintainer-a1', 'maintainer'],
      ['platform', 'platformMaintainer'],
      ['owner', 'processOwner'],
    ] as const) {
      expect(accepted().refusal(person, role, comment(false))).toMatchObject({
        code: 'notPermitted',
        permitted,
      });
    }
  });

  it('is refused on an ended ticket, also where somebody commented before', () => {
    expect(released().refusal('nord-1', 'operator', comment(false))).toMatchObject({ code: 'wrongState' });
  });

  it('is refused to nobody because somebody else commented since', () => {
    const story = assigned();
    const seenVersion = story.stands.version;
    story.does('dispatcher-1', 'dispatcher', { ...comment(false), seenVersion });
    story.does('dispatcher-2', 'dispatcher', { ...comment(false), seenVersion });
    expect(story.stands.comments).toHaveLength(2);
  });

  it('is never internal from an operator, nor on an operator’s word', () => {
    expect(assigned().refusal('nord-1', 'operator', comment(true))).toEqual({
      code: 'internalNotForOperators',
    });
    const story = assigned();
    const onBehalf = { way: 'mail', saidBy: 'Leitwarte', at: story.now } as const;
    expect(story.refusal('dispatcher-1', 'dispatcher', { ...comment(true), onBehalf })).toEqual({
      code: 'internalNotForOperators',
    });
    story.doesOnWord('dispatcher-1', comment(false));
    expect(story.stands.comments[0]).toMatchObject({ onBehalf: { saidBy: 'Leitwarte Nord' } });
  });

  it('shows operators none that is internal, and leaves their cards as new as they were', () => {
    const story = assigned().does('dispatcher-1', 'dispatcher', comment(false));
    const { sharedVersion: seenVersion } = story.stands;
    story.does('maintainer-a1', 'maintainer', comment(true));
    expect(commentsFor(story.stands, 'operator')).toHaveLength(1);
    expect(commentsFor(story.stands, 'maintainer')).toHaveLength(2);
    expect(story.stands.sharedVersion).toBe(seenVersion);
    const mark: CommandText = { type: 'markSecurityRelevant', seenVersion, onlyAtSeenVersion: true };
    expect(story.refusal('dispatcher-1', 'dispatcher', mark)).toMatchObject({ code: 'outdated' });
    expect(story.try('nord-1', 'operator', mark).kind).toBe('events');
  });
});

describe('Rückfrage (process 3)', () => {
  it('is asked by dispatcher or maintainer and answered by the operator', () => {
    const story = inProgress().does('maintainer-a1', 'maintainer', ask);
    expect(openQuestion(story.stands)).toMatchObject({ text: 'Seit welcher Version?', by: 'maintainer-a1' });
    story.does('nord-2', 'operator', answer);
    expect(openQuestion(story.stands)).toBeUndefined();
    expect(story.stands.answeredQuestions).toMatchObject([
      { text: 'Seit welcher Version?', answer: 'Seit 2.1.0', answeredBy: 'nord-2' },
    ]);
    expect(story.stands.state).toBe('inProgress');
  });

  it('is answered by a dispatcher on the operator’s word alone', () => {
    const story = requested().does('dispatcher-1', 'dispatcher', ask);
    expect(story.refusal('dispatcher-1', 'dispatcher', answer)).toEqual({ code: 'onBehalfMissing' });
    story.doesOnWord('dispatcher-2', answer);
    expect(story.stands.answeredQuestions[0]).toMatchObject({ onBehalf: { way: 'phone' } });
  });

  it('is one at a time', () => {
    const story = assigned().does('maintainer-a1', 'maintainer', ask);
    expect(story.refusal('dispatcher-1', 'dispatcher', ask)).toMatchObject({
      code: 'questionStillOpen',
      by: 'maintainer-a1',
      state: 'accepted',
    });
    story.does('nord-1', 'operator', answer).does('dispatcher-1', 'dispatcher', ask);
    expect(story.stands.question?.by).toBe('dispatcher-1');
  });

  it('is not for operators to ask', () => {
    expect(assigned().refusal('nord-1', 'operator', ask)).toMatchObject({ code: 'notPermitted' });
  });

  it('refuses an answer to nothing, and names who was quicker', () => {
    expect(assigned().refusal('nord-1', 'operator', answer)).toMatchObject({ code: 'noOpenQuestion' });
    const story = assigned().does('dispatcher-1', 'dispatcher', ask);
    const seenVersion = story.stands.version;
    story.does('nord-1', 'operator', { ...answer, seenVersion });
    for (const seen of [{ seenVersion }, {}]) {
      expect(story.refusal('nord-2', 'operator', { ...answer, ...seen })).toMatchObject({
        code: 'alreadyDone',
        by: 'nord-1',
      });
    }
  });

  it('waits no longer once the ticket has ended', () => {
    const { stands } = requested()
      .does('dispatcher-1', 'dispatcher', ask)
      .does('nord-1', 'operator', { type: 'withdraw' });
    expect(openQuestion(stands)).toBeUndefined();
  });
});
