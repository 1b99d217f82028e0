import { defaultThresholdPercents } from '../../../../../src/domain/reaction/thresholds';
import type { Activity, TurnContext } from 'botbuilder';
import { createLogger } from '../../../../../src/adapters/logging';
import { Bot } from '../../../../../src/adapters/teams/inbound/bot';
import type { BotDeps } from '../../../../../src/adapters/teams/inbound/turn';
import type { DialogMode } from '../../../../../src/adapters/teams/cards/dialog-mode';
import { handleTicketCommand, type TicketCommandDeps } from '../../../../../src/app/handle-ticket-command';
import { createCardSightings } from '../../../../../src/app/card-sightings';
import { ticketOfNotice } from '../../../../../src/app/queries/ticket-of-notice';
import type { AnswerLater } from '../../../../../src/app/messages/effect';
import type { CardSubject } from '../../../../../src/app/messages/card-subject';
import {
  openTickets,
  readableAmong,
  readableTicket,
  similarOpenTickets,
} from '../../../../../src/app/queries/ticket-lists';
import { directoryInForce } from '../../../../../src/app/directory-in-force';
import { nextDigestAt } from '../../../../../src/app/digest-time';
import { digestOf } from '../../../../../src/app/queries/digest';
import { releasedFor } from '../../../../../src/app/queries/released-for';
import { personById } from '../../../../../src/domain/organisation/find';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import type { Place } from '../../../../../src/domain/organisation/place';
import type { Ticket, TicketNumber } from '../../../../../src/domain/ticket/ticket';
import { createInMemoryStores } from '../../../../support/in-memory-stores/create-in-memory-stores';
import { SummaryWatch } from '../../../../support/card-summaries';
import type { ShownPost } from '../../../../../src/app/shown-posts';
import type { Story } from '../../../../support/given';
import { installation as sample } from '../../../../support/installation';
import { sampleReport, sampleTime } from '../../../../support/tickets';

export interface DeskOptions {
  readonly mode?: DialogMode;
  readonly installation?: Installation;
  /** Those of another desk: two instances of the bot. */
  readonly stores?: BotDesk['stores'];
  /** Where its nonces begin: those of two instances differ. */
  readonly nonces?: number;
}

/** The bot without HTTP and Teams: activities in, what it sent out; the use cases on stores in memory. */
export class BotDesk {
  readonly stores: ReturnType<typeof createInMemoryStores>;
  readonly logged: string[] = [];
  now = sampleTime;
  installation: Installation;
  /** The posts that the bot remembers for the typed texts in them. */
  readonly remembered: ShownPost[] = [];
  /** What was for the asker alone; Teams takes no targeted messages here, so it is said publicly where it may be. */
  readonly privately: Partial<Activity>[] = [];
  /** Teams gives no roster. */
  rosterDown = false;
  /** What becomes of changes of the records. */
  records: Partial<Pick<BotDeps['organisation'], 'recordedAt' | 'changeBy' | 'run'>> = {};
  private readonly bot: Bot;
  private readonly commandDeps: TicketCommandDeps;
  private readonly summaries = new SummaryWatch();
  /** The id that Teams gave to what the bot sent last. */
  lastPost = '';
  private nonces: number;
  private posts = 0;

