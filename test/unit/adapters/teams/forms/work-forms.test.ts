import { blockedBy } from '../../../../../src/adapters/teams/forms/blocked-by';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { readSubmission } from '../../../../../src/adapters/teams/forms/read-submission';
import { renderForm } from '../../../../../src/adapters/teams/forms/render-form';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { fieldTexts } from '../../../../../src/texts/actions.de';
import { formWords } from '../../../../../src/texts/form-words.de';
import {
  assigned,
  berlin,
  inProgress,
  inTest,
  released,
  requested,
  type Story,
} from '../../../../support/given';
import { sampleCompletion, samplePlan, sampleTestRecord } from '../../../../support/tickets';
import { commandOf, contextOf, errorsOf } from './form-support';
import { supportTaken } from './form-stories';

const now = '2026-06-11T10:00';
const word = {
  reportingWay: 'phone',
  saidBy: 'Leitwarte',
  receivedDate: '2026-06-11',
  receivedTime: '09:30',
};
const onBehalf = { way: 'phone', saidBy: 'Leitwarte', at: berlin('2026-06-11T09:30') };

describe('forms on the second round', () => {
  const record = { environment: 'QS 2', steps: 'Suche öffnen.', result: 'Die Liste bleibt leer.' };
  const failed = () =>
    inTest().at('2026-06-10T17:00').does('dispatcher-1', 'dispatcher', {
      type: 'failTest',
      record,
      defect: 'Nach dem Filtern leer.',
    });
  const again = () =>
    failed()
      .at('2026-06-11T09:00')
      .does('maintainer-a1', 'maintainer', { type: 'completeWork', completion: sampleCompletion })
      .does('dispatcher-1', 'dispatcher', { type: 'beginTest' });
  const maintainer = (story: Story) => contextOf('maintainer', now, story);
  const dispatcher = (story: Story) => contextOf('dispatcher', now, story);

  test('given a failed test, when the work is completed again, then what was handed over stands there, but not the build that failed', () => {
    expect(forms.completeWork.initialValues(maintainer(failed()))).toEqual({
      fixVersion: '2.3.1',
      packageReference: 'journal-2.3.1',
      changed: sampleCompletion.changed,
      affectedVersions: '<2.3.1',
      environmentLink: sampleCompletion.environmentLink,
    });
  });

  test('given the plan was changed after the test, then its versions count; else those that were handed over', () => {
    const handedOver = { ...sampleCompletion, affectedVersions: ['<2.3.1', '3.0.x'] };
    const completed = inProgress()
      .at('2026-06-10T15:00')
      .does('maintainer-a1', 'maintainer', { type: 'completeWork', completion: handedOver })
      .does('dispatcher-1', 'dispatcher', { type: 'beginTest' })
      .does('dispatcher-1', 'dispatcher', { type: 'failTest', record, defect: 'Leer.' });
    const versions = (story: Story) =>
      forms.completeWork.initialValues(maintainer(story))['affectedVersions'];
    expect(versions(completed)).toBe('<2.3.1, 3.0.x');
    const changed = completed.at('2026-06-10T16:00').does('maintainer-a1', 'maintainer', {
      type: 'proposePlan',
      plan: { ...samplePlan, affectedVersions: ['<2.4.0'] },
    });
    expect(versions(changed)).toBe('<2.4.0');
  });

  test('given a failed test, when it is tested again, then where and how stands there, and nothing of what came out of it', () => {
    const place = { testEnvironment: 'QS 2', testSteps: 'Suche öffnen.' };
    expect(forms.failTest.initialValues(dispatcher(again()))).toEqual(place);
    expect(forms.releaseAndClose.initialValues(dispatcher(again()))).toEqual({
      ...place,
      noticeText: sampleCompletion.changed,
    });
    expect(forms.failTest.initialValues(dispatcher(inTest()))).toEqual({});
  });

  test('given the module was changed, then nothing of the repair of another module stands there', () => {
    const moved = failed().does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' });
    expect(forms.completeWork.initialValues(maintainer(moved))).toEqual({});
  });

  test('given it was returned and supplemented before, when it is returned or supplemented again, then nothing of before is said again', () => {
    const back = { type: 'returnReport', missing: 'Welche Version?' } as const;
    const second = requested()
      .at('2026-06-10T11:00')
      .does('dispatcher-1', 'dispatcher', back)
      .does('nord-1', 'operator', { type: 'supplement', answer: 'Die 2.1.0.' });
    expect(forms.returnReport.initialValues(dispatcher(second))).toEqual({});
    const returned = second.does('dispatcher-1', 'dispatcher', back);
    expect(forms.supplement.initialValues(contextOf('operator', now, returned))).toEqual({});
  });
});

