import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defined } from '../../defined';
import { ActivityWatch } from './activity-watch';
import { answerWithinMilliseconds, BotEndpoint, type BotAnswer } from './bot-endpoint';
import { Faults, type FaultHandle, type Misbehaviour } from './faults';
import { restHandler, type RestHandler } from './http-server';
import { eventId } from './inbound-activity';
import { Installations } from './installations';
import type { JsonObject } from './json';
import { keepIdleConnections } from './keep-alive';
import { Messages, type Message } from './messages';
import { ConnectorRecord } from './record';
import { recordShown, show, type ServerState } from './server-state';
import type { Conversation, TeamsWorld } from './teams-world';
import { documentedRates, documentedReactionRates, Throttle, type Rate } from './throttle';

export interface ConnectorOptions {
  readonly world: TeamsWorld;
  /** Defaults to any free port. */
  readonly port?: number;
  /** Where the bot receives activities, e.g. http://127.0.0.1:3978/api/messages. Can be set later. */
  readonly botEndpoint?: string;
  /** The clock, in milliseconds since 1970; message times and the throttle follow it. */
  now(): number;
  /** Whether the bot's bearer token is valid. Without it no token is required. */
  readonly requireToken?: (token: string) => boolean;
  /** The Authorization header to send to the bot; undefined sends none. */
  readonly authorization?: (activity: JsonObject) => string | undefined | Promise<string | undefined>;
  /** Default 'off'. */
  readonly throttling?: 'off' | 'documented' | readonly Rate[];
  /** The throttle's clock, for when messages follow a clock that can be moved; defaults to `now`. */
  readonly throttleClock?: () => number;
  /** The part of another server that passes requests to `answer`: http://127.0.0.1:3979/_connector. `listen` is not called then. */
  readonly mountedAt?: string;
  /** Awaited before each answer to the bot, for a caller that persists the messages. */
  readonly kept?: () => Promise<void>;
  /** How many entries the record keeps; defaults to all of them. */
  readonly keepEntries?: number;
  /** How long the client waits for the bot's answer, in milliseconds; default 10,000 as in Teams. */
  readonly answerWithin?: number;
}

/** An activity sent to the bot, and what came back. */
export interface Delivery extends BotAnswer {
  readonly activity: JsonObject;
}

/** A strict Teams on the loopback address: the Bot Connector's REST API on one side, people and events on the other. */
export class Connector {
  readonly world: TeamsWorld;
  readonly messages = new Messages();
  readonly record: ConnectorRecord;
  readonly installations: Installations;
  private readonly faults = new Faults();
  private readonly watch: ActivityWatch;
  private readonly throttle: Throttle;
  private readonly reactionThrottle: Throttle;
  private readonly endpoint: BotEndpoint;
  private readonly handler: RestHandler;
  private server: Server;
  private former: Server | undefined;
  private botUrl: string | undefined;

  constructor(private readonly options: ConnectorOptions) {
    this.world = options.world;
    this.botUrl = options.botEndpoint;
    this.record = new ConnectorRecord(options.keepEntries);
    this.watch = new ActivityWatch(this.record);
    const throttleClock = options.throttleClock ?? (() => options.now());
    this.throttle = new Throttle([], throttleClock);
    this.reactionThrottle = new Throttle([], throttleClock);
    this.setThrottling(options.throttling ?? 'off');
    this.endpoint = new BotEndpoint(options.answerWithin ?? answerWithinMilliseconds);
    this.installations = new Installations(this);
    this.handler = restHandler({
      state: this.state(),
      acceptsToken: options.requireToken,
      onBegin: () => this.watch.begin(),
      onEnd: () => this.watch.end(),
      prefix: options.mountedAt === undefined ? '' : new URL(options.mountedAt).pathname,
      kept: options.kept ?? (() => Promise.resolve()),
    });
    this.server = serverOf(this.handler);
  }

