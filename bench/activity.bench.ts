import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { acceptPress, type WaitingTicket } from './activity-press';
import type { ContestantOptions, Question, ReadyContestant } from './activity-server';
import { type LightTeams, startLightTeams } from './activity-teams';
import { median } from './measure';

const connectionCount = 16;
const roundCount = 5;
const pressCount = 600;
/** Fewer, because each leads to two cards to send before the next contestant's turn. */
const pressesWithSends = 200;
const histories = [10, 200];
const longPresses = 300;
/** autocannon prepares one more request per connection than it sends. */
const spare = 2 * connectionCount;
const kinds = ['floor', 'floor-with-store', 'bot-sends-off', 'bot-sends-on'] as const;

type Kind = (typeof kinds)[number];

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * `npm run bench -- activity`: accepting tickets on their cards, with sending off and on, compared with two floors, in
 * turns; the load comes from this process. BENCH_PROFILE=<folder> writes a CPU profile of each contestant there.
 */
export async function run(): Promise<void> {
  console.log(`node ${process.version}, ${connectionCount} connections, ${roundCount} rounds\n`);
  const teams = await startLightTeams();
  const contestants = new Map<Kind, Contestant>();
  try {
    for (const kind of kinds) contestants.set(kind, await Contestant.start(kind, teams));
    const rounds = new Map<Kind, Round[]>(kinds.map((kind) => [kind, []]));
    for (const contestant of contestants.values()) await contestant.warmUp();
    for (let at = 0; at < roundCount; at++) {
      for (const [kind, contestant] of contestants) rounds.get(kind)?.push(await contestant.round());
    }
    const medians = new Map(kinds.map((kind) => [kind, medianOf(rounds.get(kind) ?? [])]));
    for (const [kind, figures] of medians) show(kind, figures);
    const sending = contestants.get('bot-sends-on');
    if (sending !== undefined) console.log(sending.sendsText());
    const quiet = contestants.get('bot-sends-off');
    const grown = new Map<number, Round>();
    for (const length of histories) {
      const figures = await quiet?.roundOf(quiet.ready.long[length] ?? [], longPresses);
      if (figures === undefined) continue;
      grown.set(length, figures);
      show(`bot-sends-off, history of ${length}`, figures);
    }
    for (const contestant of contestants.values()) await contestant.checkAccepted();
    const rate = (kind: Kind) => medians.get(kind)?.perSecond ?? NaN;
    const [short = 0, long = 0] = histories.map((length) => grown.get(length)?.perSecond ?? NaN);
    console.log(`
ratio floor-with-store/floor ${(rate('floor-with-store') / rate('floor')).toFixed(2)}
ratio accept-sends-off/floor ${(rate('bot-sends-off') / rate('floor')).toFixed(2)}
ratio accept-sends-off/floor-with-store ${(rate('bot-sends-off') / rate('floor-with-store')).toFixed(2)}
ratio accept-sends-on/floor-with-store ${(rate('bot-sends-on') / rate('floor-with-store')).toFixed(2)}
ratio accept-history-${histories[1]}/history-${histories[0]} ${(long / short).toFixed(2)}`);
  } finally {
    for (const contestant of contestants.values()) await contestant.stop();
    await teams.close();
  }
}

function pressesOf(kind: Kind): number {
  return kind === 'bot-sends-on' ? pressesWithSends : pressCount;
}

function show(name: string, { perSecond, p50, p99 }: Round): void {
  const rate = Math.round(perSecond).toLocaleString('en-US').padStart(7);
  console.log(`${name.padEnd(34)} ${rate} /s   p50 ${p50} ms   p99 ${p99} ms`);
}