describe('"Bearbeitung abschließen"', () => {
  const context = contextOf('maintainer', now, inProgress());
  const typed = { ...sampleCompletion, affectedVersions: '<2.3.1\n2.2.x' };

  test('given the plan, when the form is opened, then the affected versions are those of the plan', () => {
    expect(forms.completeWork.initialValues(context)).toEqual({ affectedVersions: '<2.3.1' });
  });

  test('given all fields, when it is read, then they are handed over; links may be missing', () => {
    const completion = { ...sampleCompletion, affectedVersions: ['<2.3.1', '2.2.x'] };
    expect(commandOf(forms.completeWork, context, typed)).toEqual({ type: 'completeWork', completion });
    const without = { ...typed, commitLink: '', buildLink: ' ', environmentLink: undefined };
    expect(commandOf(forms.completeWork, context, without)).not.toHaveProperty('completion.commitLink');
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://example.org/x',
    'example.org',
    'https://',
    'data:text/html,x',
  ])('given the link %s, when it is read, then its field says what is expected and keeps it', (link) => {
    const raw = { ...typed, buildLink: link, affectedVersions: ',' };
    const { values, reading } = readSubmission(forms.completeWork, context, raw);
    expect(reading).toEqual({
      ok: false,
      errors: { buildLink: fieldErrors.notAWebLink, affectedVersions: fieldTexts.affectedVersions.missing },
    });
    expect(values).toMatchObject({ ...sampleCompletion, buildLink: link, affectedVersions: ',' });
  });

  test('given nothing but blanks, when it is read, then each required field says what is missing', () => {
    const raw = { fixVersion: ' ', packageReference: '\t', changed: '\n', affectedVersions: '\u00a0' };
    expect(Object.keys(errorsOf(forms.completeWork, context, raw))).toEqual(Object.keys(raw));
  });
});

describe('the end of a test', () => {
  const context = contextOf('dispatcher', now, inTest());
  const typed = {
    testEnvironment: sampleTestRecord.environment,
    testSteps: sampleTestRecord.steps,
    testResult: sampleTestRecord.result,
  };

  test('given a failed test, when it is read, then record and defect are told', () => {
    expect(commandOf(forms.failTest, context, { ...typed, defect: 'Die Liste bleibt leer.' })).toEqual({
      type: 'failTest',
      record: sampleTestRecord,
      defect: 'Die Liste bleibt leer.',
    });
    expect(errorsOf(forms.failTest, context, typed)).toEqual({ defect: fieldTexts.defect.missing });
  });

  test('given a passed test, when it is released, then the notice begins with what was changed', () => {
    expect(forms.releaseAndClose.initialValues(context)).toEqual({ noticeText: sampleCompletion.changed });
    expect(commandOf(forms.releaseAndClose, context, { ...typed, noticeText: 'Behoben.' })).toEqual({
      type: 'releaseAndClose',
      record: sampleTestRecord,
      noticeText: 'Behoben.',
    });
  });

  test('given a release, when it is checked, then it says who is informed and that it cannot be undone', () => {
    const command = commandOf(forms.releaseAndClose, context, { ...typed, noticeText: 'Behoben.' });
    const page = forms.releaseAndClose.check?.(context, command);
    expect(page?.lines).toContainEqual({ label: 'Informiert werden (2)', text: 'Netz Nord, Netz Süd' });
    expect(page?.lines).toContainEqual({ label: 'Information', text: 'Behoben.' });
    expect(page?.warnings).toEqual([formWords.cannotBeUndone]);
  });

  test('given a security-relevant ticket, when it is released, then the notice is empty and the page repeats nothing', () => {
    const story = inTest();
    story.ticket = { ...story.stands, securityRelevant: true };
    const secret = contextOf('dispatcher', now, story);
    expect(forms.releaseAndClose.initialValues(secret)).toEqual({});
    const command = commandOf(forms.releaseAndClose, secret, { ...typed, noticeText: 'Behoben.' });
    const page = JSON.stringify(forms.releaseAndClose.check?.(secret, command));
    expect(page).not.toMatch(/Behoben\.|QS|journal-2/);
    expect(page).toContain('Netz Süd');
  });

  test('given who repaired it, when they open the end of the test, then they read who else must judge', () => {
    const story = inTest();
    const completion = { ...sampleCompletion, by: 'dispatcher-1', at: berlin('2026-06-10T15:00') };
    story.ticket = { ...story.stands, completion };
    const own = contextOf('dispatcher', now, story);
    for (const form of [forms.failTest, forms.releaseAndClose]) {
      expect(blockedBy(form, own)).toContain('nur jemand anderem möglich');
    }
  });
});

