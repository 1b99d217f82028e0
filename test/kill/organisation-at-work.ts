import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../src/adapters/clock';
import type { MongoStores } from '../../src/adapters/mongo/connect';
import { handleOrganisationCommand } from '../../src/app/handle-organisation-command';
import { importRecords } from '../../src/app/import-records';
import { laneKey } from '../../src/app/messages/lane';
import { lanesOfSubject } from '../../src/app/card-places';
import { openDirectory, type RecordedDirectory } from '../../src/app/recorded-directory';
import { accessTaskId } from '../../src/domain/organisation/access-tasks-due';
import type { OrganisationCommand } from '../../src/domain/organisation/actions/registry';
import { personById } from '../../src/domain/organisation/find';
import type {
  AccessTask,
  Installation,
  Onboarding,
  Person,
} from '../../src/domain/organisation/installation';
import { noRecords } from '../../src/domain/organisation/records';
import { localDayAt } from '../../src/domain/reaction/service-day';
import { seed } from './mortal-world';

/** A process that takes submissions, as a bot does. */
export interface Taking {
  readonly stores: MongoStores;
  readonly recorded: RecordedDirectory;
}

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Operators with a contract that begins today, each for one module. */
export const operators = indexes(40);
/** People who are to maintain a module. */
export const newcomers = indexes(16);

const modules = ['bereitschaftsplanung', 'betriebstagebuch', 'kontaktstammdaten', 'stellungnahme-toeb'];
const moduleOf = (operator: number) => modules[operator % modules.length] ?? '';
const number = (index: number) => String(index).padStart(3, '0');
/** What everything that tells of one says, and nothing else. */
export const operatorName = (operator: number) => `Netz ${number(operator)}`;
export const newcomerName = (newcomer: number) => `Neuling ${number(newcomer)}`;
export const newcomerId = (newcomer: number) => `neuling-${number(newcomer)}`;
export const taskOf = (operator: number) =>
  accessTaskId({ kind: 'grant', operator: `netz-${number(operator)}`, module: moduleOf(operator) }, 1);

export async function taking(stores: MongoStores, file: Installation): Promise<Taking> {
  const newCommandId = () => randomUUID();
  return { stores, recorded: await openDirectory({ ...stores, file, clock: systemClock, newCommandId }) };
}

/** Everybody whom the changes are about. */
export async function introduce({ stores, recorded }: Taking): Promise<void> {
  const deps = { ...stores, directory: recorded, clock: systemClock, newCommandId: () => randomUUID() };
  const outcome = await importRecords(deps, {
    ...noRecords,
    organisations: operators.map((operator) => ({
      id: `netz-${number(operator)}`,
      name: operatorName(operator),
      contactPeople: [],
    })),
    people: [...operators.map((each) => contact(each)), ...newcomers.map((each) => newcomer(each))],
  });
  if (!('recorded' in outcome)) throw new Error('the import contradicts itself');
}

function contact(operator: number): Person {
  const id = `kontakt-${number(operator)}`;
  const name = `Kontakt ${number(operator)}`;
  const mail = `${id}@example.org`;
  const organisation = `netz-${number(operator)}`;
  return { id, name, mail, organisation, identities: [], roles: [{ role: 'operator' }] };
}

function newcomer(index: number, roles: Person['roles'] = []): Person {
  const id = newcomerId(index);
  const name = newcomerName(index);
  return { id, name, mail: `${id}@example.org`, organisation: 'softwarehaus-west', identities: [], roles };
}

/** Half of them are given the role, whose onboarding begins by that; for the others it is begun beforehand. */
const rolesOf = (index: number): Person['roles'] =>
  index % 2 === 0 ? [] : [{ role: 'maintainer', module: 'betriebstagebuch' }];

function beginning(index: number): OrganisationCommand {
  if (rolesOf(index).length > 0) return { type: 'recordPerson', person: newcomer(index, rolesOf(index)) };
  const { id: person, organisation } = newcomer(index);
  return { type: 'startOnboarding', module: 'bereitschaftsplanung', organisation, person };
}

