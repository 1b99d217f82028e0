import type { PlaceView } from '../../src/simulator/people/place-view';
import type { ShownCard } from '../../src/simulator/people/shown-card';

/** Asks for "Organisation". */
export async function asksForOrganisation(view: PlaceView): Promise<ShownCard> {
  await view.writes(view.conversation.kind === 'personal' ? 'Organisation' : '@Software-Pflege Organisation');
  return view.card('Jede Änderung wird festgehalten');
}

/** Asks for it and goes to one of its lists. */
export async function asksForList(view: PlaceView, list: string): Promise<ShownCard> {
  await (await asksForOrganisation(view)).press(list);
  return view.card(list);
}

/** The list with what is searched for. */
export async function searches(view: PlaceView, list: string, words: string): Promise<ShownCard> {
  const card = await asksForList(view, list);
  await card.fill({ Suchen: words }).press('Suchen');
  return view.card(list);
}