describe('comments and questions', () => {
  test('given the operator, when they comment, then it is for everybody and nothing else is asked', () => {
    const context = contextOf('operator', now, assigned());
    expect(forms.comment.fields(context).map(({ id }) => id)).toEqual(['text']);
    expect(commandOf(forms.comment, context, { text: 'Danke', internal: 'true' })).toEqual({
      type: 'comment',
      text: 'Danke',
      internal: false,
    });
  });

  test.each([
    ['true', true],
    ['false', false],
    [undefined, true],
  ])('given others and internal %p, when they comment, then internal is %p', (internal, expected) => {
    const context = contextOf('maintainer', now, assigned());
    expect(forms.comment.initialValues(context)).toEqual({ internal: 'true' });
    expect(commandOf(forms.comment, context, { text: 'Notiz', internal })).toEqual({
      type: 'comment',
      text: 'Notiz',
      internal: expected,
    });
  });

  const asked = (): Story =>
    assigned()
      .at('2026-06-11T09:00')
      .does('maintainer-a1', 'maintainer', { type: 'askOperator', question: 'Seit welcher Version?' });

  test('given an open question, when it is answered, then it is shown, and by a dispatcher on whose word', () => {
    const operator = contextOf('operator', now, asked());
    expect(forms.answerQuestion.info(operator)).toEqual([
      { label: 'Rückfrage', text: 'Seit welcher Version?' },
    ]);
    expect(commandOf(forms.answerQuestion, operator, { answer: '2.1' })).toEqual({
      type: 'answerQuestion',
      answer: '2.1',
    });
    const dispatcher = contextOf('dispatcher', now, asked());
    expect(commandOf(forms.answerQuestion, dispatcher, { ...word, answer: '2.1' })).toEqual({
      type: 'answerQuestion',
      answer: '2.1',
      onBehalf,
    });
    expect(errorsOf(forms.askOperator, dispatcher, { question: 'Noch eine?' })['']).toContain(
      'noch eine Rückfrage offen',
    );
  });

  test('given somebody was quicker, when the answer is sent, then it reads by whom and what was typed is still there', () => {
    const story = asked().does('nord-2', 'operator', { type: 'answerQuestion', answer: '2.0' });
    const context = contextOf('operator', now, story);
    const { values, reading } = readSubmission(forms.answerQuestion, context, { answer: 'Meine Antwort' });
    const errors = reading.ok ? {} : reading.errors;
    const state = { nonce: '00000000-0000-4000-8000-000000000000' };
    const shown = { values, errors, page: 'fill', state, mode: 'dialog' } as const;
    const { text } = new CardScreen(renderForm(forms.answerQuestion, context, shown));
    expect(text).toContain('Bereits erledigt von Person nord-2');
    expect(text).toContain('Meine Antwort');
  });
});

