import type { PlaceView } from '../../src/simulator/people/place-view';

/** What called people in a place: whom, and what it says. */
export function calls(
  view: PlaceView,
): readonly { readonly mentions: readonly string[]; readonly text: string }[] {
  return view.shows().flatMap(({ mentions, text }) => (mentions.length === 0 ? [] : [{ mentions, text }]));
}
