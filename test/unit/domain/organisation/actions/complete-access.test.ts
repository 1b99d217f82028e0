import {
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../../../../../src/domain/organisation/changes';
import { decideChange } from '../../../../../src/domain/organisation/decide-change';
import { personById } from '../../../../../src/domain/organisation/find';
import { installationOf, recordsOf } from '../../../../../src/domain/organisation/records';
import { contract, ContractStory, withRepositories } from '../../../../support/contract-story';
import { berlin } from '../../../../support/given';

const now = berlin('2026-06-10T11:00');

/** The task of letting Nord in, open since Wed 10.06.2026, 10:00. */
function withTask() {
  const story = new ContractStory(withRepositories([contract('2026-06-10')]));
  story.at('2026-06-10T10:00');
  return { story, task: story.openTasks[0]! };
}

function decided(
  { installation }: ContractStory,
  task: string,
  {
    person = 'platform',
    reference,
    since = [],
  }: {
    readonly person?: string;
    readonly reference?: string;
    readonly since?: readonly OrganisationChange[];
  } = {},
) {
  const records = recordsOf(installation);
  return decideChange(
    { type: 'completeAccess', task, ...(reference !== undefined && { reference }) },
    {
      records,
      recorded: installation,
      actor: personById(installation, person) ?? { id: person, roles: [] },
      today: '2026-06-10',
      now,
      after: (events) => installationOf(installation, events.reduce(evolveRecords, records)),
      since,
    },
  );
}

/** As it is recorded by the bot itself, on Wed 10.06.2026. */
const byTheBot = (...events: readonly OrganisationEvent[]): OrganisationChange => ({
  ...{ version: 2, at: now, action: 'recordDue', commandId: 'due-2' },
  events,
});

describe('a task of package access is done', () => {
  it('given the platform maintainer, then it is recorded when, by whom and for which account', () => {
    const { story, task } = withTask();
    const outcome = { kind: 'done', at: now, by: 'platform', reference: 'konto-4711' };
    expect(decided(story, task.id, { reference: 'konto-4711' })).toEqual({
      kind: 'events',
      role: 'platformMaintainer',
      events: [{ type: 'accessTaskRecorded', task: { ...task, outcome } }],
    });
    expect(decided(story, task.id)).toMatchObject({
      events: [{ task: { outcome: { kind: 'done', at: now, by: 'platform' } } }],
    });
  });

  it.each(['owner', 'dispatcher-1', 'nord-1', 'maintainer-a1', 'nobody'])(
    'given %s, who is no platform maintainer, then it is refused',
    (person) => {
      const { story, task } = withTask();
      expect(decided(story, task.id, { person })).toEqual({
        kind: 'refusal',
        refusal: { code: 'notPermitted', permitted: ['platformMaintainer'] },
      });
    },
  );

  it('given it is done already, then it is refused, and nothing of it changes', () => {
    const { story, task } = withTask();
    story.done('2026-06-10T10:30');
    expect(decided(story, task.id, { reference: 'konto-2' })).toEqual({
      kind: 'refusal',
      refusal: { code: 'accessSettled', task: story.installation.accessTasks[0] },
    });
  });

  it('given it has fallen away, then it is refused', () => {
    const { story, task } = withTask();
    story.agrees().at('2026-06-10T10:30');
    expect(decided(story, task.id)).toMatchObject({
      refusal: { code: 'accessSettled', task: { outcome: { kind: 'dropped' } } },
    });
  });

  it('given no such task, then nothing changes', () => {
    expect(decided(withTask().story, 'grant.nord.journal.2')).toEqual({
      kind: 'refusal',
      refusal: { code: 'nothingChanges' },
    });
  });

  it('given it was reminded of since the form was opened, then that keeps nobody from having done it', () => {
    const { story, task } = withTask();
    const reminded = byTheBot({ type: 'accessTaskRecorded', task: { ...task, reminders: 1 } });
    story.records(reminded.events);
    expect(decided(story, task.id, { since: [reminded] })).toMatchObject({
      events: [{ task: { reminders: 1, outcome: { kind: 'done' } } }],
    });
  });

  it('given it has fallen away since the form was opened, then that is what is said', () => {
    const { story, task } = withTask();
    const dropped = byTheBot({
      type: 'accessTaskRecorded',
      task: { ...task, outcome: { kind: 'dropped', at: now } },
    });
    story.records(dropped.events);
    expect(decided(story, task.id, { since: [dropped] })).toMatchObject({
      refusal: { code: 'accessSettled' },
    });
  });
});