  /** Where the bot reaches this connector: http://127.0.0.1:<port>, or where it is mounted. */
  get serviceUrl(): string {
    if (this.options.mountedAt !== undefined) return this.options.mountedAt;
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Milliseconds since 1970 by the connector's clock. */
  now(): number {
    return this.options.now();
  }

  /** Handles a request received by the server it is mounted in. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    this.handler(request, response);
  }

  setBotEndpoint(url: string): void {
    this.botUrl = url;
  }

  /** Sends an activity to the bot unchanged and records the answer. Never rejects because of what the bot does. */
  async deliver(activity: JsonObject, headers: Record<string, string> = {}): Promise<Delivery> {
    if (this.botUrl === undefined) throw new Error('The connector was not told where the bot is');
    this.watch.begin();
    try {
      const authorization = await this.options.authorization?.(activity);
      const answer = await this.endpoint.post(this.botUrl, JSON.stringify(activity), {
        ...defined({ Authorization: authorization }),
        ...headers,
      });
      this.record.add({
        kind: 'delivery',
        at: this.now(),
        activity,
        status: answer.status,
        answer: answer.body,
      });
      return { ...answer, activity };
    } finally {
      this.watch.end();
    }
  }

  /** Sends the very same activity again, as Teams does after a missing answer: first under its id, later under a new one. */
  deliverAgain(activity: JsonObject, options: { readonly withNewId?: boolean } = {}): Promise<Delivery> {
    return this.deliver(options.withNewId === true ? { ...activity, id: eventId() } : activity);
  }

  /** Puts what a person wrote into a conversation, where everybody in it sees it, or the writer alone. */
  showFromPerson(
    conversation: Conversation,
    post: {
      readonly rootId: string | undefined;
      readonly author: string;
      readonly onlyFor?: string;
      readonly activity: JsonObject;
    },
  ): Message {
    return show(this.state(), conversation, post);
  }

  /** A person edits or deletes what they wrote; everybody in the conversation sees it. */
  changeFromPerson(conversation: Conversation, message: Message, activity: JsonObject | 'deleted'): void {
    if (activity === 'deleted') this.messages.remove(message);
    else this.messages.edit(message, activity, this.now());
    const how = activity === 'deleted' ? 'deleted' : 'edited';
    recordShown(this.state(), conversation, message, how);
  }

  /** Shows one person a different card in place of the common one, until the message is edited. */
  showToPerson(message: Message, personKey: string, card: JsonObject): void {
    this.messages.setView(message, personKey, card);
    this.record.announce();
  }

  /** Makes requests fail until the handle's `stop`, or for the next `times` matching ones. */
  misbehave(rule: Misbehaviour): FaultHandle {
    return this.faults.add(rule);
  }

  /** Turns throttling on or off. */
  setThrottling(throttling: 'off' | 'documented' | readonly Rate[]): void {
    const rates = ratesOf(throttling);
    this.throttle.setRates(rates);
    this.reactionThrottle.setRates(rates.length === 0 ? [] : documentedReactionRates);
  }

  /** See ActivityWatch.waitFor. */
  waitFor<Found>(
    look: () => Found | undefined | null | false,
    options: { readonly within?: number; readonly for?: string } = {},
  ): Promise<Found> {
    return this.watch.waitFor(look, options);
  }

  /** See ActivityWatch.idle. */
  idle(options: { readonly quietFor?: number } = {}): Promise<void> {
    return this.watch.idle(options);
  }

  listen(): Promise<void> {
    return listening(this.server, this.options.port ?? 0);
  }

  /**
   * Teams moves: its people and events name another service URL from now on. The former one answers every request with
   * this status, or takes no connection any more. Only for a connector with a server of its own, and once.
   */
  async moveServiceUrl(former: number | 'closed'): Promise<void> {
    if (this.options.mountedAt !== undefined || this.former !== undefined) throw new Error('It cannot move');
    const left = this.server;
    this.former = left;
    this.server = serverOf(this.handler);
    await listening(this.server, 0);
    if (former === 'closed') return closed(left);
    left.removeAllListeners('request');
    left.on('request', (request, response) => {
      request.resume();
      response.statusCode = former;
      response.end();
    });
  }

  /** Answers held requests, closes every connection and frees the ports. */
  async close(): Promise<void> {
    this.faults.stopAll();
    this.endpoint.close();
    await Promise.all(
      [this.server, this.former].flatMap((server) => (server?.listening ? [closed(server)] : [])),
    );
  }

  private state(): ServerState {
    return {
      world: this.world,
      messages: this.messages,
      record: this.record,
      throttle: this.throttle,
      reactionThrottle: this.reactionThrottle,
      faults: this.faults,
      now: () => this.now(),
    };
  }
}

function serverOf(handler: RestHandler): Server {
  const server = createServer(handler);
  keepIdleConnections(server);
  return server;
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function closed(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return ended;
}

function ratesOf(throttling: 'off' | 'documented' | readonly Rate[]): readonly Rate[] {
  if (throttling === 'off') return [];
  return throttling === 'documented' ? documentedRates : throttling;
}

/** Starts the strict Teams on 127.0.0.1; close it with `close()`. */
export async function startConnector(options: ConnectorOptions): Promise<Connector> {
  const connector = new Connector(options);
  await connector.listen();
  return connector;
}
