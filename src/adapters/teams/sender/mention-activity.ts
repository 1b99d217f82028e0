import type { Activity } from 'botbuilder';

/** Somebody to be named in a message: mentioned where they are in the roster, else plainly, because they are absent or Teams does not say. */
export type Named =
  | { readonly member: { readonly id: string; readonly name: string } }
  | { readonly name: string; readonly because?: 'absent' | 'unknown' };

/** How the text says the name; it must be the same in the mention's entity. */
export function namePart(named: Named): string {
  return 'member' in named ? `<at>${escaped(named.member.name)}</at>` : escaped(named.name);
}

/** A message whose text holds the parts made by `namePart`, with the entities that make them mentions. */
export function mentionActivity(text: string, named: readonly Named[]): Partial<Activity> {
  const entities = named.flatMap((each) =>
    'member' in each
      ? [{ type: 'mention', text: namePart(each), mentioned: { id: each.member.id, name: each.member.name } }]
      : [],
  );
  return { type: 'message', textFormat: 'xml', text, entities };
}

/** Names are data: nothing in one may become markup. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The names as a reminder's card tells them. */
export function calledBy(named: readonly Named[]) {
  const because = (why: 'absent' | 'unknown') =>
    named.flatMap((each) => ('because' in each && each.because === why ? [each.name] : []));
  return {
    mentioned: named.flatMap((each) => ('member' in each ? [each.member] : [])),
    notHere: because('absent'),
    notMentioned: because('unknown'),
  };
}
