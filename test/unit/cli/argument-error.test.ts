import { parseArgs } from 'node:util';
import { argumentErrorText } from '../../../src/cli/argument-error';

function textFor(args: readonly string[]): string | undefined {
  try {
    parseArgs({ args: [...args], options: { class: { type: 'string' } } });
  } catch (error) {
    return argumentErrorText(error);
  }
  return undefined;
}

describe('wrong arguments', () => {
  test.each([
    [['--klasse', '1'], '--klasse: Diese Option gibt es nicht.'],
    [['--class', '1', 'mehr'], 'mehr: Dieses Argument gehört zu keiner Option.'],
    [['--class'], '--class: Der Wert fehlt, oder die Option erwartet keinen.'],
  ])('given %p, they are named in German', (args, text) => {
    expect(textFor(args)).toBe(text);
  });

  test('given another error, it is none of them', () => {
    expect(argumentErrorText(new Error('x'))).toBeUndefined();
  });
});
