import type { Connector } from '../connector/connector';
import type { Message } from '../connector/messages';
import type {
  ActionRequest,
  ActionResult,
  ClockMove,
  ClockMoved,
  CommandSuggestion,
  DialogResult,
  MisbehaviourRequest,
  MisbehaviourState,
  Overview,
  PersonSummary,
  PressRequest,
  SampleDataState,
  WriteRequest,
  WriteResult,
} from '../page-api';
import { simulatorTexts } from '../../texts/simulator.de';
import { announceBot } from './announcements';
import { ApiRefusal } from './api-refusal';
import type { BotUnderTest } from './bot/bot-under-test';
import type { ChangeFeed } from './change-feed';
import { Conversations } from './conversations';
import { happenedSince, untilSettled } from './happenings';
import { FirstStepsTracker, type PlannedStep } from './first-steps';
import { MisbehaviourSwitch } from './misbehaviour';
import type { MovedClock } from './bot/moved-clock';
import { Presses } from './presses';
import type { SampleCast } from './sample-data/cast';
import { SampleData } from './sample-data/sample-data';
import type { TeamsLog } from './teams-log';
import { TimeControl } from './time-control';

/** What the page says about a person in addition to what the world holds. */
export type PersonNote = Pick<PersonSummary, 'key' | 'organisation' | 'roles' | 'description'>;

/** What the composition root says about the installation and the bot; the host knows neither. */
export interface SimulatedInstallation {
  /** In the order shown in the rail. */
  readonly people: readonly PersonNote[];
  readonly commands: readonly CommandSuggestion[];
  readonly firstSteps: readonly PlannedStep[];
  /** Who plays the sample data; undefined if the installation lacks somebody for it. */
  readonly cast: SampleCast | undefined;
  readonly bot: BotUnderTest;
}

export interface SimulatorParts {
  readonly connector: Connector;
  readonly clock: MovedClock;
  readonly log: TeamsLog;
  readonly feed: ChangeFeed;
  readonly installation: SimulatedInstallation;
  readonly realNow: () => number;
  readonly report: (problem: string, error: unknown) => void;
}

/** Everything the page can see and do, one method per request. */
export class Simulator {
  readonly connector: Connector;
  readonly feed: ChangeFeed;
  readonly conversations: Conversations;
  private readonly presses: Presses;
  private readonly time: TimeControl;
  private readonly misbehaviour: MisbehaviourSwitch;
  private readonly steps: FirstStepsTracker;
  private readonly sampleData: SampleData;
  private resetting: Promise<void> | undefined;
  private beginning: Promise<void> | undefined;

  constructor(private readonly parts: SimulatorParts) {
    const { connector, clock, log, feed, installation } = parts;
    this.connector = connector;
    this.feed = feed;
    this.conversations = new Conversations(connector.world, connector.messages, log, () => connector.now());
    this.presses = new Presses(connector, parts.realNow);
    this.time = new TimeControl(clock, installation.bot, (moved) => log.setFact('clockMoved', moved));
    this.misbehaviour = new MisbehaviourSwitch(connector);
    this.steps = new FirstStepsTracker({
      planned: installation.firstSteps,
      log,
      deeds: () => installation.bot.deeds(),
      ticked: () => feed.changed(),
      report: parts.report,
    });
    this.sampleData = new SampleData({
      connector,
      clock,
      bot: installation.bot,
      cast: installation.cast,
      realNow: parts.realNow,
      changed: () => feed.changed(),
      report: parts.report,
    });
    connector.messages.onChange((message) => {
      log.keep(message);
      feed.changed();
    });
  }

  /** Completes a reset interrupted by a kill, and announces the bot's conversations to it. Called once the bot answers. */
  begin(): Promise<void> {
    this.beginning =
      this.parts.log.fact('resetting') === true ? this.reset() : announceBot(this.connector, this.parts.log);
    return this.beginning;
  }

  async overview(): Promise<Overview> {
    const { installation } = this.parts;
    const { id, name } = this.connector.world.bot;
    const [clockMoves, sampleData] = await Promise.all([this.time.offers(), this.sampleState()]);
    return {
      bot: { id, name },
      ...this.time.state,
      clockMoves,
      people: installation.people.map((note) => this.personSummary(note)),
      firstSteps: this.steps.all,
      commands: [...installation.commands],
      misbehaviour: this.misbehaviour.state,
      sampleData,
    };
  }

  async write(person: string, conversationId: string, request: WriteRequest): Promise<WriteResult> {
    this.refuseDuringReset();
    const conversation = this.conversations.of(person, conversationId);
    const { id }: Message = await this.presses.write(person, conversation, request);
    await this.parts.log.settled();
    return { messageId: id };
  }

