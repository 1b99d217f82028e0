import { expectedTexts, organisationUsage } from '../texts/cli.de';
import { checkFile } from './check-organisation';
import { endWith } from './end-with';
import { exportOrganisation } from './export-organisation';
import { FieldError } from './field-error';
import { importOrganisation } from './import-organisation';

/** What can be done, each with the arguments that follow its name. */
const commands = new Map<string, (args: readonly string[]) => void | Promise<void>>([
  ['check', checkFile],
  ['import', importOrganisation],
  ['export', exportOrganisation],
]);

/** `npm run -s organisation`: the organisation file and the records, by the command that comes first. */
async function main([name = '', ...args]: readonly string[]): Promise<void> {
  if ([name, ...args].includes('--help')) return console.log(organisationUsage);
  const command = commands.get(name);
  if (command === undefined) {
    throw new FieldError(name === '' ? 'organisation' : name, expectedTexts.organisationCommand);
  }
  await command(args);
}

main(process.argv.slice(2)).catch(endWith({ command: 'organisation', usage: organisationUsage }));