describe('support by the platform maintainer', () => {
  const context = contextOf('platformMaintainer', now, supportTaken());

  test('given a kind and a question, when support is asked for, then both are told', () => {
    const asking = contextOf('maintainer', now, assigned());
    expect(commandOf(forms.requestSupport, asking, { kind: 'commit', question: 'Bitte' })).toEqual({
      type: 'requestSupport',
      kind: 'commit',
      question: 'Bitte',
    });
    expect(errorsOf(forms.requestSupport, asking, {})).toEqual({
      kind: fieldTexts.supportKind.missing,
      question: fieldTexts.question.missing,
    });
  });

  test('given several requests, when one is completed, then a test needs a verdict and a question an answer', () => {
    expect(forms.completeSupport.initialValues(context)).toEqual({ request: '1' });
    expect(JSON.stringify(forms.completeSupport.info(context))).toContain('Welcher Ast?');
    expect(errorsOf(forms.completeSupport, context, { request: '1', verdict: 'passed' })).toEqual({
      answer: fieldTexts.supportAnswer.missing,
    });
    expect(errorsOf(forms.completeSupport, context, { request: '2', answer: 'Gut' })).toEqual({
      verdict: fieldTexts.verdict.missing,
    });
    expect(commandOf(forms.completeSupport, context, { request: '2', verdict: 'failed' })).toEqual({
      type: 'completeSupport',
      request: '2',
      verdict: 'failed',
    });
    expect(
      commandOf(forms.completeSupport, context, { request: '1', verdict: 'failed', answer: 'main' }),
    ).toEqual({
      type: 'completeSupport',
      request: '1',
      answer: 'main',
    });
  });

  test('given a request that somebody completed, when it is sent, then its field names them', () => {
    const story = supportTaken()
      .at('2026-06-10T15:45')
      .does('platform', 'platformMaintainer', { type: 'completeSupport', request: '1', answer: 'main' });
    const later = contextOf('platformMaintainer', now, story);
    expect(errorsOf(forms.completeSupport, later, { request: '1', answer: 'Ast main' })).toEqual({
      request: expect.stringContaining('Bereits erledigt von Person platform') as string,
    });
  });

  test('given nothing taken, when support is to be completed, then the form says what comes first', () => {
    const story = assigned().does('maintainer-a1', 'maintainer', {
      type: 'requestSupport',
      kind: 'commit',
      question: 'Bitte',
    });
    const early = contextOf('platformMaintainer', now, story);
    expect(blockedBy(forms.completeSupport, early)).toContain('noch niemand übernommen');
  });
});

describe('"Gelesen" on an operator’s word', () => {
  test('given unconfirmed operators, when a dispatcher confirms, then they choose among them and say on whose word', () => {
    const context = contextOf('dispatcher', now, released());
    const field = forms.confirmNoticeForOperator.fields(context).find(({ id }) => id === 'operator');
    expect(field?.choices?.map(({ value }) => value)).toEqual(['nord', 'sued']);
    expect(commandOf(forms.confirmNoticeForOperator, context, { ...word, operator: 'sued' })).toEqual({
      type: 'confirmNotice',
      operator: 'sued',
      onBehalf,
    });
  });

  test('given an operator that has confirmed, when it is chosen, then the field names who did', () => {
    const story = released().does('nord-2', 'operator', { type: 'confirmNotice' });
    const context = contextOf('dispatcher', now, story);
    expect(forms.confirmNoticeForOperator.initialValues(context)).toMatchObject({ operator: 'sued' });
    expect(errorsOf(forms.confirmNoticeForOperator, context, { ...word, operator: 'nord' })).toEqual({
      operator: expect.stringContaining('Bereits erledigt von Person nord-2') as string,
    });
  });

  test('given that all have confirmed, when it is opened, then it reads who was the last', () => {
    const story = released().does('nord-2', 'operator', { type: 'confirmNotice' });
    story.does('sued-1', 'operator', { type: 'confirmNotice' });
    expect(blockedBy(forms.confirmNoticeForOperator, contextOf('dispatcher', now, story))).toContain(
      'Bereits erledigt von Person sued-1',
    );
  });
});
