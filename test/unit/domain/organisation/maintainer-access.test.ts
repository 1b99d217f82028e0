import fc from 'fast-check';
import type { OrganisationCommand } from '../../../../src/domain/organisation/actions/registry';
import { dueEvents } from '../../../../src/domain/organisation/due-records';
import { maintains, personById } from '../../../../src/domain/organisation/find';
import { inForceOn } from '../../../../src/domain/organisation/in-force';
import type { Installation, Person } from '../../../../src/domain/organisation/installation';
import { takenOverAccess } from '../../../../src/domain/organisation/taken-over-access';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';
import { after, begun, cancel, done, maintainedBy, own, ticked } from './actions/onboarding-support';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);
const roles = [{ role: 'maintainer', module: 'journal' }] as const;

function knownAs(recorded: Installation, more: Partial<Person>): OrganisationCommand {
  const { until: _until, ...person } =
    personById(recorded, 'maintainer-a1') ?? installation.people[0] ?? never();
  return { type: 'recordPerson', person: { ...person, ...more } };
}
function never(): never {
  throw new Error('they are known');
}

const by = (recorded: Installation, command: OrganisationCommand, local = '2026-06-12T10:00') =>
  done(recorded, 'owner', command, berlin(local));

/** What the bot records then; nothing more is due afterwards. */
function looked(recorded: Installation, local: string): Installation {
  const then = after(recorded, dueEvents(recorded, berlin(local)));
  expect(dueEvents(then, berlin(local))).toEqual([]);
  return then;
}

/** 'maintainer-a1 1', 'maintainer-a1 1 dropped'. */
const tasksIn = ({ accessTasks }: Installation) =>
  accessTasks.map((task) =>
    [
      ...(task.kind === 'revokeMaintainer' ? [task.id.split('.').slice(1).join(' ')] : []),
      task.outcome?.kind ?? 'open',
    ].join(' '),
  );

/** Somebody with the role who has never been active. */
const newcomer = ((): Installation => {
  const { activeBefore: _active, ...onboarding } = begun().onboardings[0] ?? never();
  return { ...installation, onboardings: [onboarding] };
})();

const left = by(installation, knownAs(installation, { until: '2026-06-12' }));

