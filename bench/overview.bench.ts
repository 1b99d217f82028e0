import { measureOverview } from './overview-figures';

const sizes = [1_000, 10_000];

/**
 * `npm run bench -- overview`: what people ask for over 1,000 and 10,000 open tickets, and how long it keeps an event loop
 * from everything else; with the embedded store in the bot's process, as `npm start` has it, and in one of its own.
 */
export async function run(): Promise<void> {
  console.log(`node ${process.version}, embedded store; milliseconds, medians\n`);
  for (const mode of ['together', 'apart'] as const) {
    const [few = [], many = []] = [
      await measureOverview(sizes[0] ?? 0, mode),
      await measureOverview(sizes[1] ?? 0, mode),
    ];
    console.log(row([`store ${mode}`, 'took', 'longest piece', "the store's", `took, ${sizes.join(' : ')}`]));
    for (const [at, { what, took, bot, store }] of many.entries()) {
      const before = few[at]?.took ?? NaN;
      console.log(
        row([what, took.toFixed(1), bot.toFixed(1), store?.toFixed(1) ?? '', (took / before).toFixed(2)]),
      );
    }
    const longest = Math.max(...many.flatMap(({ bot, store }) => [bot, store ?? 0]));
    console.log(`\nlongest piece at ${sizes[1]}, store ${mode}: ${longest.toFixed(0)} ms\n`);
  }
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(20))).join('');
}
