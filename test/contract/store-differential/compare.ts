import { EJSON } from 'bson';
import type { Collection, Document } from 'mongodb';
import type { Operation } from './operations';
import { contents, type Outcome, play } from './play';

/** Same values whatever the number type and the order of fields: all that mongo-java-server is good for. */
function loosely(shown: string): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([name, field]) => [name, sorted(field)]));
  };
  return JSON.stringify(sorted(EJSON.parse(shown)));
}

/** 10141 is what MongoDB said in older days to `$push` and its kind on something that is not an array. */
const code = (outcome: Outcome): unknown => (outcome.code === 10141 ? 2 : outcome.code);

function view(outcome: Outcome, exact: boolean): unknown {
  if (exact) return outcome;
  if (outcome.result === undefined) return { ...outcome, code: code(outcome) };
  return { ...outcome, result: loosely(outcome.result) };
}

/** Plays a sequence to both and expects the same answers and, after each, the same documents. */
export async function expectSameOutcomes(
  [one, other]: readonly [Collection<Document>, Collection<Document>],
  operations: readonly Operation[],
  exact: boolean,
): Promise<void> {
  for (const operation of operations) {
    const [mine, theirs] = [await play(one, operation), await play(other, operation)];
    expect({ operation, ...Object(view(mine, exact)) }).toEqual({
      operation,
      ...Object(view(theirs, exact)),
    });
    // What a refused updateMany has changed before depends on the order it met the documents in.
    if (operation.kind === 'updateMany' && mine.code !== undefined) return;
    const [ours, its] = [await contents(one), await contents(other)];
    expect(exact ? ours : ours.map(loosely)).toEqual(exact ? its : its.map(loosely));
  }
}
