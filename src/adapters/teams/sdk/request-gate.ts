import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { TokenBucket } from 'limiter';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Clock } from '../../../app/ports/clock';
import { defined } from '../../../defined';
import { retryAfterOf } from './retry-after';
import { withoutThread } from './thread-id';
import { within } from './within';

/** The conversation takes nothing now; the request was not sent. */
export class ConversationPaused extends Error {
  constructor(
    /** Milliseconds until it may take something. */
    readonly retryAfter: number,
  ) {
    super(`the conversation takes nothing for ${Math.ceil(retryAfter)} ms`);
    this.name = 'ConversationPaused';
  }
}

/** What passes through the gate, as far as it looks at it. */
export interface GatedRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

export interface GatedAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
}

export interface GateOptions {
  readonly clock: Clock;
  /** Off where nobody counts: Teams on this machine. */
  readonly limited: boolean;
}

/** Tokens that may be had at once, and how many more come each second. */
interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * At most `burst + perSecond * n` requests go out in any n seconds. Teams' limits for one bot in one conversation are 7
 * in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in 1 h; what is on its way differs by less than the room that is left.
 */
export const paces: readonly Pace[] = [
  { burst: 4, perSecond: 2 },
  { burst: 30, perSecond: 1 },
  { burst: 900, perSecond: 0.25 },
];
/** Twice as much for questions about members, which Teams counts apart. */
const readingFactor = 2;
/** 50 in 1 s for an app in a tenant; for all tenants together here. */
export const appPace: Pace = { burst: 25, perSecond: 25 };
/** 2 in 1 s for the reactions of one bot, on top of what their conversation takes. */
export const reactionPace: Pace = { burst: 1, perSecond: 1 };

/** Longer than this nobody waits at the gate, so that it cannot delay a stop; milliseconds. */
const standardPatience = 10_000;
const maxConversations = 5_000;
const second = 1_000;

/** What one conversation takes, or the bot's reactions altogether. */
class Conversation {
  /** Monotonic milliseconds. */
  private pausedUntil = 0;

  constructor(private readonly tokens: TokenBucket | undefined) {}

  pauseFor(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, performance.now() + milliseconds);
  }

  /** Tokens taken before a pause was heard of are lost: what waited for its end must not come all at once. */
  async admit(): Promise<void> {
    const until = patience.getStore()?.until ?? performance.now() + standardPatience;
    do {
      await this.pauseIsOver(until);
      await this.takeToken(until);
    } while (this.pausedUntil > performance.now());
  }

  private async pauseIsOver(until: number): Promise<void> {
    for (let pause = this.pause(); pause > 0; pause = this.pause()) {
      if (performance.now() + pause > until) throw new ConversationPaused(pause);
      await wait(Math.ceil(pause));
    }
  }

  private async takeToken(until: number): Promise<void> {
    const { tokens } = this;
    if (tokens === undefined) return;
    const taken = await within(until - performance.now(), tokens.removeTokens(1));
    if (taken === undefined) throw new ConversationPaused(tokens.getWaitTime(1) + second);
  }

  private pause(): number {
    return this.pausedUntil - performance.now();
  }
}

const patience = new AsyncLocalStorage<{ readonly until: number }>();

/** What is sent within `work` waits at the gate no longer than these milliseconds altogether. */
export function waitingAtMost<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result> {
  return patience.run({ until: performance.now() + milliseconds }, work);
}

/**
 * Every request to Teams goes through it, whoever makes it: it keeps the documented limits beforehand, and what Teams
 * asks one of them to wait holds for all of that conversation; what it asks a reaction to wait, for all reactions.
 */
export class RequestGate {
  private readonly conversations = new LRUCache<string, Conversation>({ max: maxConversations });
  private readonly reactions: Conversation;
  private readonly app: TokenBucket;

  constructor(private readonly options: GateOptions) {
    this.app = bucket(appPace);
    this.reactions = new Conversation(options.limited ? bucket(reactionPace) : undefined);
  }

  async pass<Request extends GatedRequest, Answer extends GatedAnswer>(
    request: Request,
    next: (request: Request) => Promise<Answer>,
  ): Promise<Answer> {
    const conversation = this.conversationOf(request);
    const ofReaction = isReaction(request);
    if (ofReaction) await this.reactions.admit();
    await conversation.admit();
    const answer = await next(request);
    const pause = retryAfterOf(answer.headers.get('retry-after'), this.options.clock.now());
    // Teams counts reactions apart, and a sentence takes the place of one: no message waits for what they are to wait.
    const paused = ofReaction ? this.reactions : conversation;
    if (isPassing(answer.status) && pause !== undefined) paused.pauseFor(pause);
    return answer;
  }

  private conversationOf(request: GatedRequest): Conversation {
    const isReading = request.method === 'GET';
    const key = `${isReading ? 'read' : 'write'} ${conversationIn(request)}`;
    const known = this.conversations.get(key);
    if (known !== undefined) return known;
    const tokens = this.options.limited ? bucketsOf(this.app, isReading ? readingFactor : 1) : undefined;
    const conversation = new Conversation(tokens);
    this.conversations.set(key, conversation);
    return conversation;
  }
}

function isReaction({ url }: GatedRequest): boolean {
  return /\/activities\/[^/?]+\/reactions\//.test(url);
}

/** What Teams asks to be repeated. */
function isPassing(status: number): boolean {
  return status === 412 || status === 429 || status >= 500;
}

/** One token is taken of all of them or of none. */
function bucketsOf(app: TokenBucket, factor: number): TokenBucket {
  return paces.reduceRight(
    (parentBucket, { burst, perSecond }) =>
      bucket({ burst: burst * factor, perSecond: perSecond * factor }, parentBucket),
    app,
  );
}

function bucket({ burst, perSecond }: Pace, parentBucket?: TokenBucket): TokenBucket {
  // Whole numbers of tokens: an interval that yields one.
  const interval = second / perSecond;
  const made = new TokenBucket({
    bucketSize: burst,
    tokensPerInterval: 1,
    interval,
    ...defined({ parentBucket }),
  });
  made.content = burst;
  return made;
}

/** The threads of a channel share its limits. What opens a private chat belongs to none yet. */
function conversationIn({ url, body }: GatedRequest): string {
  const named = /\/v3\/conversations\/([^/?]+)/.exec(url)?.[1];
  return withoutThread(named === undefined ? channelIn(body) : decoded(named));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of a thread that is to be started. */
function channelIn(body: unknown): string {
  if (typeof body !== 'string') return '';
  const reading = threadShape.safeParse(JSON.parse(body));
  return reading.success ? reading.data.channelData.channel.id : '';
}

const threadShape = z.object({ channelData: z.object({ channel: z.object({ id: z.string() }) }) });