describe('what the platform maintainer takes from former maintainers (process 7)', () => {
  it('given a last day, then the task arises on the day after it, is reminded of, and not anew', () => {
    expect(tasksIn(looked(left, '2026-06-12T13:00'))).toEqual([]);
    const then = looked(left, '2026-06-15T09:00');
    expect(tasksIn(then)).toEqual(['maintainer-a1 journal 1 open']);
    expect(looked(then, '2026-06-18T09:00').accessTasks).toMatchObject([{ reminders: 1 }]);
    const command = { type: 'completeAccess', task: 'revokeMaintainer.maintainer-a1.journal.1' } as const;
    const settled = done(then, 'platform', command, berlin('2026-06-15T10:00'));
    expect(tasksIn(looked(settled, '2026-07-15T10:00'))).toEqual(['maintainer-a1 journal 1 done']);
  });

  it('given the role is taken, or the module goes to another company, then it arises in the same change', () => {
    expect(tasksIn(by(installation, knownAs(installation, { roles: [] })))).toEqual([
      'maintainer-a1 journal 1 open',
    ]);
    for (const to of ['contractor-b', undefined])
      expect(tasksIn(looked(by(installation, maintainedBy(to)), '2026-06-12T11:00'))).toEqual([
        'maintainer-a1 journal 1 open',
        'maintainer-a2 journal 1 open',
      ]);
  });

  it('given they get it again before it is done, then it falls away; when they lose it once more, there is a second one', () => {
    const gone = by(installation, knownAs(installation, { roles: [] }));
    const again = looked(by(gone, knownAs(gone, { roles })), '2026-06-12T11:00');
    expect(tasksIn(again)).toEqual(['maintainer-a1 journal 1 dropped']);
    const longer = looked(
      by(looked(left, '2026-06-15T09:00'), knownAs(left, { until: '2026-06-19' })),
      '2026-06-15T11:00',
    );
    expect(tasksIn(looked(longer, '2026-06-22T09:00'))).toEqual([
      'maintainer-a1 journal 1 dropped',
      'maintainer-a1 journal 2 open',
    ]);
  });

  it('given their company or module is retired, then it arises on that day', () => {
    const retired = { retired: '2026-06-15' };
    const edits: readonly Installation[] = [
      {
        ...installation,
        organisations: installation.organisations.map((each) =>
          each.id === 'contractor-a' ? { ...each, ...retired } : each,
        ),
      },
      {
        ...installation,
        modules: installation.modules.map((each) => (each.id === 'journal' ? { ...each, ...retired } : each)),
      },
    ];
    for (const recorded of edits)
      expect(tasksIn(looked(recorded, '2026-06-15T09:00'))).toEqual([
        'maintainer-a1 journal 1 open',
        'maintainer-a2 journal 1 open',
      ]);
  });

  it('given somebody who was never active and was given nothing, then there is none; with the repository or the like there is', () => {
    const lose = (recorded: Installation) => by(recorded, knownAs(recorded, { roles: [] }));
    expect(tasksIn(lose(newcomer))).toEqual([]);
    expect(tasksIn(lose(ticked(newcomer, 4)))).toEqual(['maintainer-a1 journal 1 open']);
  });

  it('given the role or module is taken before it was seen that their last day is over, then it arises in that change', () => {
    for (const command of [knownAs(left, { roles: [] }), maintainedBy('contractor-b')])
      expect(tasksIn(by(left, command, '2026-06-15T08:00'))).toContain('maintainer-a1 journal 1 open');
    expect(
      tasksIn(by(left, knownAs(left, { name: 'Anders', until: '2026-06-12' }), '2026-06-15T08:00')),
    ).toEqual([]);
  });

  it('given the platform’s items of an earlier attempt, when the role is taken in the second, then there is one', () => {
    const called = done(ticked(newcomer, 4), 'owner', cancel(ticked(newcomer, 4)));
    const again = done(called, 'owner', { type: 'startOnboarding', ...own });
    expect(tasksIn(by(again, knownAs(again, { roles: [] })))).toEqual(['maintainer-a1 journal 1 open']);
  });

  it('given somebody who is set up before they hold the role, when it comes to nothing or they leave, then there is one, once', () => {
    const without = {
      ...installation,
      people: installation.people.map((each) => ({
        ...each,
        ...(each.id === 'maintainer-a1' && { roles: [] }),
      })),
    };
    const begin = done(without, 'owner', { type: 'startOnboarding', ...own });
    const set = ticked(begin, 4);
    expect(tasksIn(looked(set, '2026-06-12T11:00'))).toEqual([]);
    const called = looked(done(set, 'owner', cancel(set)), '2026-06-12T11:00');
    expect(tasksIn(called)).toEqual(['maintainer-a1 journal 1 open']);
    const gone = looked(by(set, knownAs(set, { roles: [], until: '2026-06-12' })), '2026-06-15T09:00');
    expect(tasksIn(gone)).toEqual(['maintainer-a1 journal 1 open']);
    const command = { type: 'completeAccess', task: 'revokeMaintainer.maintainer-a1.journal.1' } as const;
    const settled = done(gone, 'platform', command, berlin('2026-06-15T10:00'));
    expect(tasksIn(looked(settled, '2026-07-15T10:00'))).toEqual(['maintainer-a1 journal 1 done']);
    expect(tasksIn(looked(done(begin, 'owner', cancel(begin)), '2026-06-12T11:00'))).toEqual([]);
  });

  it('given people who had left before the bot began, then theirs is taken over, and no task follows', () => {
    const recorded: Installation = {
      ...installation,
      people: installation.people.map((each) =>
        each.id === 'maintainer-a1' ? { ...each, until: '2026-05-01' } : each,
      ),
    };
    const then = after(recorded, takenOverAccess(recorded, berlin('2026-06-12T10:00')));
    expect(tasksIn(looked(then, '2026-06-12T10:00'))).toContain('maintainer-a1 journal 1 takenOver');
    expect(tasksIn(looked(then, '2026-06-12T10:00')).filter((each) => each.includes('journal 2'))).toEqual(
      [],
    );
  });

  test('whatever is changed, then at most one task of a person and module is open, and none of who maintains it', () => {
    const day = fc.integer({ min: 10, max: 30 });
    const command = fc.oneof(
      fc.record({ person: fc.constant(true), until: fc.option(day), has: fc.boolean() }),
      fc.record({ to: fc.constantFrom('contractor-a', 'contractor-b', undefined) }),
      fc.constant('done' as const),
    );
    const steps = fc.array(fc.tuple(day, command), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (all) => {
        let recorded = installation;
        for (const [number, step] of [...all].sort(([one], [other]) => one - other)) {
          const local = `2026-06-${number}T10:00`;
          try {
            if (step === 'done') {
              const open = recorded.accessTasks.find(({ outcome }) => outcome === undefined);
              if (open !== undefined)
                recorded = done(
                  recorded,
                  'platform',
                  { type: 'completeAccess', task: open.id },
                  berlin(local),
                );
            } else if ('to' in step) recorded = by(recorded, maintainedBy(step.to), local);
            else
              recorded = by(
                recorded,
                knownAs(recorded, {
                  roles: step.has ? roles : [],
                  ...(step.until !== null && { until: `2026-06-${step.until}` }),
                }),
                local,
              );
          } catch (error) {
            if (!String(error).includes('nothingChanges')) throw error;
          }
          recorded = looked(recorded, local);
          const open = recorded.accessTasks.flatMap((task) =>
            task.kind === 'revokeMaintainer' && task.outcome === undefined ? [task] : [],
          );
          const keys = open.map(({ person, module }) => `${person} ${module}`);
          expect(new Set(keys).size).toBe(keys.length);
          if (recorded.calendars[0]?.calendar.isOpen(berlin(local)) !== true) continue;
          const inForce = inForceOn(recorded, `2026-06-${number}`);
          for (const { person, module } of open) expect(maintains(inForce, person, module)).toBe(false);
        }
        const ids = recorded.accessTasks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns },
    );
  });
});
