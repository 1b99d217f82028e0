import { argumentTexts } from '../texts/cli.de';
/** What is wrong with a command's arguments, in German; undefined for errors not thrown by parseArgs. */
export function argumentErrorText(error: unknown): string | undefined {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  const given = /'([^']*)'/.exec(String(message))?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return argumentTexts.unknownOption(given);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return argumentTexts.unexpected(given);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return argumentTexts.valueMissing(given.split(' ')[0] ?? '');
    default:
      return undefined;
  }
}
