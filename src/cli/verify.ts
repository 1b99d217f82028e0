import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/clock';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import type { LedgerHead } from '../app/ports/ledger';
import type { Finding } from '../app/verify/finding';
import { timersToVerify } from '../app/timers-to-verify';
import { type Verification, verify } from '../app/verify/verify';
import { readConfig } from '../config';
import type { Installation } from '../domain/organisation/installation';
import { findingText, headText, verificationText, verifyUsage } from '../texts/verify.de';
import { endWith } from './end-with';
import { readLedgerHead } from './ledger-head';
import { withStores } from './with-stores';

/** Exit codes. */
const intact = 0;
const withFindings = 1;
const notVerifiable = 2;

/** More would fill the memory of whoever reads them; how many there are is told in any case. */
const maxInJson = 10_000;

/** `npm run -s verify`: whether anything was changed by anybody but the bot (process 10). Reads only. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, head: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return console.log(verifyUsage);
  const kept = readLedgerHead(values.head);
  const findings = await (values.json === true ? asJson(kept) : asText(kept));
  process.exitCode = findings === 0 ? intact : withFindings;
}

async function asText(kept: LedgerHead | undefined): Promise<number> {
  const verification = await verified(kept, (finding) => console.log(findingText(finding)));
  console.log(verificationText(verification));
  return verification.findings;
}

async function asJson(kept: LedgerHead | undefined): Promise<number> {
  const told: Finding[] = [];
  const { head, findings, ...counts } = await verified(kept, (finding) => {
    if (told.length < maxInJson) told.push(finding);
  });
  const result = {
    intact: findings === 0,
    ...counts,
    head: head === undefined ? null : headText(head),
    findingCount: findings,
    findings: told.map((finding) => ({ ...finding, text: findingText(finding) })),
  };
  console.log(JSON.stringify(result, undefined, 2));
  return findings;
}

function verified(kept: LedgerHead | undefined, found: (finding: Finding) => void): Promise<Verification> {
  const config = readConfig(process.env);
  const installation = readableInstallation(config.organisationFile);
  return withStores(config, ({ evidence, settings }) => {
    const { warningPercents } = config;
    const directory = installation && { installation: () => installation };
    const timers = directory && timersToVerify({ settings, directory, warningPercents, clock: systemClock });
    return verify(evidence, { kept, found, timers });
  });
}

/** A backup is verified without the file it was made with, too, but for the timers; the result says so. */
function readableInstallation(path: string): Installation | undefined {
  try {
    return loadOrganisation(path);
  } catch (error) {
    if (error instanceof OrganisationFileError) return undefined;
    throw error;
  }
}

main().catch(endWith({ command: 'verify', usage: verifyUsage, exitCode: notVerifiable }));
