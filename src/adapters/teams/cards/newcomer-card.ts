import type { NewcomerToTell } from '../../../app/ports/messenger';
import { newcomerText, newcomerWords } from '../../../texts/newcomers.de';
import { notHereText, notMentionedText } from '../../../texts/reminders.de';
import type { View } from '../../../texts/view';
import { primary, recordButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { type Mentioned, mentionsOf } from './card-mentions';
import type { DialogMode } from './dialog-mode';
import { expandCard } from './expand';
import { memberKey } from './member-key';
import { shortened } from './typed-text';

/** As much of a name as tells who it is; UTF-16 units. */
const longestName = 80;

export interface NewcomerCardInput {
  readonly newcomer: NewcomerToTell;
  readonly mentioned: readonly Mentioned[];
  /** Names of those who are not in the roster. */
  readonly notHere: readonly string[];
  /** Names of those who cannot be mentioned, because Teams gave no roster. */
  readonly notMentioned: readonly string[];
  readonly view: View;
  readonly mode: DialogMode;
}

/** Somebody wants to be taken in: for the process owners, who may do it. */
export function renderNewcomerCard(input: NewcomerCardInput): AdaptiveCardJson {
  const { newcomer, mentioned, notHere, notMentioned, view, mode } = input;
  const { name, places } = newcomer;
  const mentions = mentionsOf(mentioned);
  return expandCard('newcomer.card', {
    heading: newcomerWords.heading,
    ...(mentions.length === 0 ? {} : { mentions: mentions.map(({ text }) => text).join(', ') }),
    ...(notMentioned.length === 0 ? {} : { notMentioned: notMentionedText(notMentioned) }),
    entities: mentions,
    text: newcomerText(name && shortened(name, longestName), places, view),
    ...(notHere.length === 0 ? {} : { notHere: notHereText(notHere) }),
    buttons: [primary(recordButton(newcomerWords.takeIn, 'person', mode, memberKey(newcomer)))],
  });
}