  constructor({
    mode = 'dialog',
    installation = sample,
    stores = createInMemoryStores(),
    nonces = 0,
  }: DeskOptions = {}) {
    this.stores = stores;
    this.nonces = nonces;
    this.installation = installation;
    const clock = { now: () => this.now };
    const directory = directoryInForce({ installation: () => this.installation }, clock);
    const { tickets, audit, cards, conversations, deliveries } = this.stores;
    const queries = { tickets, directory };
    this.commandDeps = {
      tickets,
      audit,
      proofs: { make: (number) => `proof of ${number}` },
      directory,
      clock,
      warningPercents: defaultThresholdPercents,
      effectsWaiting: () => undefined,
      oneAtATime: (work) => work(),
    };
    this.bot = new Bot({
      directory,
      refreshDirectory: () => Promise.resolve(),
      clock,
      cards,
      shownPosts: {
        remember: (post) => Promise.resolve(void this.remembered.push(post)),
      },
      sayPrivately: (_asked, answer, publicly) => {
        this.privately.push(answer);
        return publicly?.() ?? Promise.resolve({ id: `private-${this.privately.length}` });
      },
      // Nobody's client here has reactions.
      markRecorded: () => Promise.resolve(false),
      answerLater: () => Promise.reject(new Error('everything is taken at once here')),
      rosters: { membersOf: () => Promise.resolve(undefined), memberOf: () => Promise.resolve(undefined) },
      tellNewcomer: () => Promise.resolve(false),
      sightings: createCardSightings({
        cards,
        deliveries,
        directory,
        clock,
        effectsWaiting: () => undefined,
      }),
      conversations,
      settings: this.stores.settings,
      audit,
      mode,
      logger: createLogger({ stream: { write: (line) => void this.logged.push(line) } }),
      newNonce: () => `00000000-0000-4000-8000-${String((this.nonces += 1)).padStart(12, '0')}`,
      identities: { of: (_conversation, id) => Promise.resolve(this.identityOf(id)) },
      runCommand: (input) => handleTicketCommand(this.commandDeps, input),
      // What is recorded is tried on the whole product (test/integration/organisation).
      organisation: {
        recorded: () => this.installation,
        recordedAt: (version) => this.records.recordedAt?.(version) ?? this.installation,
        version: () => 1,
        changes: () => [],
        changeBy: (commandId) => this.records.changeBy?.(commandId),
        run: (input) => this.records.run?.(input) ?? Promise.reject(new Error('no records here')),
        preview: () => Promise.reject(new Error('no records here')),
      },
      subscriptions: this.stores.subscriptions,
      heardOf: () => Promise.resolve(),
      placesMayBeBack: () => Promise.resolve(),
      nextDigest: (now) => nextDigestAt(directory.installation().calendars, undefined, now),
      queries: {
        digest: (reader, limit) => digestOf({ ...this.stores, directory, clock }, reader, { limit }),
        openTickets: (reader, options) => openTickets({ ...queries, clock }, reader, options),
        ticket: (number) => tickets.find(number),
        seenOnCard: () => Promise.resolve(false),
        readableTicket: (reader, number) => readableTicket(queries, reader, number),
        readableAmong: (reader, numbers) => readableAmong(queries, reader, numbers),
        releasedFor: (operator, page) => releasedFor(this.stores, operator, page),
        similarOpenTickets: (operator, module, limit) => similarOpenTickets(queries, operator, module, limit),
        ticketOfNotice: (operator, number) => ticketOfNotice({ tickets }, operator, number),
        reportedBy: (commandId) => tickets.findByReport(commandId),
        problemsOf: (ticket) => deliveries.problemsOf(ticket),
      },
    });
  }

  /** Everything the bot sends because of the activity, in order; each card says in Teams' feed what it is about. */
  async takes(activity: Partial<Activity>): Promise<readonly Partial<Activity>[]> {
    const sent: Partial<Activity>[] = [];
    const context = {
      activity,
      sendActivity: (answer: Partial<Activity>) => {
        sent.push(answer);
        this.lastPost = `post-${(this.posts += 1)}`;
        return Promise.resolve({ id: this.lastPost });
      },
    };
    await this.bot.run(context as unknown as TurnContext);
    sent.forEach((each) => this.summaries.see(each));
    this.summaries.check();
    return sent;
  }

  /** Runs one activity as Teams would take its answers. */
  runs(context: TurnContext): Promise<void> {
    return this.bot.run(context);
  }

  /** What is said in answer to a message that could not be answered at once. */
  async answersLater(later: AnswerLater): Promise<Partial<Activity> | undefined> {
    return (await this.bot.answerLater(later))?.activity;
  }

