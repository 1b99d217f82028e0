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
import type {
  AccessTask,
  Installation,
  Onboarding,
  Person,
} from '../../src/domain/organisation/installation';
import { stepOf } from '../../src/domain/organisation/onboarding/onboarding';
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
/** After so many further contracts, names are changed: by then cards show them. */
const lag = 8;

const modules = ['bereitschaftsplanung', 'betriebstagebuch', 'kontaktstammdaten', 'stellungnahme-toeb'];
const moduleOf = (operator: number) => modules[operator % modules.length] ?? '';
const number = (index: number) => String(index).padStart(3, '0');
const isAnswered = (operator: number) => operator % 2 === 0;
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

function contact(operator: number, renamed = ''): Person {
  const id = `kontakt-${number(operator)}`;
  const name = `Kontakt ${number(operator)}${renamed}`;
  const mail = `${id}@example.org`;
  const organisation = `netz-${number(operator)}`;
  return { id, name, mail, organisation, identities: [], roles: [{ role: 'operator' }] };
}

function newcomer(index: number, roles: Person['roles'] = [], renamed = ''): Person {
  const id = newcomerId(index);
  const name = `${newcomerName(index)}${renamed}`;
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
  return indexes(operators.length + lag).flatMap((step): readonly OrganisationCommand[] => {
    const before = step - lag;
    const operator = `netz-${number(step)}`;
    const contract = { operator, module: moduleOf(step), from, packageContact: `kontakt-${number(step)}` };
    return [
      ...(operators.includes(step) ? [{ type: 'recordContract', contract } as const] : []),
      ...(newcomers.includes(step / 2) ? [beginning(step / 2)] : []),
      // Of what is settled, the names stay as they were told.
      ...(operators.includes(before) && !isAnswered(before)
        ? [{ type: 'recordPerson', person: contact(before, ', neu') } as const]
        : []),
      ...(newcomers.includes(before / 2) && before % 4 === 0
        ? [{ type: 'recordPerson', person: newcomer(before / 2, rolesOf(before / 2), ', neu') } as const]
        : []),
    ];
  });
}

/** The same submission reaches both at once, as one does that is delivered again; answers under which id. */
export async function decide(both: readonly Taking[], command: OrganisationCommand): Promise<string> {
  const commandId = randomUUID();
  const outcomes = await Promise.all(both.map((one) => handled(one, 'prozess', command, commandId)));
  expect(outcomes.toSorted()).toEqual(['done', 'repeated']);
  return commandId;
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

/** Does what is shown and called for, until all of it is done that is to be done; the limit only ends a test that fails anyway. */
export async function answer(one: Taking, until: () => number): Promise<void> {
  let done = 0;
  while (done < operators.filter(isAnswered).length + newcomers.length * 2) {
    if (systemClock.now() > until())
      throw new Error(`KILL_SEED=${seed}: not shown or not called for, only ${done} are done`);
    await one.recorded.refresh();
    const { accessTasks, onboardings } = one.recorded.records();
    for (const task of accessTasks) done += await completed(one, task);
    for (const onboarding of onboardings) done += await ticked(one, onboarding);
    await wait(250);
  }
}

async function completed(one: Taking, task: AccessTask): Promise<number> {
  const operator = operators.find((each) => taskOf(each) === task.id);
  if (operator === undefined || !isAnswered(operator) || task.outcome !== undefined) return 0;
  if (!(await isCalledFor(one, task))) return 0;
  const command = { type: 'completeAccess', task: task.id, reference: `konto-${number(operator)}` } as const;
  expect(await handled(one, 'plattform', command, randomUUID())).toBe('done');
  return 1;
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

async function ticked(one: Taking, onboarding: Onboarding): Promise<number> {
  const of = { kind: 'onboarding', id: onboarding.id } as const;
  const lanes = lanesOfSubject(one.recorded.installation(), of);
  const cards = await Promise.all(lanes.map(({ lane }) => one.stores.recordCards.find(of, laneKey(lane))));
  if (cards.includes(undefined)) return 0;
  const open = [
    ['plattform', 'environments'],
    ['dispatcher-1', 'ticket-account'],
  ].filter(([, step = '']) => stepOf(onboarding, step)?.state.kind === 'open');
  for (const [person = '', step = ''] of open) {
    const command = { type: 'tickItem', onboarding: onboarding.id, step } as const;
    expect(await handled(one, person, command, randomUUID())).toBe('done');
  }
  return open.length;
}
