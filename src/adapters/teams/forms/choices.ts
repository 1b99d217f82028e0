import { type FaultClass, faultClasses, parseFaultClass } from '../../../domain/reaction/fault-class';
import { faultClassLabel, faultClassMeanings } from '../../../texts/labels.de';
import { formatReactionTime } from '../../../texts/german-time';
import type { Choice } from './field';

/** As many as people find their way in; what is left out comes once some of them are done. */
export const maxChoices = 60;

/** So few stand there at once and take one press; more are a list to be opened, or a phone shows nothing else. */
export const maxChoicesAtOnce = 4;

/** A choice for each value, by its name. */
export function choicesOf<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): readonly Choice[] {
  return values.map((value) => ({ title: names[value], value }));
}

/** The value that a checked choice stands for. Throws for anything else: its field would have refused it. */
export function valueIn<Value extends string>(values: readonly Value[], text: string | undefined): Value {
  const value = values.find((each) => each === text);
  if (value === undefined) throw new Error('a choice that its field does not have');
  return value;
}

/** The values that a checked field of several choices stands for, each once; a client puts commas between them. */
export function severalIn(text = ''): readonly string[] {
  return text === '' ? [] : [...new Set(text.split(','))];
}

/** '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit): Die Arbeit geht nur auf Umwegen, etwa: …'. */
export const faultClassChoices: readonly Choice[] = faultClasses.map((faultClass) => ({
  title: `${faultClassLabel(faultClass)} (${formatReactionTime(faultClass)}): ${faultClassMeanings[faultClass]}`,
  value: String(faultClass),
}));

/** The class that a checked choice stands for. */
export function faultClassIn(text: string | undefined): FaultClass {
  const faultClass = parseFaultClass(text ?? '');
  if (faultClass === undefined) throw new Error('a class that its field does not have');
  return faultClass;
}
