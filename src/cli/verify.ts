import { parseArgs } from 'node:util';
import { connectStores } from '../adapters/mongo/connect';
import type { LedgerHead } from '../app/ports/ledger';
import type { Finding } from '../app/verify/finding';
import { type Verification, verify } from '../app/verify/verify';
import { startErrorText } from '../composition/start-errors';
import { readConfig } from '../config';
import { helpText } from '../texts/cli.de';
import { findingText, headText, verificationText, verifyUsage } from '../texts/verify.de';
import { argumentErrorText } from './argument-error';
import { FieldError } from './field-error';
import { readLedgerHead } from './ledger-head';
import { openStore } from './open-store';

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

async function verified(
  kept: LedgerHead | undefined,
  found: (finding: Finding) => void,
): Promise<Verification> {
  const store = await openStore(readConfig(process.env));
  try {
    const stores = await connectStores(store.uri, { readOnly: true });
    try {
      return await verify(stores.evidence, { kept, found });
    } finally {
      await stores.close();
    }
  } finally {
    await store.close();
  }
}

/** Whatever prevents the verification: errors the person at the console can fix get a sentence, all others their stack. */
main().catch((error: unknown) => {
  process.exitCode = notVerifiable;
  const wrong = argumentErrorText(error);
  if (wrong !== undefined) console.error(`${wrong}\n\n${verifyUsage}`);
  else if (error instanceof FieldError) console.error(`${error.message}\n${helpText('verify')}`);
  else console.error(startErrorText(error) ?? error);
});
