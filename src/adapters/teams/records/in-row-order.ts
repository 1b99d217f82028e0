import type { RecordRow } from './record-list';

/** By what is shown of them; what is over comes last, as nobody changes it. */
export function inRowOrder(
  rows: readonly { readonly isOver: boolean; readonly row: RecordRow }[],
): readonly RecordRow[] {
  return rows
    .toSorted(
      (one, other) =>
        Number(one.isOver) - Number(other.isOver) || byName.compare(one.row.text, other.row.text),
    )
    .map(({ row }) => row);
}

/** Made once: a list has hundreds of names. */
const byName = new Intl.Collator('de', { numeric: true });
