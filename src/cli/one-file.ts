import { parseArgs, type ParseArgsConfig } from 'node:util';
import { expectedTexts } from '../texts/cli.de';
import { FieldError } from './field-error';

/** The one file that a command takes, and its flags. Throws FieldError, in German. */
export function fileAndFlags<Flag extends string>(
  args: readonly string[],
  ...flags: readonly Flag[]
): { readonly file: string; readonly is: (flag: Flag) => boolean } {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    flags.map((flag) => [flag, { type: 'boolean' as const }]),
  );
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (file === undefined) throw new FieldError('DATEI', expectedTexts.organisationFile);
  if (more[0] !== undefined) throw new FieldError(more[0], expectedTexts.nothingMore);
  return { file, is: (flag) => values[flag] === true };
}
