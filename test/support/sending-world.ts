import { defined } from '../../src/defined';
import { defaultThresholdPercents } from '../../src/domain/reaction/thresholds';
import { createDeadlineCheck } from '../../src/app/check-deadlines';
import { createEffectDelivery, type DeliveryDeps } from '../../src/app/deliver-effects';
import type { DeliveryReport } from '../../src/app/delivery-attempts';
import type { AnswerLater } from '../../src/app/messages/effect';
import type { DeliveryState } from '../../src/app/messages/digest';
import { type Lane, laneKey } from '../../src/app/messages/lane';
import type {
  CardContent,
  Messenger,
  NewcomerToTell,
  PostedActivity,
  Reminder,
} from '../../src/app/ports/messenger';
import type { PostId } from '../../src/app/ports/post-store';
import { createShownPosts } from '../../src/app/shown-posts';
import { handleTicketCommand } from '../../src/app/handle-ticket-command';
import { eventsTowards, evolveRecords, type OrganisationEvent } from '../../src/domain/organisation/changes';
import type {
  AccessTask,
  ContractReminder,
  Installation,
  Role,
} from '../../src/domain/organisation/installation';
import type { OnboardingCall } from '../../src/domain/organisation/onboarding/onboarding-calls';
import { progressOf } from '../../src/domain/organisation/onboarding/onboarding';
import type { Member } from '../../src/domain/organisation/newcomers';
import { placeKey } from '../../src/domain/organisation/place';
import { installationOf, noRecords, recordsOf } from '../../src/domain/organisation/records';
import { noticeFor } from '../../src/domain/ticket/release/release-notice';
import { createInMemoryStores } from './in-memory-stores/create-in-memory-stores';
import { berlin, type CommandText } from './given';
import { installation } from './installation';
import { StoreAway } from './store-away';

export { StoreAway } from './store-away';

interface Sent {
  readonly what:
    | 'replaced'
    | 'post'
    | 'edit'
    | 'mention'
    | 'reminder'
    | 'reported'
    | 'trouble'
    | 'newcomer'
    | 'access'
    | 'onboarding'
    | 'ends'
    | 'answer';
  readonly lane: string;
  readonly says: string;
}

/** A Teams that records what it is sent and can be told to fail. */
export class Recorder implements Messenger {
  readonly sent: Sent[] = [];
  /** Asked before each request; throws to fail it. */
  before: (what: Sent) => void | Promise<void> = () => undefined;
  gone = new Set<string>();
  /** The tickets of which the answers show something typed. */
  answersShow: readonly string[] = [];
  /** What stands there, by conversation and activity id. */
  readonly standing = new Map<string, string>();
  private posted = 0;

