import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../src/adapters/clock';
import { cardActivityOf } from '../../src/adapters/teams/sender/card-content';
import { lanesOfSubject } from '../../src/app/card-places';
import { type Lane, laneKey, lanesOf } from '../../src/app/messages/lane';
import type { RecordSubject } from '../../src/app/messages/record-card';
import { changesWithBefore, organisationEffects } from '../../src/app/organisation-effects';
import type { CardContent } from '../../src/app/ports/messenger';
import { lastVersions, versionOfSubject } from '../../src/app/record-versions';
import type { RecordedDirectory } from '../../src/app/recorded-directory';
import type { OrganisationChange } from '../../src/domain/organisation/changes';
import { dueEvents } from '../../src/domain/organisation/due-records';
import { inForceAt } from '../../src/domain/organisation/in-force';
import type { Connector } from '../../src/simulator/connector/connector';
import { objectsOf, stringsIn } from '../../src/simulator/connector/json';
import { dailyDigestHeading } from '../../src/texts/digest.de';
import { viewFor } from '../../src/texts/view';
import { findingsIn } from '../support/verified-store';
import { MortalWorld, seed } from './mortal-world';
import {
  answer,
  decide,
  decisions,
  introduce,
  newcomerId,
  newcomerName,
  newcomers,
  operatorName,
  operators,
  type Taking,
  taking,
  taskOf,
} from './organisation-at-work';
import { type Post, repeatedPosts, withoutKillOfItsOwn } from './repeated-posts';

const minute = 60_000;
/** How long the process owner decides; kills go on for longer. */
const deciding = 45_000;

describe('given two bots on one store, killed at random while the organisation is changed', () => {
  let world: MortalWorld | undefined;
  let second: Taking | undefined;
  afterEach(async () => {
    await second?.stores.close();
    await world?.close();
  });

  it('when they are left alone at last, then the history is whole, each access task recorded once, each card stands as its record is, and each call was told', async () => {
    world = await MortalWorld.open();
    const { connector, stores, installation } = world;
    const first = await taking(stores, installation);
    second = await taking(await world.connect(), installation);
    await introduce(first);
    const both = [first, second] as const;
    const until = systemClock.now() + minute;
    let leftAlone = Infinity;
    await Promise.all([
      world.liveUntil(until).then(() => (leftAlone = systemClock.now())),
      decideAll(both),
      answer(both, () => leftAlone + 90_000),
    ]);
    await quiet(first, systemClock.now() + 90_000);

    const { recorded } = first;
    const { kills } = world;
    const posts = postsOf(recorded, connector);
    const conversations = [...new Set(posts.map(({ conversation }) => conversation))];
    const repeated = conversations.map((each) =>
      repeatedPosts(posts.filter(({ conversation }) => conversation === each)),
    );
    console.log(
      `KILL_SEED=${seed}: ${kills.length} kills, ${recorded.version()} changes, ` +
        `${posts.length} posts, ${repeated.flat().length} of them repeated, ` +
        `quiet ${((systemClock.now() - leftAlone) / 1000).toFixed(0)} s after the last kill`,
    );
    expect(world.ownEnds).toEqual([]);
    // Of bots that start slowly, on a busy machine, few live long enough to be killed.
    expect(kills.length).toBeGreaterThanOrEqual(2);
    expect(await findingsIn(stores)).toEqual([]);
    expectRecordedOnce(recorded);
    await expectCards(first, connector);
    const told = new Set(posts.flatMap(({ tells }) => [...tells]));
    expect(calls(recorded).filter((call) => !told.has(call))).toEqual([]);
    expect(repeated.flatMap((each) => withoutKillOfItsOwn(each, kills))).toEqual([]);
    expect(await stores.deliveries.model.countDocuments({ status: { $ne: 'sent' } })).toBe(0);
  }, 360_000);
});

async function decideAll(both: readonly [Taking, Taking]): Promise<void> {
  const wanted = decisions(both[0].recorded.installation());
  const begun = systemClock.now();
  for (const [index, command] of wanted.entries()) {
    await wait(begun + (deciding * index) / wanted.length - systemClock.now());
    await decide(both, command);
  }
}

/** Resolves when everything was recorded, shown and told; the limit only ends a test that fails anyway. */
async function quiet(one: Taking, limit: number): Promise<void> {
  for (;;) {
    const left = await leftToDo(one);
    if (left.length === 0) return;
    if (systemClock.now() > limit) throw new Error(`KILL_SEED=${seed}: still at work: ${left.join(', ')}`);
    await wait(250);
  }
}

async function leftToDo({ stores, recorded }: Taking): Promise<readonly string[]> {
  await recorded.refresh();
  const relayed = Number((await stores.settings.read('organisationEffects')) ?? 0);
  const counts = {
    recording: dueEvents(recorded.installation(), systemClock.now()).length,
    anchoring: (await stores.organisation.withAnchorDue(9)).length,
    planning: recorded.version() - relayed,
    sending: (await stores.deliveries.backlog()).due,
    showing: (await notShown({ stores, recorded })).length,
  };
  return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : []));
}

interface Standing {
  readonly of: RecordSubject;
  readonly content: CardContent;
  readonly lane: Lane;
}

