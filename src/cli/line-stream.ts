import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import type { Readable, Writable } from 'node:stream';

/** Characters; longer lines are not kept in memory and count as invalid. */
export const maxLine = 4 * 1024 * 1024;

/**
 * Answers each line of the input with one line of output, in order, in constant memory: output is written after each
 * chunk of input, and no more is read while the reader of the output is behind. A last line without a line feed counts;
 * an empty rest after the last line feed does not. `answer` gets undefined for a line longer than maxLine.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: string | undefined) => string,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let tooLong = false;
  let begun = false;

  const take = (text: string): string => {
    let answers = '';
    // Some shells prepend a byte order mark.
    let from = !begun && text.startsWith('\uFEFF') ? 1 : 0;
    begun ||= text !== '';
    for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', from)) {
      const line = rest + text.slice(from, end);
      answers += `${answer(tooLong || line.length > maxLine ? undefined : line)}\n`;
      rest = '';
      tooLong = false;
      from = end + 1;
    }
    rest += text.slice(from);
    if (rest.length > maxLine) {
      rest = '';
      tooLong = true;
    }
    return answers;
  };

  for await (const chunk of input) {
    const answers = take(decoder.write(chunk as Buffer));
    if (answers !== '' && !output.write(answers)) await once(output, 'drain');
  }
  const answers = take(decoder.end());
  const last = rest !== '' || tooLong ? `${answer(tooLong ? undefined : rest)}\n` : '';
  if (answers + last !== '' && !output.write(answers + last)) await once(output, 'drain');
}