  async postCard(lane: Lane, content: CardContent) {
    await this.send({ what: 'post', lane: laneKey(lane), says: saysOf(content) });
    this.posted += 1;
    this.standing.set(`${laneKey(lane)} ${this.posted}`, saysOf(content));
    return { conversation: laneKey(lane), activityId: String(this.posted) };
  }
  async editCard(lane: Lane, card: { activityId: string }, content: CardContent) {
    if (this.gone.has(card.activityId)) return 'gone' as const;
    await this.send({ what: 'edit', lane: laneKey(lane), says: saysOf(content) });
    this.standing.set(`${laneKey(lane)} ${card.activityId}`, saysOf(content));
    return 'edited' as const;
  }
  async postMention(lane: Lane, _thread: unknown, mention: { people: readonly string[]; reason: string }) {
    await this.send({
      what: 'mention',
      lane: laneKey(lane),
      says: `${mention.reason} ${mention.people.join()}`,
    });
    return { notInRoster: mention.people.filter((person) => this.gone.has(person)) };
  }
  async postReminder(lane: Lane, reminder: Reminder, people: readonly string[]) {
    return this.postReminders(lane, [reminder], people);
  }
  async postReminders(lane: Lane, reminders: readonly Reminder[], people: readonly string[]) {
    await this.send({
      what: 'reminder',
      lane: laneKey(lane),
      says: reminders
        .map(({ record, effect }) => `${record.ticket.number} ${effect.timer} ${effect.step}`)
        .join(', '),
    });
    const post = { conversation: laneKey(lane), activityId: `reminder ${this.sent.length}` };
    return { notInRoster: people.filter((person) => this.gone.has(person)), post };
  }
  async postTrouble(lane: Lane, trouble: DeliveryState, people: readonly string[]) {
    const places = trouble.givenUp.map(({ place, count }) => `${placeKey(place)} ${count}`);
    const unchecked = trouble.unchecked.map((number) => `${number} unchecked`);
    const says = [...places, ...trouble.setAside, ...unchecked, people.join()].join(' | ');
    await this.send({ what: 'trouble', lane: laneKey(lane), says });
    return { notInRoster: [] };
  }
  async postNewcomer(lane: Lane, newcomer: NewcomerToTell, people: readonly string[]) {
    const { name = 'somebody', conversation } = newcomer;
    await this.send({
      what: 'newcomer',
      lane: laneKey(lane),
      says: `${name} in ${conversation} ${people.join()}`,
    });
    return { notInRoster: [] };
  }
  async postAccessCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    { tasks }: { readonly tasks: readonly AccessTask[] },
    people: readonly string[],
  ) {
    const where = thread === undefined ? '' : ` at ${thread.activityId}`;
    const says = `${tasks.map(({ id, reminders }) => `${id} ${reminders}`).join()}${where} ${people.join()}`;
    await this.send({ what: 'access', lane: laneKey(lane), says });
    return { notInRoster: [] };
  }
  async postOnboardingCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    { calls }: { readonly calls: readonly OnboardingCall[] },
    people: readonly string[],
  ) {
    const said = calls.map((call) => {
      const steps = call.kind === 'completed' ? [] : call.steps.map(({ id }) => id);
      return [call.onboarding.id, call.kind, ...steps].join(' ');
    });
    const where = thread === undefined ? '' : ` at ${thread.activityId}`;
    await this.send({
      what: 'onboarding',
      lane: laneKey(lane),
      says: `${said.join()}${where} to ${people.join()}`,
    });
    return { notInRoster: [] };
  }
  async postContractEnds(
    lane: Lane,
    { reminders }: { readonly reminders: readonly ContractReminder[] },
    people: readonly string[],
  ) {
    const ends = reminders.map(({ contract, daysBefore }) => `${contract} ${daysBefore}`);
    await this.send({ what: 'ends', lane: laneKey(lane), says: `${ends.join()} ${people.join()}` });
    return { notInRoster: [] };
  }
  async postAnswer(lane: Lane, { asked, sentence, conversation }: AnswerLater) {
    await this.send({ what: 'answer', lane: laneKey(lane), says: asked ?? sentence ?? '' });
    this.posted += 1;
    return { conversation, activityId: String(this.posted), typedOf: this.answersShow };
  }
  async replacePost(lane: Lane, { activityId }: PostId, number: string) {
    await this.send({ what: 'replaced', lane: laneKey(lane), says: `${activityId} because of ${number}` });
    return this.gone.has(activityId) ? ('gone' as const) : ('edited' as const);
  }
  async markReported(lane: Lane, origin: string) {
    await this.send({ what: 'reported', lane: laneKey(lane), says: origin });
    return 'edited' as const;
  }
  private async send(what: Sent): Promise<void> {
    await this.before(what);
    this.sent.push(what);
  }
}

function saysOf(content: CardContent): string {
  if (content.kind === 'withdrawn') return 'abgegeben';
  if (content.kind === 'withdrawnRecord') return 'abgegeben';
  if (content.kind === 'accessTask') {
    const { id, outcome } = content.task;
    return `${id} ${outcome?.kind ?? 'open'}`;
  }
  if (content.kind === 'onboarding') {
    const { onboarding } = content;
    const { done, of } = progressOf(onboarding);
    return `${onboarding.id} ${onboarding.outcome?.kind ?? `${done}/${of}`}`;
  }
  if (content.kind === 'pointer') return `leads to ${content.tracked.activityId}`;
  if (content.kind === 'notice') {
    const confirmed = noticeFor(content.record.ticket, content.operator)?.confirmed !== undefined;
    return `notice ${content.operator}${confirmed ? ' confirmed' : ''}`;
  }
  if (content.kind === 'digest') return `digest of ${content.digest.list.total}`;
  const problems = content.problems.map((problem) => problem.kind).join();
  const named = [...content.readable].map((number) => ` with ${number}`).join('');
  return `${content.record.ticket.state} v${content.record.ticket.version}${problems && ` ${problems}`}${named}`;
}