/** Every card that is to stand, also of what is settled. */
function standing(recorded: RecordedDirectory): readonly Standing[] {
  const installation = recorded.installation();
  const { accessTasks, onboardings } = installation;
  const tasks = new Set(operators.map(taskOf));
  const records = [
    ...accessTasks
      .filter(({ id }) => tasks.has(id))
      .map(
        (task) =>
          ({ of: { kind: 'accessTask', id: task.id }, content: { kind: 'accessTask', task } }) as const,
      ),
    ...onboardings.map(
      (onboarding) =>
        ({
          of: { kind: 'onboarding', id: onboarding.id },
          content: { kind: 'onboarding', onboarding },
        }) as const,
    ),
  ];
  return records.flatMap((each) =>
    lanesOfSubject(installation, each.of).map(({ lane }) => ({ ...each, lane })),
  );
}

async function notShown({ stores, recorded }: Taking): Promise<readonly Standing[]> {
  const last = lastVersions(recorded.changes());
  const found = await Promise.all(
    standing(recorded).map(async (each) => {
      const card = await stores.recordCards.find(each.of, laneKey(each.lane));
      const version = versionOfSubject(last, recorded.installation(), each.of);
      return card === undefined || card.shownVersion < version ? [each] : [];
    }),
  );
  return found.flat();
}

function expectRecordedOnce(recorded: RecordedDirectory): void {
  const changes = recorded.changes();
  const commandIds = changes.map(({ commandId }) => commandId);
  expect(new Set(commandIds).size).toBe(changes.length);
  const byItself = changes.filter(({ action }) => action === 'recordDue').flatMap(({ events }) => events);
  expect(byItself.every(({ type }) => type === 'accessTaskRecorded')).toBe(true);
  expect(tasksIn({ events: byItself }).toSorted()).toEqual(operators.map(taskOf).toSorted());
  const { onboardings, people } = recorded.records();
  expect(onboardings).toHaveLength(newcomers.length);
  const renamed = people.filter(({ name }) => name.endsWith(', neu'));
  expect(renamed).toHaveLength(operators.length / 2 + newcomers.length);
}

const tasksIn = ({ events }: Pick<OrganisationChange, 'events'>) =>
  events.flatMap((event) => (event.type === 'accessTaskRecorded' ? [event.task.id] : []));

/** One in each place where it belongs and nowhere else, and what people see is the record as it is now. */
async function expectCards({ stores, recorded }: Taking, connector: Connector): Promise<void> {
  const expected = standing(recorded);
  expect(expected).toHaveLength(operators.length + 2 * newcomers.length);
  expect(await stores.recordCards.standing()).toHaveLength(expected.length);
  const now = systemClock.now();
  const view = viewFor({ installation: inForceAt(recorded.installation(), now), now });
  for (const { of, content, lane } of expected) {
    const card = await stores.recordCards.find(of, laneKey(lane));
    const message = connector.messages
      .in(card?.conversation ?? '')
      .find(({ id, deleted }) => id === card?.activityId && !deleted);
    const { attachments } = cardActivityOf(content, lane, view, 'dialog');
    expect(message?.activity.attachments).toEqual(JSON.parse(JSON.stringify(attachments)));
  }
}

/** What is called for, by the change and the conversation that it is to be told in. */
function calls(recorded: RecordedDirectory): readonly string[] {
  return changesWithBefore(recorded.changes(), 0).flatMap(({ change, before }) =>
    organisationEffects(change, before).flatMap(({ effect }) =>
      effect.kind === 'callToAccess' || effect.kind === 'callToOnboarding'
        ? lanesOf(recorded.installation(), effect.place).map((lane) => callIn(change, laneKey(lane)))
        : [],
    ),
  );
}

const callIn = ({ version }: OrganisationChange, conversation: string) =>
  `call ${version} in ${conversation}`;

interface PostIn extends Post {
  readonly conversation: string;
}

/** What was posted of records. The digest tells nothing of its own, and what is edited is no post. */
function postsOf(recorded: RecordedDirectory, connector: Connector): readonly PostIn[] {
  const changeOf = new Map(
    recorded.changes().flatMap((change) => namesBegunBy(change).map((name) => [name, change] as const)),
  );
  return connector.record.shown.flatMap(({ how, at, activity, conversationId }) => {
    const texts = [...stringsIn(activity)];
    const [conversation = ''] = conversationId.split(';');
    const names = new Set(texts.flatMap((text) => text.match(/(Netz|Neuling) \d{3}/g) ?? []));
    const [name] = names;
    if (how !== 'posted' || name === undefined || texts.includes(dailyDigestHeading)) return [];
    // A call to one is a sentence, and a call to several a card that names them.
    const isCard = objectsOf(activity['attachments']).length > 0 && names.size === 1;
    const change = changeOf.get(name);
    if (change === undefined) throw new Error(`nothing began for ${name}`);
    const tells = new Set([isCard ? `card ${name}` : callIn(change, `channel:${conversation}`)]);
    return [{ at, conversation, tells }];
  });
}

/** Whose task or onboarding began with the change. */
function namesBegunBy({ action, events }: OrganisationChange): readonly string[] {
  if (action === 'recordDue') {
    const tasks = tasksIn({ events });
    return operators.filter((each) => tasks.includes(taskOf(each))).map(operatorName);
  }
  if (action !== 'startOnboarding' && action !== 'recordPerson') return [];
  const people = events.flatMap((event) =>
    event.type === 'onboardingRecorded' ? [event.onboarding.person] : [],
  );
  return newcomers.filter((each) => people.includes(newcomerId(each))).map(newcomerName);
}