  /** A message in a conversation; the text of the card that is answered with. */
  async writes(person: string, conversation: string, text: string): Promise<string> {
    const [answer] = await this.takes({ ...this.envelope(person, conversation), type: 'message', text });
    return JSON.stringify(answer?.attachments?.[0]?.content ?? '');
  }

  /** A press on a card: the body of the invoke's answer, as JSON. Unless told, the button is of the ticket's own card. */
  async presses(
    person: string,
    conversation: string,
    pressed: object,
    { name = 'adaptiveCard/action', replyToId = '1' }: { name?: string; replyToId?: string } = {},
  ): Promise<string> {
    const { ticket = '' } = Object(pressed) as { readonly ticket?: string };
    const proof = (await this.stores.tickets.find(ticket))?.ticket.proof;
    const data = proof === undefined ? pressed : { proof, ...pressed };
    const value = name === 'adaptiveCard/action' ? { action: { type: 'Action.Execute', data } } : { data };
    const envelope = this.envelope(person, conversation);
    const [answer] = await this.takes({ ...envelope, type: 'invoke', name, replyToId, value });
    return JSON.stringify((answer?.value as { body?: unknown } | undefined)?.body ?? null);
  }

  envelope(person: string, conversation: string): Partial<Activity> {
    const conversationType = conversation.startsWith('a:') ? 'personal' : 'channel';
    return {
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:1/connector',
      from: { id: `29:${person}`, name: 'Canary Name' },
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: {
        id: conversation,
        conversationType,
        isGroup: conversationType === 'channel',
        name: '',
        tenantId: sample.hostingTenant,
      },
    };
  }

  /** The ticket of a story, without cards. */
  async keeps({ stands, events }: Story): Promise<Ticket> {
    await this.stores.tickets.create(stands, events);
    return stands;
  }

  /** A ticket of Netz Nord, with its cards where the effects would have posted them. */
  async reported(): Promise<TicketNumber> {
    const outcome = await handleTicketCommand(this.commandDeps, {
      person: 'nord-1',
      role: 'operator',
      reader: { person: 'nord-1' },
      command: {
        type: 'reportFault',
        commandId: `report-${(this.posts += 1)}`,
        operator: 'nord',
        module: 'journal',
        report: sampleReport,
        proposedClass: 2,
        securityRelevant: false,
        receivedAt: this.now,
      },
    });
    if (outcome.kind !== 'done') throw new Error('the sample report was not taken');
    const ticket = outcome.record.ticket.number;
    await this.tracks(ticket, { kind: 'dispatch' }, sample.dispatchChannel.conversation);
    await this.tracks(ticket, { kind: 'organisation', organisation: 'nord' }, '19:nord@thread.tacv2');
    return ticket;
  }

  /** Netz Nord withdraws its report, which ends the ticket. */
  async withdraws(ticket: TicketNumber): Promise<void> {
    const outcome = await handleTicketCommand(this.commandDeps, {
      ticket,
      person: 'nord-1',
      role: 'operator',
      reader: { person: 'nord-1' },
      command: { type: 'withdraw', commandId: `withdraw-${ticket}` },
    });
    if (outcome.kind !== 'done') throw new Error('the report was not withdrawn');
  }

  /** A tracked card; its activity is named after its place. */
  async tracks(
    ticket: TicketNumber,
    place: Place,
    conversation: string,
    laneKey?: string,
    subject: CardSubject = 'ticket',
  ): Promise<void> {
    await this.stores.cards.save({
      ticket,
      subject,
      place,
      conversation,
      laneKey: laneKey ?? `channel:${conversation}`,
      activityId: `${subject === 'ticket' ? 'card' : subject}-${ticket}-${place.kind}`,
      shownVersion: 1,
      withdrawn: false,
    });
  }

  private identityOf(teamsId: string) {
    if (this.rosterDown) return undefined;
    const known = personById(this.installation, teamsId.replace('29:', ''))?.identities[0];
    return known ?? { tenant: 'elsewhere', objectId: teamsId };
  }
}

export const dispatch = sample.dispatchChannel.conversation;
export const nord = '19:nord@thread.tacv2';