/** The sender at work on stores in the memory, with a Teams that records; `restart` is what a kill leaves. */
export function sendingWorld(stores = createInMemoryStores()) {
  const clock = { time: berlin('2026-06-10T10:00'), now: () => clock.time };
  const messenger = new Recorder();
  /** Whom Teams knows, by their Teams id. */
  const members = new Map<string, Member>();
  const reports: DeliveryReport[] = [];
  const waits: number[] = [];
  let organisation = installation;
  const { changes } = stores.organisation;
  const recorded = {
    changes: () => changes,
    installation: () =>
      changes.length === 0
        ? organisation
        : installationOf(
            organisation,
            changes.flatMap(({ events }) => events).reduce(evolveRecords, noRecords),
          ),
    refresh: () => Promise.resolve(),
  };
  const directory = { installation: () => recorded.installation() };
  let revisions = 0;
  const shownPosts = createShownPosts({
    ...stores,
    directory,
    clock,
    effectsWaiting: () => undefined,
    newRevision: () => `r${(revisions += 1)}`,
    isStoreFailure: (error) => error instanceof StoreAway,
    notRemembered: (error) => reports.push({ kind: 'failed', error }),
  });
  const deps: DeliveryDeps = {
    ...stores,
    directory,
    recorded,
    shownPosts,
    clock,
    elapsed: () => clock.time,
    messenger,
    rosters: { memberOf: (_conversation, teamsId) => Promise.resolve(members.get(teamsId)) },
    holder: 'here',
    warningPercents: defaultThresholdPercents,
    retries: { attempts: 3, firstDelay: 1, maxDelay: 1, pause: 60_000 },
    isStoreFailure: (error) => error instanceof StoreAway,
    report: (what) => reports.push(what),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  let delivery = createEffectDelivery(deps);
  let commands = 0;
  return {
    installation,
    stores,
    shownPosts,
    clock,
    messenger,
    members,
    reports,
    waits,
    async does(person: string, role: Role, command: CommandText, ticket?: string) {
      commands += 1;
      const outcome = await handleTicketCommand(
        {
          tickets: stores.tickets,
          audit: stores.audit,
          proofs: { make: (number) => number },
          directory: deps.directory,
          clock,
          warningPercents: defaultThresholdPercents,
          effectsWaiting: () => undefined,
          oneAtATime: (work) => work(),
        },
        {
          person,
          role,
          reader: { person },
          command: { commandId: `c${commands}`, ...command },
          ...defined({ ticket }),
        },
      );
      if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
      return outcome.record.ticket.number;
    },
    /** Another organisation file counts from now on. */
    edits(edit: (before: Installation) => Installation) {
      organisation = edit(organisation);
    },
    deps,
    /** These events are one change of the organisation, after the import of what it is. */
    async records(...events: readonly OrganisationEvent[]) {
      if (changes.length === 0) {
        const imported = eventsTowards(noRecords, recordsOf(organisation));
        await stores.organisation.append({
          version: 1,
          at: clock.time,
          action: 'importRecords',
          commandId: 'o1',
          events: imported,
        });
      }
      const version = changes.length + 1;
      const change = {
        version,
        at: clock.time,
        action: 'recordDue',
        commandId: `o${version}`,
        events,
      } as const;
      await stores.organisation.append(change);
    },
    /** The time comes, and what is due by then is recorded. */
    async becomes(local: string) {
      clock.time = berlin(local);
      await this.checks();
    },
    /** What is due now is recorded. */
    async checks() {
      const check = createDeadlineCheck({
        ...deps,
        rearm: () => Promise.resolve(),
        effectsWaiting: () => undefined,
        report: () => undefined,
      });
      await check.run();
    },
    async deliver() {
      delivery.wake();
      await delivery.idle();
    },
    /** As after a kill: a new process that knows only what is stored. */
    restart(changed: Partial<DeliveryDeps> = {}) {
      delivery = createEffectDelivery({ ...deps, ...changed });
    },
    stop: () => delivery.stop(),
    /** Another process on the same store, with a clock of its own. */
    beside(holder: string, clockAhead: number) {
      const own = new Recorder();
      const there = createEffectDelivery({
        ...deps,
        messenger: own,
        holder,
        clock: { now: () => clock.time + clockAhead },
      });
      return {
        messenger: own,
        async deliver() {
          there.wake();
          await there.idle();
        },
      };
    },
  };
}

export const nord = 'channel:19:nord@thread.tacv2';
export const dispatch = 'channel:19:dispatch@thread.tacv2';
export const journal = 'channel:19:journal@thread.tacv2';
export const accept: CommandText = { type: 'accept', faultClass: 2, priority: 'medium' };
export const assign: CommandText = { type: 'assign', person: 'maintainer-a1' };