  async seen(person: string, conversationId: string, messageId: string): Promise<void> {
    const { id } = this.conversations.of(person, conversationId);
    if (Number(messageId) <= this.parts.log.seenUpTo(person, id)) return;
    this.parts.log.see(person, id, messageId);
    this.feed.changed();
    await this.parts.log.settled();
  }

  act(
    person: string,
    conversationId: string,
    messageId: string,
    action: PressRequest,
  ): Promise<ActionResult> {
    this.refuseDuringReset();
    const conversation = this.conversations.of(person, conversationId);
    return this.steps.during(person, () => this.presses.act(person, conversation, messageId, action));
  }

  submit(person: string, dialogId: string, action: ActionRequest): Promise<DialogResult> {
    this.refuseDuringReset();
    return this.steps.during(person, () => this.presses.submit(person, dialogId, action));
  }

  closeDialog(person: string, dialogId: string): void {
    this.presses.closeDialog(person, dialogId);
  }

  look(person: string, conversationId: string, messageId: string): Promise<void> {
    return this.presses.look(person, this.conversations.of(person, conversationId), messageId);
  }

  /** Moves the clock and answers once the bot has written what is due by then. */
  async moveClock(move: ClockMove): Promise<ClockMoved> {
    this.refuseDuringReset();
    if (this.sampleData.running) throw new ApiRefusal(409, simulatorTexts.clockInUse);
    const before = this.connector.messages.lastPosted;
    const due = await this.time.nextDue();
    const state = await this.time.move(move);
    if (due !== undefined && due <= state.now) this.steps.deadlinePassed();
    await untilSettled(this.parts.installation.bot.settled());
    this.feed.changed();
    const happened = happenedSince(before, this.connector);
    return happened.length === 0 ? state : { ...state, happened };
  }

  misbehave(request: MisbehaviourRequest): MisbehaviourState {
    if (this.sampleData.running) throw new ApiRefusal(409, simulatorTexts.faultsInUse);
    this.misbehaviour.set(request);
    this.feed.changed();
    return this.misbehaviour.state;
  }

  async playSampleData(): Promise<SampleDataState> {
    this.refuseDuringReset();
    const state = await this.sampleState();
    // Checked again, because somebody else may have started it meanwhile.
    if (state.state !== 'available' || this.sampleData.running)
      throw new ApiRefusal(409, state.reason ?? simulatorTexts.sampleRunning);
    void this.feed.whileMuchChanges(this.steps.pausedDuring(this.sampleData.play()));
    return this.sampleState();
  }

  /** Starts afresh: no conversations, no tickets, real time. A reset interrupted by a kill is completed at the next start. */
  async reset(): Promise<void> {
    const { bot } = this.parts.installation;
    if (bot.resetRefused !== undefined) throw new ApiRefusal(409, bot.resetRefused);
    this.refuseDuringReset();
    this.resetting = this.clearEverything().finally(() => {
      this.resetting = undefined;
      this.feed.changed();
    });
    await this.resetting;
  }

  /** Stops background work; afterwards the bot may be stopped. */
  async stop(): Promise<void> {
    // The callers of `begin` and `reset` learn what failed; here only completion matters.
    await Promise.allSettled([this.sampleData.stop(), this.beginning, this.resetting]);
  }

  private async clearEverything(): Promise<void> {
    const { log, clock, installation } = this.parts;
    await this.sampleData.stop();
    log.setFact('resetting', true);
    await log.settled();
    await installation.bot.reset();
    this.presses.closeAllDialogs();
    this.connector.messages.clear();
    this.misbehaviour.set({ throttle: false, delayMs: 0, fail: null, loseAnswers: null });
    clock.setMoved(0);
    this.sampleData.forget();
    this.steps.forget();
    await log.clear();
    await announceBot(this.connector, log);
  }

  private refuseDuringReset(): void {
    if (this.resetting !== undefined) throw new ApiRefusal(409, simulatorTexts.resetRunning);
  }

  private async sampleState(): Promise<SampleDataState> {
    const calm = this.misbehaviour.isOff ? undefined : simulatorTexts.sampleNeedsCalm;
    return this.sampleData.state(this.resetting === undefined ? calm : simulatorTexts.resetRunning);
  }

  private personSummary(note: PersonNote): PersonSummary {
    const { world } = this.connector;
    const person = world.person(note.key);
    const conversations = this.conversations.list(note.key);
    return {
      ...note,
      name: person.name,
      tenant: this.conversations.tenantName(person.tenantId),
      unread: conversations.reduce((sum, { unread }) => sum + unread, 0),
      mentions: conversations.reduce((sum, each) => sum + each.mentions, 0),
    };
  }
}
