import fc from 'fast-check';
import type { Contract } from '../../../../src/domain/organisation/installation';
import { packageTasks } from '../../../../src/domain/organisation/package-access';
import { localDayAt } from '../../../../src/domain/reaction/service-day';
import { parseDate, toIsoDate } from '../../../../src/domain/service-calendar/civil-date';
import { ContractStory, withRepositories } from '../../../support/contract-story';
import { berlin } from '../../../support/given';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);

const firstDay = parseDate('2026-06-01') as number;
/** So many days are played; contracts begin and end in them, or soon after. */
const daysPlayed = 100;
const day = (number: number) => toIsoDate(firstDay + number);

const operators = ['nord', 'sued'] as const;
const modules = ['journal', 'outage', 'contacts'] as const;

/** Contracts of one operator and module, one after the other, with a gap or without; the last one may have no end. */
const inARow = fc
  .array(fc.record({ gap: fc.constantFrom(0, 0, 1, 2, 5), days: fc.integer({ min: 1, max: 60 }) }), {
    maxLength: 4,
  })
  .chain((spans) => fc.tuple(fc.constant(spans), fc.integer({ min: -20, max: 40 }), fc.boolean()))
  .map(([spans, begin, isEndless]) => {
    let next = begin;
    return spans.map(({ gap, days }, index): Pick<Contract, 'from' | 'to'> => {
      const from = next + gap;
      next = from + days;
      const isLast = index === spans.length - 1;
      return isLast && isEndless ? { from: day(from) } : { from: day(from), to: day(next - 1) };
    });
  });

const contracts: fc.Arbitrary<readonly Contract[]> = fc
  .tuple(
    ...operators.flatMap((operator) =>
      modules.map((module) => inARow.map((spans) => ({ operator, module, spans }))),
    ),
  )
  .map((all) =>
    all.flatMap(({ operator, module, spans }) =>
      spans.map((span, index) => ({ id: `${operator}-${module}-${index}`, operator, module, ...span })),
    ),
  );

type Step =
  | { readonly kind: 'look'; readonly at: string }
  | { readonly kind: 'done'; readonly at: string; readonly which: number }
  /** The contracts are others from then on. */
  | { readonly kind: 'agreed'; readonly at: string; readonly contracts: readonly Contract[] }
  | { readonly kind: 'retired'; readonly at: string; readonly operator: string };

const times = fc
  .tuple(fc.nat(daysPlayed), fc.constantFrom('07:00', '08:30', '11:15', '13:59', '16:59', '20:00'))
  .map(([number, time]) => `${day(number)}T${time}`);
const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('look' as const), at: times }) },
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('done' as const), at: times, which: fc.nat(9) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('agreed' as const), at: times, contracts }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('retired' as const),
          at: times,
          operator: fc.constantFrom(...operators),
        }),
      },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((all) => [...all].sort((one, other) => (one.at < other.at ? -1 : 1)));

function play(
  begins: readonly Contract[],
  all: readonly Step[],
  seen: (story: ContractStory, at: string, said: readonly string[]) => void,
) {
  const story = new ContractStory(withRepositories(begins));
  for (const step of all) {
    const { openTasks } = story;
    if (step.kind === 'done' && openTasks.length > 0)
      story.done(step.at, openTasks[step.which % openTasks.length]?.id);
    if (step.kind === 'agreed') story.agrees(...step.contracts);
    if (step.kind === 'retired')
      story.edits((before) => ({
        ...before,
        organisations: before.organisations.map((each) =>
          each.id === step.operator ? { ...each, retired: step.at.slice(0, 10) } : each,
        ),
      }));
    // It fails where something is due after it was recorded.
    seen(story, step.at, story.at(step.at));
  }
}

/** Whether a contract counts on the day, told apart from the code under test. */
function isEntitled(
  { installation }: ContractStory,
  access: { readonly operator: string; readonly module: string },
  today: string,
): boolean {
  const { retired = '9999-12-31' } =
    installation.organisations.find(({ id }) => id === access.operator) ?? {};
  return (
    today < retired &&
    installation.contracts.some(
      ({ operator, module, from, to = '9999-12-31' }) =>
        operator === access.operator && module === access.module && from <= today && today <= to,
    )
  );
}

describe('what the bot records by itself, whatever contracts there are and whatever people do', () => {
  test('then recorded access is as the contracts say, but for the one task that is open for it', () => {
    fc.assert(
      fc.property(contracts, steps, (begins, all) => {
        play(begins, all, (story, at) => {
          const { installation } = story;
          const now = berlin(at);
          if (!(installation.calendars[0]?.calendar.isOpen(now) ?? false)) return;
          const today = localDayAt(installation.calendars, now).day;
          for (const operator of operators)
            for (const module of modules) {
              const ofAccess = packageTasks(installation).filter(
                (task) => task.operator === operator && task.module === module,
              );
              const open = ofAccess.filter(({ outcome }) => outcome === undefined);
              const has = ofAccess.findLast(({ outcome }) => outcome?.kind === 'done')?.kind === 'grant';
              const shall = module !== 'contacts' && isEntitled(story, { operator, module }, today);
              expect(open.map(({ kind }) => kind)).toEqual(has === shall ? [] : [shall ? 'grant' : 'revoke']);
            }
        });
      }),
      { numRuns },
    );
  });

  test('then at no time, open or closed, two tasks of one operator and module are open, and none has the id of another', () => {
    fc.assert(
      fc.property(contracts, steps, (begins, all) => {
        play(begins, all, ({ installation, openTasks }) => {
          const accesses = openTasks.map((task) =>
            task.kind === 'revokeMaintainer' ? task.id : `${task.operator} ${task.module}`,
          );
          expect(new Set(accesses).size).toBe(accesses.length);
          const ids = installation.accessTasks.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        });
      }),
      { numRuns },
    );
  });

  test('then no end of a contract is reminded of twice at one step, and later steps only come nearer', () => {
    fc.assert(
      fc.property(contracts, steps, (begins, all) => {
        const told: string[] = [];
        play(begins, all, ({ installation }, _, said) => {
          told.push(...said.filter((each) => each.includes(' ends ')));
          expect(new Set(told).size).toBe(told.length);
          const { contractReminders } = installation;
          contractReminders.forEach((later, index) => {
            for (const earlier of contractReminders.slice(0, index))
              if (earlier.contract === later.contract && earlier.to === later.to)
                expect(later.daysBefore).toBeLessThan(earlier.daysBefore);
          });
        });
      }),
      { numRuns },
    );
  });

  test('then outside service time nothing is recorded', () => {
    fc.assert(
      fc.property(contracts, times, (begins, at) => {
        const story = new ContractStory(withRepositories(begins));
        const isOpen = story.installation.calendars[0]?.calendar.isOpen(berlin(at));
        if (isOpen !== true) expect(story.at(at)).toEqual([]);
      }),
      { numRuns },
    );
  });
});
