import type { Activity } from 'botbuilder';
import { sentenceSummary } from '../../../texts/summaries.de';
import { escaped, mentionText } from '../cards/mention-text';

/** Somebody to be named in a message: mentioned where they are in the roster, else plainly, because they are absent or Teams does not say. */
export type Named =
  | { readonly member: { readonly id: string; readonly name: string } }
  | { readonly name: string; readonly because?: 'absent' | 'unknown' };

/** How the text says the name; it must be the same in the mention's entity. */
function namePart(named: Named): string {
  return 'member' in named ? `<at>${escaped(named.member.name)}</at>` : escaped(named.name);
}

/** The sentence said to these people, with the entities that make their names mentions; its summary is the sentence alone. */
export function mentionActivity(sentence: string, named: readonly Named[]): Partial<Activity> {
  const text = mentionText(sentence, named.map(namePart));
  const entities = named.flatMap((each) =>
    'member' in each
      ? [{ type: 'mention', text: namePart(each), mentioned: { id: each.member.id, name: each.member.name } }]
      : [],
  );
  return { type: 'message', textFormat: 'xml', text, summary: sentenceSummary(sentence), entities };
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
