import { shortened } from '../cards/typed-text';
import type { Field } from '../forms/field';

/** UTF-16 units for what all choices of a form are called: with it, the longest lists of the longest names fit into a card. */
const roomForTitles = 6_500;

/** The fields with as much of the names in their choices as the card has room for: all of them, unless there are very many. */
export function withRoom(fields: readonly Field[]): readonly Field[] {
  const number = fields.reduce((sum, { choices = [] }) => sum + choices.length, 0);
  const longest = Math.floor(roomForTitles / Math.max(number, 1));
  return fields.map((field) => {
    if (field.choices === undefined) return field;
    const choices = field.choices.map(({ title, value }) => ({ title: shortened(title, longest), value }));
    return { ...field, choices };
  });
}
