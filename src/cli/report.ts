import { reportUsage, reportVerifiedTexts } from '../texts/cli.de';
import { parseArgs } from 'node:util';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import type { PublishedReaction } from '../app/ports/reaction-store';
import { readDirectory } from '../app/recorded-directory';
import { concernsReports } from '../app/verify/finding';
import { type Verification, verify } from '../app/verify/verify';
import { readConfig } from '../config';
import { endWith } from './end-with';
import { withStores } from './with-stores';
import { cyclesCsv, headLine, inMonth, readMonth, spanAround, totalsCsv } from './reaction-report';

/** `npm run -s report`: the reactions of a month, met and missed, as evidence for each operator (process 2.3). */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      month: { type: 'string' },
      summary: { type: 'boolean' },
      excel: { type: 'boolean' },
      head: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(reportUsage);
  const month = readMonth(values.month);
  const config = readConfig(process.env);
  const file = loadOrganisation(config.organisationFile);
  const { from, to } = spanAround(month);
  const reactions: PublishedReaction[] = [];
  let doubtful = 0;
  let installation = file;
  // From the events, which the ledger vouches for: what is stored of a result could have been flipped.
  const verification = await withStores(config, async ({ evidence, organisation }) => {
    installation = (await readDirectory({ organisation, file })).installation();
    // Timers are left out: no report is computed from them.
    return verify(evidence, {
      found: (finding) => (doubtful += concernsReports(finding) ? 1 : 0),
      reactions: (cycles) =>
        reactions.push(
          ...cycles.filter(
            (each) => each.deadline >= from && each.deadline < to && inMonth(each, month, file.calendars),
          ),
        ),
    });
  });
  const csv = values.summary === true ? totalsCsv : cyclesCsv;
  const options = { installation, excel: values.excel === true };
  process.stdout.write(csv(reactions, options));
  if (values.head === true) process.stdout.write(headLine(verification.head, options));
  tellFindings(verification, doubtful);
}

/** What the report is computed from was changed: it is there to be looked at, and its exit code says that it proves nothing. */
function tellFindings({ findings }: Verification, doubtful: number): void {
  if (findings === 0) return;
  console.error(doubtful > 0 ? reportVerifiedTexts.doubtful(doubtful) : reportVerifiedTexts.beside(findings));
  if (doubtful > 0) process.exitCode = 1;
}

main().catch(endWith({ command: 'report', usage: reportUsage }));
