import { startErrorText } from '../composition/start-errors';
import { helpText } from '../texts/cli.de';
import { argumentErrorText } from './argument-error';
import { FieldError } from './field-error';

const wrongArguments = 2;

interface Ending {
  readonly command: string;
  readonly usage: string;
  /** The exit code where it is not the arguments that are wrong. */
  readonly exitCode?: number;
}

/** How a command ends on an error: those the person at the console can fix get a sentence, all others their stack. */
export function endWith({ command, usage, exitCode = 1 }: Ending) {
  return (error: unknown): void => {
    const wrong = argumentErrorText(error);
    const expected = startErrorText(error);
    process.exitCode = wrong !== undefined || error instanceof FieldError ? wrongArguments : exitCode;
    if (wrong !== undefined) console.error(`${wrong}\n\n${usage}`);
    else if (error instanceof FieldError) console.error(`${error.message}\n${helpText(command)}`);
    else console.error(expected ?? error);
  };
}
