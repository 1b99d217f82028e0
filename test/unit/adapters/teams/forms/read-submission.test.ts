import fc from 'fast-check';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { packValues, unpackValues } from '../../../../../src/adapters/teams/forms/held-values';
import { readSubmission } from '../../../../../src/adapters/teams/forms/read-submission';
import { textLimits } from '../../../../../src/domain/ticket/text-limits';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { fieldTexts } from '../../../../../src/texts/actions.de';
import { commandOf, contextOf, errorsOf, report } from './form-support';

const { reportFault } = forms;
const context = contextOf('operator', '2026-06-10T10:00');

describe('what a form takes', () => {
  test('given fields that are not its own, when it is read, then they are dropped', () => {
    const raw = { ...report, state: 'closed', operator: 'sued', __proto__: { x: 1 }, receivedAt: '1' };
    const { values } = readSubmission(reportFault, context, raw);
    expect(Object.keys(values).sort()).toEqual(
      reportFault
        .fields(context)
        .map(({ id }) => id)
        .sort(),
    );
    expect(commandOf(reportFault, context, raw)).toMatchObject({
      operator: 'nord',
      receivedAt: context.view.now,
    });
  });

  test.each([[7], [true], [{ a: 1 }], [['x']]])(
    'given %p where a text belongs, when it is read, then the field says so',
    (value) => {
      expect(errorsOf(reportFault, context, { ...report, title: value })).toEqual({
        title: fieldErrors.notText,
      });
    },
  );

  test.each([[undefined], [null], ['text'], [[]], [7]])(
    'given %p as a whole, when it is read, then every required field is missing',
    (raw) => {
      expect(Object.keys(errorsOf(reportFault, context, raw))).toEqual([
      'title', 'description', 'module', 'reproducible', 'proposedClass', 'supportLevelsDone', 'environment',
    ]); // prettier-ignore
    },
  );

  test('given texts with blanks around and other line ends, when they are read, then they are put in order', () => {
    const command = commandOf(reportFault, context, {
      ...report,
      description: '  eins\r\nzwei\rdrei  ',
      since: '   ',
    });
    expect(command).toMatchObject({ report: { description: 'eins\nzwei\ndrei' } });
    expect(command).not.toHaveProperty('report.since');
  });

  test.each([[' '], ['\n\t'], ['\u00a0'], ['\u200b\u2060'], ['\u3164'], ['']])(
    'given only blanks (%j), when they are read, then the field is empty',
    (title) => {
      expect(errorsOf(reportFault, context, { ...report, title })).toEqual({
        title: fieldTexts.title.missing,
      });
    },
  );

  test.each([['\u0000'], ['\u0007'], ['\u001b[31m'], ['\u0085'], ['\u202e'], ['\u2066'], ['\ud800']])(
    'given a sign that nobody types (%j), when it is read, then it is refused and kept',
    (sign) => {
      const raw = { ...report, description: `a${sign}b` };
      expect(errorsOf(reportFault, context, raw)).toEqual({ description: fieldErrors.controlCharacters });
      expect(readSubmission(reportFault, context, raw).values['description']).toBe(raw.description);
    },
  );

  test('given a line break in a title, when it is read, then it is refused; in a description it is not', () => {
    expect(errorsOf(reportFault, context, { ...report, title: 'a\nb' })).toEqual({
      title: fieldErrors.oneLine,
    });
    expect(errorsOf(reportFault, context, { ...report, description: 'a\n\tb' })).toEqual({});
  });

  test('given a text at its limit and one beyond, when they are read, then only the second is refused', () => {
    const title = 'ä'.repeat(textLimits.title);
    expect(errorsOf(reportFault, context, { ...report, title })).toEqual({});
    expect(errorsOf(reportFault, context, { ...report, title: `${title}ä` })).toEqual({
      title: 'Höchstens 120 Zeichen sind möglich, es sind 121; bitte kürzen Sie den Text.',
    });
  });

  test('given a choice that was not offered, when it is read, then it is refused', () => {
    expect(errorsOf(reportFault, context, { ...report, module: 'nonsense', proposedClass: '5' })).toEqual({
      module: fieldErrors.notAChoice,
      proposedClass: fieldErrors.notAChoice,
    });
  });

  test('given that 1st and 2nd level are not confirmed, when it is read, then the confirmation is asked for', () => {
    expect(errorsOf(reportFault, context, { ...report, supportLevelsDone: 'false' })).toEqual({
      supportLevelsDone: fieldTexts.supportLevelsDone.missing,
    });
  });

  test('given one wrong field, when it is read, then everything typed is given back', () => {
    const raw = { ...report, title: '', workaround: ' neu\r\nstarten ' };
    expect(readSubmission(reportFault, context, raw).values).toEqual({
      ...raw,
      workaround: ' neu\nstarten ',
      since: '',
      moduleVersion: '',
      knownDate: '',
      knownTime: '',
    });
  });

  test('given far more than anybody can type, when it is given back, then it still fits into a card', () => {
    const raw = Object.fromEntries(Object.keys(report).map((id) => [id, '\u0001x'.repeat(50_000)]));
    const { values } = readSubmission(reportFault, context, raw);
    expect(Buffer.byteLength(JSON.stringify(values))).toBeLessThan(16_000);
  });
});

/** No form has a field of the one name that an object does not keep. */
const fieldId = fc.string().filter((id) => id !== '__proto__');

describe('what a check page holds', () => {
  test('given any values, when they are packed and unpacked, then they are the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fieldId, fc.string({ unit: 'binary' })), (values) => {
        expect(unpackValues(packValues(values))).toEqual(values);
      }),
    );
  });

  test('given held values, when the page is read, then they count and nothing beside them', () => {
    const raw = { held: packValues(report), title: 'untergeschoben' };
    expect(commandOf(reportFault, context, raw)).toMatchObject({ report: { title: report.title } });
  });

  test.each([['x'], [''], ['{}'], ['A'.repeat(20_000)]])(
    'given something else as held values (%#), when it is read, then nothing was typed',
    (held) => {
      expect(unpackValues(held)).toBeUndefined();
      expect(errorsOf(reportFault, context, { ...report, held })).toHaveProperty('title');
    },
  );

  test('given held values that unpack to very much, when they are read, then they are not', () => {
    expect(unpackValues(packValues({ title: 'x'.repeat(100_000) }))).toBeUndefined();
  });
});