/** What the process owner decides, in this order. */
export function decisions(installation: Installation): readonly OrganisationCommand[] {
  const { day: from } = localDayAt(installation.calendars, systemClock.now());
  return operators.flatMap((step): readonly OrganisationCommand[] => {
    const operator = `netz-${number(step)}`;
    const contract = { operator, module: moduleOf(step), from, packageContact: `kontakt-${number(step)}` };
    const recording = { type: 'recordContract', contract } as const;
    return newcomers.includes(step / 2) ? [recording, beginning(step / 2)] : [recording];
  });
}

/** The same submission reaches both at once, as one does that is delivered again. */
export async function decide(both: readonly [Taking, Taking], command: OrganisationCommand): Promise<void> {
  const commandId = randomUUID();
  const outcomes = await Promise.all(both.map((one) => handled(one, 'prozess', command, commandId)));
  expect(outcomes.toSorted()).toEqual(['done', 'repeated']);
}

async function handled(
  { stores, recorded }: Taking,
  person: string,
  command: OrganisationCommand,
  commandId: string,
): Promise<string> {
  const deps = { ...stores, recorded, clock: systemClock, effectsWaiting: () => undefined };
  const outcome = await handleOrganisationCommand(deps, { person, command, commandId });
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
}

/**
 * Once something is shown and called for, it is done, or a name on it is changed; answers when that is so of everything. The
 * limit only ends a test that fails anyway.
 */
export async function answer(both: readonly [Taking, Taking], until: () => number): Promise<void> {
  const [one] = both;
  const answered = new Set<string>();
  while (answered.size < operators.length + newcomers.length) {
    if (systemClock.now() > until())
      throw new Error(`KILL_SEED=${seed}: not shown or not called for, only ${answered.size} are answered`);
    await one.recorded.refresh();
    const { accessTasks, onboardings } = one.recorded.records();
    for (const task of accessTasks) {
      const operator = operators.find((each) => taskOf(each) === task.id);
      if (operator === undefined || answered.has(task.id) || !(await isCalledFor(one, task))) continue;
      await (operator % 2 === 0 ? complete(one, operator) : decide(both, renaming(contact(operator))));
      answered.add(task.id);
    }
    for (const onboarding of onboardings) {
      if (answered.has(onboarding.id) || !(await isShown(one, onboarding))) continue;
      await ticks(one, onboarding);
      const person = personById(one.recorded.installation(), onboarding.person ?? '');
      if (person !== undefined) await decide(both, renaming(person));
      answered.add(onboarding.id);
    }
    await wait(250);
  }
}

const renaming = (person: Person): OrganisationCommand => ({
  type: 'recordPerson',
  person: { ...person, name: `${person.name}, neu` },
});

async function complete(one: Taking, operator: number): Promise<void> {
  const reference = `konto-${number(operator)}`;
  const command = { type: 'completeAccess', task: taskOf(operator), reference } as const;
  expect(await handled(one, 'plattform', command, randomUUID())).toBe('done');
}

/** A call comes after the card; what is done before it is nothing to call for. */
async function isCalledFor({ stores, recorded }: Taking, { id }: AccessTask): Promise<boolean> {
  const change = recorded
    .changes()
    .find(({ events }) => events.some((each) => each.type === 'accessTaskRecorded' && each.task.id === id));
  const called = {
    'effect.kind': 'callToAccess',
    'effect.version': change?.version,
    status: 'sent',
  } as const;
  return (await stores.deliveries.model.countDocuments(called)) > 0;
}

async function isShown({ stores, recorded }: Taking, { id }: Onboarding): Promise<boolean> {
  const of = { kind: 'onboarding', id } as const;
  const lanes = lanesOfSubject(recorded.installation(), of);
  const cards = await Promise.all(lanes.map(({ lane }) => stores.recordCards.find(of, laneKey(lane))));
  return !cards.includes(undefined);
}

async function ticks(one: Taking, { id: onboarding }: Onboarding): Promise<void> {
  const command = { type: 'tickItem', onboarding } as const;
  const ticked = await Promise.all([
    handled(one, 'plattform', { ...command, step: 'environments' }, randomUUID()),
    handled(one, 'dispatcher-1', { ...command, step: 'ticket-account' }, randomUUID()),
  ]);
  expect(ticked).toEqual(['done', 'done']);
}
