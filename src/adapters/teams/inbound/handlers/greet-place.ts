import type { SettingStore } from '../../../../app/ports/setting-store';
import type { Place } from '../../../../domain/organisation/place';
import { roleOfPlace } from '../../../../domain/ticket/access';
import { greetings } from '../../../../texts/bot-answers.de';
import { commandNames } from '../../../../texts/commands.de';
import { titleSummary } from '../../../../texts/summaries.de';
import { templateWords } from '../../../../texts/template-words.de';
import { renderChoices } from '../../cards/choices-card';
import type { DialogMode } from '../../cards/dialog-mode';
import type { Conversation } from '../conversation';
import type { Answer, BotDeps } from '../turn';
import { notice } from './plain-answers';

/** What the bot says where it comes into a channel: to operators what they can do, to the others a line; elsewhere nothing. */
export function greetingIn(places: readonly Place[], mode: DialogMode): Answer | undefined {
  const [place] = places;
  if (place === undefined) return undefined;
  const text = greetings[roleOfPlace(place)];
  if (place.kind !== 'organisation') return notice(text);
  const { reportFault, openTickets, help } = commandNames;
  return {
    kind: 'page',
    title: templateWords.product,
    summary: titleSummary(text),
    card: renderChoices({
      heading: templateWords.product,
      text,
      commands: [reportFault, openTickets, help],
      mode,
    }),
  };
}

/**
 * Greets a place if no process has before: Teams tells of an arrival by several events, several times. Rejects where
 * nothing was said; whoever is told next tries again.
 */
export async function greetOnce(
  { settings, newNonce }: Pick<BotDeps, 'newNonce'> & { readonly settings: SettingStore },
  { id }: Conversation,
  greet: () => Promise<unknown>,
): Promise<void> {
  const name = `greeted:${id}`;
  const mine = newNonce();
  const before = await settings.readOrWrite(name, mine);
  if (before !== mine && before !== '') return;
  if (before === '') await settings.write(name, mine);
  try {
    await greet();
  } catch (error) {
    await settings.write(name, '');
    throw error;
  }
}
