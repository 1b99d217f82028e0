import { Readable, Writable } from 'node:stream';
import { maxLine, answerLines } from '../../../src/cli/line-stream';

async function answersTo(chunks: (string | Buffer)[]): Promise<string[]> {
  const written: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  await answerLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output, (line) =>
    line === undefined ? 'too long' : `<${line}>`,
  );
  return written.join('').split('\n').slice(0, -1);
}

describe('answering lines as a stream', () => {
  test('given lines cut anywhere, each is answered once and in order', async () => {
    expect(await answersTo(['a\nb', 'c\n', '\nd'])).toEqual(['<a>', '<bc>', '<>', '<d>']);
    expect(await answersTo(['a\n'])).toEqual(['<a>']);
    expect(await answersTo([])).toEqual([]);
  });

  test('given a character cut in two and a byte order mark, text is read as it was meant', async () => {
    const bytes = Buffer.from('\uFEFFä\n€');

    expect(await answersTo([bytes.subarray(0, 4), bytes.subarray(4, 7), bytes.subarray(7)])).toEqual([
      '<ä>',
      '<€>',
    ]);
  });

  test('given a line without end, it is not kept, and the next one is answered', async () => {
    const part = 'x'.repeat(maxLine / 4);

    expect(
      await answersTo([part, part, part, part, part, part, '\nnext\n', part, part, part, part, part]),
    ).toEqual(['too long', '<next>', 'too long']);
  });

  test('given a slow reader of the answers, no more than a few chunks are read ahead', async () => {
    let read = 0;
    let written = 0;
    let furthest = 0;
    const input = Readable.from(
      (function* chunks() {
        for (; read < 500; read++) yield Buffer.from('line\n'.repeat(100));
      })(),
      { highWaterMark: 1 },
    );
    const output = new Writable({
      highWaterMark: 16,
      write(_chunk, _encoding, done) {
        written++;
        furthest = Math.max(furthest, read - written);
        setImmediate(done);
      },
    });

    await answerLines(input, output, () => 'answer');

    expect(written).toBe(500);
    expect(furthest).toBeLessThan(5);
  });
});
