import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainReaction } from '../../../../src/domain/reaction/reaction-deadline';
import { type FaultClass, faultClasses } from '../../../../src/domain/reaction/fault-class';
import { faultClassNames } from '../../../../src/texts/labels.de';
import { formatExplanation, formatInstant, formatReactionTime } from '../../../../src/texts/german-time';
import { berlin, standard } from './reaction-fixtures';

const text = readFileSync(join(__dirname, '../../../../docs/servicezeit.md'), 'utf8');
// "| 1, Do 11.06.2026, 13:00 ... | Do 11.06.2026, 17:00 | why |"
const row =
  /^\| (\d), \w\w (\d\d)\.(\d\d)\.(\d{4}), (\d\d:\d\d)[^|]*\| +(\w\w [\d.]+, \d\d:\d\d) +\| +(.*?) +\|$/gm;
const examples = [...text.matchAll(row)].map(
  ([, faultClass, day, month, year, time, deadline = '', why = '']) =>
    [Number(faultClass) as FaultClass, `${year}-${month}-${day}T${time}`, deadline, why] as const,
);

describe('docs/servicezeit.md says what the program counts', () => {
  test('given its table of examples, it has all of the process page', () => {
    expect(examples).toHaveLength(11);
  });

  test.each(examples)(
    'given class %i received %s, the deadline is %s',
    (faultClass, receipt, deadline, why) => {
      const explanation = explainReaction(berlin(receipt), faultClass, standard);

      expect(formatInstant(explanation.deadline, standard.zone)).toBe(`${deadline} Uhr`);
      const windows = /(?:\w\w \d\d:\d\d-\d\d:\d\d [\dhmin ]+(?:, )?)+$/.exec(why)?.[0];
      if (windows !== undefined) expect(formatExplanation(explanation, standard.zone)).toBe(windows);
    },
  );

  test('given its table of classes, names and reaction times are those of the program', () => {
    for (const faultClass of faultClasses) {
      const cells = [String(faultClass), faultClassNames[faultClass], formatReactionTime(faultClass)];

      expect(text.replace(/ +/g, ' ')).toContain(`| ${cells.join(' | ')} |`);
    }
  });
});