function medianOf(rounds: readonly Round[]): Round {
  const of = (figure: keyof Round) => median(rounds.map((round) => round[figure]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') };
}

/** One server in a process of its own, and the presses made on it. */
class Contestant {
  private accepted = 0;
  private next = 0;
  private sends = { taken: 0, pressSeconds: 0, seconds: 0 };

  private constructor(
    private readonly kind: Kind,
    private readonly server: ChildProcess,
    private readonly teams: LightTeams,
    readonly ready: ReadyContestant,
  ) {}

  static async start(kind: Kind, teams: LightTeams): Promise<Contestant> {
    const options: ContestantOptions = {
      kind,
      serviceUrl: teams.serviceUrl,
      tickets: (roundCount + 1) * (pressesOf(kind) + spare),
      ...(kind === 'bot-sends-off' ? { long: { count: longPresses + spare, lengths: histories } } : {}),
    };
    const profile = process.env['BENCH_PROFILE'];
    const server = fork(join(__dirname, 'activity-server.ts'), [JSON.stringify(options)], {
      execArgv: [
        '--require',
        'sucrase/register/ts',
        ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, kind)}`]),
      ],
    });
    const [ready] = (await Promise.race([
      once(server, 'message'),
      once(server, 'exit').then(() => Promise.reject(new Error(`${kind} did not start`))),
    ])) as [ReadyContestant];
    return new Contestant(kind, server, teams, ready);
  }

  async warmUp(): Promise<void> {
    await this.round();
    this.sends = { taken: 0, pressSeconds: 0, seconds: 0 };
  }

  /** Presses on new tickets and waits until everything that follows is sent, so the next contestant has the machine to itself. */
  async round(): Promise<Round> {
    const presses = pressesOf(this.kind);
    const fresh = this.ready.tickets.slice(this.next, this.next + presses + spare);
    this.next += fresh.length;
    const [takenBefore, begun] = [this.teams.taken(), performance.now()];
    const round = await this.roundOf(fresh, presses);
    await this.ask('delivered');
    this.sends.taken += this.teams.taken() - takenBefore;
    this.sends.pressSeconds += presses / round.perSecond;
    this.sends.seconds += (performance.now() - begun) / 1000;
    return round;
  }

  /** Every answer has to be the card of an accepted ticket; anything else aborts the measurement. */
  async roundOf(tickets: readonly WaitingTicket[], presses: number): Promise<Round> {
    let [pressed, answered, begun, ended] = [0, 0, 0, 0];
    const wrong: string[] = [];
    const result = await autocannon({
      url: `http://127.0.0.1:${this.ready.port}/api/messages`,
      connections: connectionCount,
      amount: presses,
      timeout: 30,
      requests: [
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          setupRequest: (request) => {
            if (begun === 0) begun = performance.now();
            const ticket = tickets[pressed++];
            if (ticket === undefined) throw new Error('no ticket is left');
            return { ...request, body: acceptPress(ticket, this.teams.serviceUrl) };
          },
          onResponse: (status, body) => {
            answered++;
            ended = performance.now();
            if (status !== 200 || !this.isAccepted(body)) wrong.push(`${status} ${body.slice(0, 300)}`);
          },
        },
      ],
    });
    if (wrong.length > 0 || answered !== presses) {
      throw new Error(
        `${this.kind}: ${answered} answers of ${presses}, ${wrong.length} wrong: ${wrong[0] ?? ''}`,
      );
    }
    this.accepted += answered;
    const { p50, p99 } = result.latency;
    return { perSecond: (answered / (ended - begun)) * 1000, p50, p99 };
  }

  private isAccepted(body: string): boolean {
    return this.kind.startsWith('floor') || (body.includes('"Akzeptiert"') && body.includes('"Zuweisen"'));
  }

  /** Checks the store as well. */
  async checkAccepted(): Promise<void> {
    if (this.kind.startsWith('floor')) return;
    const stored = await this.ask('accepted');
    if (stored !== this.accepted) throw new Error(`${this.accepted} accepted, but ${stored} in the store`);
    console.log(`${this.kind}: ${stored} presses, and as many accepted tickets in the store`);
  }

  sendsText(): string {
    const { taken, seconds, pressSeconds } = this.sends;
    const share = Math.round((pressSeconds / seconds) * 100);
    return `sends: ${taken} posts and edits, ${Math.round(taken / seconds)} /s; ${share} % of that time presses came in`;
  }

  async stop(): Promise<void> {
    if (this.server.exitCode !== null) return;
    const exit = once(this.server, 'exit');
    await this.ask('stop');
    await exit;
  }

  private async ask(question: Question): Promise<number> {
    const reply = once(this.server, 'message') as Promise<[{ answer: number }]>;
    this.server.send(question);
    return (await reply)[0].answer;
  }
}
