import { expectedTexts, organisationUsage } from '../texts/cli.de';
import { checkFile } from './check-organisation';
import { endWith } from './end-with';
import { FieldError } from './field-error';

/** What can be done, each with the arguments that follow its name. */
const commands = new Map<string, (args: readonly string[]) => void | Promise<void>>([['check', checkFile]]);

/** `npm run -s organisation`: the organisation file, by the command that comes first. */
async function main([name = '', ...args]: readonly string[]): Promise<void> {
  if ([name, ...args].includes('--help')) return console.log(organisationUsage);
  const command = commands.get(name);
  if (command === undefined) {
    const known = [...commands.keys()].join(', ');
    throw new FieldError(name === '' ? 'organisation' : name, expectedTexts.organisationCommand(known));
  }
  await command(args);
}

main(process.argv.slice(2)).catch(endWith({ command: 'organisation', usage: organisationUsage }));
