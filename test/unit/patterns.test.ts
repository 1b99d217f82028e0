import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';

const root = join(__dirname, '../..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name));

interface Found {
  readonly literals: readonly { readonly source: string; readonly flags: string }[];
  /** Made from other patterns: test/unit/typed-text-time.test.ts measures what uses them. */
  readonly composed: number;
}

function patternsIn(file: string): Found {
  const literals: { source: string; flags: string }[] = [];
  let composed = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') composed += 1;
    ts.forEachChild(node, visit);
  };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(
    ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true, kind),
  );
  return { literals, composed };
}

/** What is found depends on no clock: a machine that is busy must not find something else. */
const untimed = { timeout: null, attackTimeout: null, incubationTimeout: null };

describe('the patterns of the product', () => {
  test('given every literal, when it is analysed, then no text takes more time than its length', async () => {
    const distinct = new Map(
      files.flatMap((file) =>
        patternsIn(file).literals.map(
          (each) => [`/${each.source}/${each.flags}`, { file, ...each }] as const,
        ),
      ),
    );
    expect(distinct.size).toBeGreaterThan(80);
    const found = await Promise.all(
      [...distinct].map(async ([pattern, { file, source, flags }]) => {
        const { status } = await check(source, flags, untimed);
        return status === 'safe' ? [] : [`${file}: ${pattern} is ${status}`];
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  test('given the patterns that are composed, when they are looked for, then they are those whose time is measured', () => {
    const composed = files.filter((file) => patternsIn(file).composed > 0);
    expect(composed.sort()).toEqual([
      'src/adapters/teams/chat/leading-ticket.ts',
      'src/adapters/teams/chat/parse-chat-command.ts',
      'src/adapters/teams/chat/typed-signs.ts',
      'src/adapters/teams/forms/text-checks.ts',
      'src/adapters/teams/inbound/message-text.ts',
      'src/cli/iso-instant.ts',
      // A ticket's number, a card's own pattern, words of ours.
      'src/simulator/host/sample-data/player.ts',
      'src/simulator/page/cards/draw-card.ts',
      'src/simulator/page/messages/suggestions.ts',
      'src/simulator/people/card-input.ts',
    ]);
  });
});
