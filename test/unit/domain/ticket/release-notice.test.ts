import { affectedOperators, isAffected } from '../../../../src/domain/ticket/release/affected-operators';
import { unconfirmedOperators } from '../../../../src/domain/ticket/release/release-notice';
import { possibleActions } from '../../../../src/domain/ticket/rights';
import { type CommandText, inTest, released } from '../../../support/given';
import { installation } from '../../../support/installation';

const confirm: CommandText = { type: 'confirmNotice' };

describe('the affected operators (process 6)', () => {
  it.each([
    ['2.1.0', ['2.1.0'], true],
    ['2.1.0', ['2.1.1'], false],
    ['2.1.0', ['<2.3.1'], true],
    ['2.3.1', ['<2.3.1'], false],
    ['2.3.1-rc.1', ['<2.3.1'], true],
    ['2.7.0', ['2.x'], true],
    ['3.0.0', ['2.x', '>=3.1'], false],
    ['3.2.0', ['2.x', '>=3.1'], true],
    ['2.1', ['<2.1.5'], true],
    ['v2.1.0', ['2.1.0'], true],
    ['Herbst 2025', ['Herbst 2025'], true],
    ['Herbst 2025', ['<2.3.1'], true],
    ['2.1.0', ['alle bis Herbst'], true],
    ['2.1.0', ['', '  '], false],
    ['2.1.0', [], false],
    [undefined, [], true],
    [' ', ['3.0.0'], true],
  ])('with %s installed and %j listed: %s', (installed, listed, expected) => {
    expect(isAffected(installed, listed)).toBe(expected);
  });

  it('have a contract for the module that is valid on the day', () => {
    const of = (module: string, day: string) => affectedOperators(installation, module, ['<2.3.1'], day);
    expect(of('journal', '2026-06-11')).toEqual(['nord', 'sued']);
    expect(of('journal', '2026-12-31')).toEqual(['nord', 'sued']);
    expect(of('journal', '2027-01-01')).toEqual(['nord']);
    expect(of('outage', '2026-06-11')).toEqual(['nord']);
    expect(of('journal', '2023-12-31')).toEqual([]);
  });

  it('are each named once, whatever contracts they have', () => {
    const [first] = installation.contracts;
    if (first === undefined) throw new Error('the sample has contracts');
    const contracts = [first, { ...first, from: '2025-01-01' }];
    expect(affectedOperators({ ...installation, contracts }, 'journal', [], '2026-06-11')).toEqual(['nord']);
  });
});

describe('Freigeben und schließen (process 3, 6)', () => {
  it('owes each affected operator a notice that names no reporter', () => {
    const story = released();
    expect(story.stands.release).toEqual({
      fixVersion: '2.3.1',
      packageReference: 'journal-2.3.1',
      text: 'Die Suche findet wieder alle Einträge.',
      notices: [{ operator: 'nord' }, { operator: 'sued' }],
    });
    expect(JSON.stringify(story.stands.release)).not.toContain('nord-1');
  });

  it('judges contracts by the day of closing', () => {
    const story = inTest().at('2027-01-04T09:00');
    story.does('dispatcher-1', 'dispatcher', {
      type: 'releaseAndClose',
      record: { environment: 'QS', steps: 'x', result: 'y' },
      noticeText: 'x',
    });
    expect(unconfirmedOperators(story.stands)).toEqual(['nord']);
  });

  it('leaves the ticket with its maintainers to read', () => {
    expect(released().stands.assignment).toMatchObject({ person: 'maintainer-a1' });
  });
});

describe('Gelesen (process 6)', () => {
  it('is confirmed by one person for each organisation that got the notice', () => {
    const story = released().does('sued-2', 'operator', confirm);
    expect(unconfirmedOperators(story.stands)).toEqual(['nord']);
    story.does('nord-2', 'operator', confirm);
    expect(unconfirmedOperators(story.stands)).toEqual([]);
    expect(story.stands.state).toBe('closed');
    expect(story.stands.release?.notices[1]?.confirmed).toMatchObject({ by: 'sued-2' });
  });

  it('tells the second of an organisation who was quicker, and not the other organisation', () => {
    const story = released();
    const seen = { seenVersion: story.stands.version, onlyAtSeenVersion: true };
    story.does('sued-1', 'operator', { ...confirm, ...seen });
    expect(story.refusal('sued-2', 'operator', { ...confirm, ...seen })).toMatchObject({
      code: 'alreadyDone',
      by: 'sued-1',
    });
    expect(story.try('nord-1', 'operator', { ...confirm, ...seen }).kind).toBe('events');
  });

  it('is refused to who got none, without telling who did', () => {
    const contracts = installation.contracts.filter((contract) => contract.operator !== 'sued');
    const story = released({ ...installation, contracts });
    expect(story.refusal('sued-1', 'operator', confirm)).toMatchObject({
      code: 'notPermitted',
      permitted: [{ role: 'dispatcher' }],
    });
    expect(story.refusal('nord-1', 'operator', { ...confirm, operator: 'sued' })).toEqual({
      code: 'noSuchNotice',
    });
    expect(story.refusal('maintainer-a1', 'maintainer', confirm)).toMatchObject({ code: 'notPermitted' });
    expect(inTest().refusal('dispatcher-1', 'dispatcher', confirm)).toMatchObject({ code: 'wrongState' });
  });

  it('is confirmed by a dispatcher on the operator’s word, naming the operator', () => {
    const story = released();
    expect(story.refusal('dispatcher-1', 'dispatcher', { ...confirm, operator: 'sued' })).toEqual({
      code: 'onBehalfMissing',
    });
    expect(story.refusal('dispatcher-1', 'dispatcher', confirm)).toEqual({ code: 'noSuchNotice' });
    story.doesOnWord('dispatcher-1', { ...confirm, operator: 'sued' });
    expect(story.stands.release?.notices[1]?.confirmed).toMatchObject({ onBehalf: { way: 'phone' } });
  });

  it('is offered on the notice, and to dispatchers while somebody has not confirmed', () => {
    const story = released();
    expect(possibleActions(story.stands, 'operator')).toEqual([]);
    expect(possibleActions(story.stands, 'dispatcher').map((row) => row.action)).toEqual(['confirmNotice']);
    story.does('nord-1', 'operator', confirm).does('sued-1', 'operator', confirm);
    expect(possibleActions(story.stands, 'dispatcher')).toEqual([]);
  });
});
