import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { acceptPress, typedMessage, type WaitingTicket } from './activity-press';
import { startLightTeams } from './activity-teams';
import type { BurstAnswer, BurstOptions, ReadyBurstBot } from './burst-bot';
import { median } from './measure';
import type { StoreMode } from './store-of-bench';

const burst = 300;
const presses = 2_000;
/** Rounds of three commands at rest; the first ones only warm up. */
const [warmUp, atRest] = [30, 40];

interface Latencies {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

const nothing: Latencies = { p50: NaN, p99: NaN, count: 0 };

/**
 * `npm run bench -- burst`: commands, one after the other, at rest and while 300 tickets come due or the deliveries of 300
 * reports are planned and sent to a Teams that takes everything at once; the embedded store in the bot's process and apart.
 */
export async function run(): Promise<void> {
  console.log(`node ${process.version}, ${burst} tickets at once; milliseconds\n`);
  console.log(row(['', 'answers', 'median', 'p99', 'ratio', 'took', 'longest piece']));
  for (const mode of ['together', 'apart'] as const) await measure(mode);
}

async function measure(mode: StoreMode): Promise<void> {
  const teams = await startLightTeams();
  const options: BurstOptions = { mode, serviceUrl: teams.serviceUrl, burst, presses };
  const bot = fork(join(__dirname, 'burst-bot.ts'), [JSON.stringify(options)], {
    execArgv: ['--require', 'sucrase/register/ts', ...profiling(mode)],
  });
  const commands = new Commands(await answerOf<ReadyBurstBot>(bot), teams.serviceUrl);
  await commands.pressed(warmUp);
  for (const kind of ['due', 'reports'] as const) {
    const rest = latenciesOf(await commands.pressed(atRest));
    show(`${mode}, at rest`, rest);
    // What the presses themselves lead to is sent before.
    await wait(3_000);
    const planned = commands.until(answerOf<BurstAnswer>(bot));
    bot.send(kind);
    show(`  ${kind}: until planned`, await planned, rest);
    show(`  ${kind}: until sent`, await commands.until(answerOf<BurstAnswer>(bot)), rest);
  }
  bot.send('reports');
  show(`${mode}, reports alone: until planned`, { ...nothing, ...(await answerOf<BurstAnswer>(bot)) });
  show('  until sent', { ...nothing, ...(await answerOf<BurstAnswer>(bot)) });
  const ended = once(bot, 'exit');
  bot.send('stop');
  await ended;
  await teams.close();
}

/** "Hilfe", a ticket's card and a press on a card, in turns. */
class Commands {
  private next = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly bot: ReadyBurstBot,
    private readonly serviceUrl: string,
  ) {}

  async pressed(rounds: number): Promise<readonly number[]> {
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) took.push(...(await this.round()));
    return took;
  }

  /** Pressed until the bot answers. */
  async until(answered: Promise<BurstAnswer>): Promise<Latencies & BurstAnswer> {
    let answer: BurstAnswer | undefined;
    void answered.then((each) => (answer = each));
    const took: number[] = [];
    while (answer === undefined) took.push(...(await this.round()));
    return { ...latenciesOf(took), ...(await answered) };
  }

  private async round(): Promise<readonly number[]> {
    const ticket = this.bot.tickets[this.next];
    if (ticket === undefined) throw new Error('no ticket is left');
    this.next += 1;
    return [
      await this.send(typedMessage('Hilfe', this.serviceUrl)),
      await this.send(typedMessage(`Ticket ${ticket.number}`, this.serviceUrl)),
      await this.accept(ticket),
    ];
  }

  private async accept(ticket: WaitingTicket): Promise<number> {
    return this.send(acceptPress(ticket, this.serviceUrl), '"Akzeptiert"');
  }

  /** Milliseconds until the whole answer is there. */
  private async send(activity: string, expected = ''): Promise<number> {
    const { port } = this.bot;
    const begun = performance.now();
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/api/messages',
      method: 'POST',
      agent: this.agent,
    });
    asked.setHeader('Content-Type', 'application/json');
    asked.end(activity);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    let body = '';
    for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
    const took = performance.now() - begun;
    if (response.statusCode !== 200 || !body.includes(expected))
      throw new Error(`${response.statusCode} ${body.slice(0, 300)}`);
    return took;
  }
}

async function answerOf<Answer>(bot: ChildProcess): Promise<Answer> {
  const ended = once(bot, 'exit').then(() => Promise.reject(new Error('the bot has ended')));
  const [answer] = (await Promise.race([once(bot, 'message'), ended])) as [Answer];
  return answer;
}

function latenciesOf(took: readonly number[]): Latencies {
  const sorted = [...took].sort((one, other) => one - other);
  return {
    p50: median(sorted),
    p99: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? NaN,
    count: sorted.length,
  };
}

function show(name: string, figures: Latencies & Partial<BurstAnswer>, rest?: Latencies): void {
  const { count, p50, p99, took, piece } = figures;
  const ratio = rest === undefined ? '' : (p50 / rest.p50).toFixed(2);
  console.log(
    row([
      name,
      `${count}`,
      p50.toFixed(0),
      p99.toFixed(0),
      ratio,
      took?.toFixed(0) ?? '',
      piece?.toFixed(0) ?? '',
    ]),
  );
}

function profiling(mode: StoreMode): readonly string[] {
  const profile = process.env['BENCH_PROFILE'];
  return profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, mode)}`];
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(38) : cell.padStart(14))).join('');
}
