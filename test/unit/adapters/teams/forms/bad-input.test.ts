import type { Field } from '../../../../../src/adapters/teams/forms/field';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { readSubmission } from '../../../../../src/adapters/teams/forms/read-submission';
import { formIds } from '../../../../../src/adapters/teams/cards/payload';
import { fieldErrors, tooLongText } from '../../../../../src/texts/form-errors.de';
import { contextOf } from './form-support';
import { storyFor } from './form-stories';

/** Every text field of every form, as a dispatcher or whoever has the form is shown it. */
const textFields = formIds.flatMap((id) => textFieldsOf(id).map((field) => [id, field.id, field] as const));

describe('what is typed wrongly into a form', () => {
  test.each(textFields)(
    'given %s and %s too long, when it is read, then it is said there and kept',
    (id, fieldId, field) => {
      const longest = field.maxLength ?? 0;
      const typed = 'x'.repeat(longest + 1);
      expect(read(id, { [fieldId]: typed })).toEqual({
        sentence: tooLongText(longest, longest + 1),
        kept: typed,
      });
    },
  );

  test.each(textFields)(
    'given %s and signs in %s that nobody types, when it is read, then it is said there and kept',
    (id, fieldId) => {
      for (const typed of ['a\u0000b', 'a\u202eb', '\u001b[31m']) {
        expect(read(id, { [fieldId]: typed })).toEqual({
          sentence: fieldErrors.controlCharacters,
          kept: typed,
        });
      }
    },
  );

  test.each(textFields)(
    'given %s and only blanks in %s, when it is read, then it is as good as empty',
    (id, fieldId, field) => {
      const expected = field.sometimes === true ? undefined : field.missing;
      for (const typed of ['', '   ', '\n\t', '\u00a0\u200b']) {
        expect(read(id, { [fieldId]: typed }).sentence).toBe(expected);
      }
    },
  );

  test.each(textFields)(
    'given %s and no text at all in %s, when it is read, then it is said there',
    (id, fieldId) => {
      for (const sent of [7, true, ['x'], { a: 1 }]) {
        expect(read(id, { [fieldId]: sent }).sentence).toBe(fieldErrors.notText);
      }
    },
  );
});

function contextFor(id: (typeof formIds)[number]) {
  return contextOf('dispatcher', '2026-06-11T12:00', storyFor(id));
}

function textFieldsOf(id: (typeof formIds)[number]): readonly Field[] {
  return forms[id].fields(contextFor(id)).filter(({ kind }) => kind === 'line' || kind === 'text');
}

/** The sentence at the one field that was sent, and what the form gives back of it. */
function read(id: (typeof formIds)[number], raw: Readonly<Record<string, unknown>>) {
  const [fieldId = ''] = Object.keys(raw);
  const { values, reading } = readSubmission(forms[id], contextFor(id), raw);
  return { sentence: reading.ok ? undefined : reading.errors[fieldId], kept: values[fieldId] };
}
