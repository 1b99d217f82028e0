import { type CheckFigure, measureChecks } from './scheduler-check';
import { measureDigest } from './scheduler-digest';

/**
 * `npm run bench -- scheduler`: what a check costs with 100 tickets due among 10,000 and 100,000 open ones, and among
 * 1,000,000 if MONGODB_TEST_URI names a server; compared with as many guarded writes on the same store.
 */
export async function run(): Promise<void> {
  const server = process.env.MONGODB_TEST_URI;
  const uri = server === undefined || server === '' ? undefined : server;
  const sizes = uri === undefined ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  console.log(
    `node ${process.version}, ${uri === undefined ? 'embedded store' : 'MONGODB_TEST_URI'}; milliseconds, medians\n`,
  );
  console.log(
    row(['open tickets', '100 due', 'with planning', 'nothing due', '100 guarded writes', 'memory']),
  );
  const figures = await measureChecks(sizes, uri);
  for (const figure of figures) {
    const { recording, withPlanning, nothingDue, floor, peakGrowth } = figure;
    const times = [recording, withPlanning, nothingDue, floor].map((each) => each.toFixed(1));
    console.log(row([String(figure.tickets), ...times, `+${peakGrowth.toFixed(0)} MB`]));
  }
  console.log('');
  const [first, ...later] = figures;
  for (const each of later) {
    const ratio = (of: (figure: CheckFigure) => number) =>
      first === undefined ? 'NaN' : (of(each) / of(first)).toFixed(2);
    const sizesOf = `${each.tickets}/${first?.tickets}`;
    console.log(`ratio check-100-due ${sizesOf} ${ratio(({ recording }) => recording)}`);
    console.log(`ratio check-100-due-planned ${sizesOf} ${ratio(({ withPlanning }) => withPlanning)}`);
    console.log(`ratio floor ${sizesOf} ${ratio(({ floor }) => floor)}`);
  }
  for (const { tickets, recording, floor } of figures)
    console.log(`ratio check-100-due/floor ${tickets} ${(recording / floor).toFixed(2)}`);
  await digests();
}

/** The dispatch digest's single aggregation over all open tickets, compared with counting them; on embedded stores. */
async function digests(): Promise<void> {
  console.log(`\n${row(['open tickets', 'digest figures', 'counting them', 'memory'])}`);
  const figures = [await measureDigest(10_000), await measureDigest(100_000)];
  for (const { tickets, figures: took, floor, peakGrowth } of figures)
    console.log(row([String(tickets), took.toFixed(0), floor.toFixed(0), `+${peakGrowth.toFixed(0)} MB`]));
  for (const { tickets, figures: took, floor } of figures)
    console.log(`ratio digest-figures/counting ${tickets} ${(took / floor).toFixed(2)}`);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(20))).join('');
}
