import { textLimits } from '../../src/domain/ticket/text-limits';

export type TextField = keyof typeof textLimits;
/** What is typed into a field. */
export type Typing = (field: TextField) => string;

/** Typing of a person in no hurry. */
export const ordinary: Typing = (field) => `Angabe zu ${field}`;
/** As much as each field takes, of a text unit. */
export function longest(unit: string): Typing {
  return (field) => unit.repeat(Math.floor(textLimits[field] / unit.length));
}

/** As much as each field takes, of signs that no packing makes shorter. */
export const patternless: Typing = (field) => {
  let seed = 1;
  const sign = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x3400 + (seed % 0x7000));
  };
  return Array.from({ length: textLimits[field] }, sign).join('');
};

/** What cards must bear. */
export const typings: readonly (readonly [name: string, type: Typing])[] = [
  ['ordinary texts', ordinary],
  ['the longest texts, in letters', longest('a')],
  ['the longest texts, in umlauts', longest('äöüß')],
  ['the longest texts, in quotation marks', longest('"')],
  ['the longest texts, in backslashes', longest('\\')],
  ['the longest texts, in the largest signs', longest('界')],
  ['the longest texts, without any pattern', patternless],
  ['the longest texts, in pairs of units', longest('🙂')],
  ['the longest texts, in templates of dates', longest('{{DATE(')],
];
