import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The names of the variables in the files that Node was started with (`--env-file`); a file that is gone has none. */
export function envFileVariables(nodeArguments: readonly string[]): readonly string[] {
  return filesIn(nodeArguments).flatMap((file) => {
    try {
      return Object.keys(parseEnv(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  });
}

function filesIn(nodeArguments: readonly string[]): readonly string[] {
  return nodeArguments.flatMap((argument, at) => {
    const option = /^--env-file(?:-if-exists)?(?:=(?<file>.*))?$/.exec(argument);
    return option === null ? [] : (option.groups?.['file'] ?? nodeArguments[at + 1] ?? []);
  });
}
