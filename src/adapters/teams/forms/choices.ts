import { type FaultClass, faultClasses, parseFaultClass } from '../../../domain/reaction/fault-class';
import { faultClassNames } from '../../../texts/labels.de';
import { formatReactionTime } from '../../../texts/german-time';
import type { Choice } from './field';

/** As many as people find their way in; what is left out comes once some of them are done. */
export const maxChoices = 60;

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

/** '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit)'. */
export const faultClassChoices: readonly Choice[] = faultClasses.map((faultClass) => ({
  title: `${faultClass} – ${faultClassNames[faultClass]} (${formatReactionTime(faultClass)})`,
  value: String(faultClass),
}));

/** The class that a checked choice stands for. */
export function faultClassIn(text: string | undefined): FaultClass {
  const faultClass = parseFaultClass(text ?? '');
  if (faultClass === undefined) throw new Error('a class that its field does not have');
  return faultClass;
}
