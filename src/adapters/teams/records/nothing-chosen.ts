/** The choice that says nobody or nothing: a client cannot take a choice back. No record has it as its id. */
export const nothingChosen = '-';

/** What was chosen; undefined for that choice, and for a field that is empty. */
export function chosenIn(text: string | undefined): string | undefined {
  return text === nothingChosen ? undefined : text;
}
