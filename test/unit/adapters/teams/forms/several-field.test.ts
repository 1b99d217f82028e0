import fc from 'fast-check';
import type { AdaptiveCardJson } from '../../../../../src/adapters/teams/cards/card-json';
import { severalIn } from '../../../../../src/adapters/teams/forms/choices';
import type { Field } from '../../../../../src/adapters/teams/forms/field';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import type { FormDefinition } from '../../../../../src/adapters/teams/forms/form-definition';
import { readSubmission } from '../../../../../src/adapters/teams/forms/read-submission';
import { drawField } from '../../../../../src/adapters/teams/forms/draw-form';
import { checkCard } from '../../../../../src/simulator/connector/card-check';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { fieldErrors } from '../../../../../src/texts/form-errors.de';
import { lintCard } from '../../../../cards/card-linter';
import { contextOf } from './form-support';

const context = contextOf('operator', '2026-06-10T10:00');
const gone = new Map([['former', 'Das Modul ist inzwischen stillgelegt.']]);
const missing = 'Bitte wählen Sie mindestens ein Modul.';

function fieldOf(number: number, more: Partial<Field> = {}): Field {
  const choices = Array.from({ length: number }, (_, index) => ({
    title: `Modul ${index + 1}.`,
    value: `m${index + 1}`,
  }));
  return { id: 'modules', kind: 'several', label: 'Module', choices, gone, ...more };
}

function reading(field: Field, sent: unknown) {
  const form: FormDefinition = { ...forms.reportFault, fields: () => [field] };
  const { values, valid, reading: read } = readSubmission(form, context, { modules: sent });
  return { values, valid, error: 'errors' in read ? read.errors['modules'] : undefined };
}

function cardOf(field: Field, value = ''): AdaptiveCardJson {
  const body = drawField(field, { values: { modules: value }, errors: {} });
  return { type: 'AdaptiveCard', version: '1.5', body };
}

const everybody = { isMember: () => true };

describe('a field of several choices', () => {
  test.each([
    [4, 'expanded'],
    [5, 'compact'],
    [60, 'compact'],
  ])(
    'given %d choices, when it is drawn, then it is %s, labelled, and neither Teams nor the linter has anything against it',
    (number, style) => {
      const card = cardOf(fieldOf(number, { missing }), 'm1,m3');
      expect(card.body).toMatchObject([
        {
          type: 'Input.ChoiceSet',
          isMultiSelect: true,
          style,
          label: 'Module',
          value: 'm1,m3',
          isRequired: true,
        },
      ]);
      expect(lintCard(card, 'dialog')).toEqual([]);
      expect(() => checkCard(card, everybody)).not.toThrow();
    },
  );

  test('given a value with a comma, when it is drawn, then the linter finds it', () => {
    const card = cardOf({ ...fieldOf(1), choices: [{ title: 'Zwei', value: 'a,b' }] });
    expect(lintCard(card, 'dialog')).toEqual([
      'Input.ChoiceSet modules: has a value that would be read as two',
    ]);
  });

  test.each([[''], [' '], [undefined]])(
    'given nothing chosen (%p), when it is read, then it is missing where it must not stay empty',
    (sent) => {
      expect(reading(fieldOf(3, { missing }), sent)).toMatchObject({ valid: {}, error: missing });
      expect(reading(fieldOf(3, { missing, sometimes: true }), sent).valid).toEqual({});
      expect(reading(fieldOf(3), sent)).toMatchObject({ valid: {}, error: undefined });
    },
  );

  test.each([
    ['m9', fieldErrors.notAChoice],
    ['m1,m9', fieldErrors.notAChoice],
    ['m1,', fieldErrors.notAChoice],
    [',', fieldErrors.notAChoice],
    ['m1, m2', fieldErrors.notAChoice],
    ['m1,former,m9', gone.get('former')],
    ['former', gone.get('former')],
    [['m1'], fieldErrors.notText],
  ])('given %p, when it is read, then the field says what is wrong', (sent, sentence) => {
    expect(reading(fieldOf(3), sent)).toMatchObject({ valid: {}, error: sentence });
  });

  test('given something wrong beside something right, when it is drawn again, then what was right is still chosen', () => {
    const { values } = reading(fieldOf(3), 'm1,former');
    const screen = new CardScreen(cardOf(fieldOf(3), values['modules']));
    expect(screen.text).toBe('Module: (x) Modul 1. ( ) Modul 2. ( ) Modul 3.');
    expect(screen.value('Module')).toBe('m1');
    expect(screen.fill({ Module: ['Modul 1.', 'Modul 3.'] }) ?? screen.value('Module')).toBe('m1,m3');
  });

  test('given the same value twice, when it is read, then it counts once', () => {
    expect(severalIn(reading(fieldOf(3), 'm2,m1,m2').valid['modules'])).toEqual(['m2', 'm1']);
  });

  test('given any of the choices, when somebody chooses them and sends the form, then just those are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.infiniteStream(fc.boolean()), (number, coins) => {
        const field = fieldOf(number);
        const chosen = (field.choices ?? []).filter(() => coins.next().value);
        const screen = new CardScreen(cardOf(field));
        screen.fill({ Module: chosen.map(({ title }) => title) });
        const sent = screen.inputsFor({ type: 'Action.Submit' })['modules'];
        const { valid, error } = reading(field, sent);
        expect(error).toBeUndefined();
        expect(severalIn(valid['modules'])).toEqual(chosen.map(({ value }) => value));
      }),
    );
  });
});
