import type { NewcomerToTell } from '../../../app/ports/messenger';
import { newcomerText, newcomerWords } from '../../../texts/newcomers.de';
import type { View } from '../../../texts/view';
import { primary, recordButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { type CalledPeople, namingData } from './card-mentions';
import type { DialogMode } from './dialog-mode';
import { expandCard } from './expand';
import { memberKey } from './member-key';
import { shortened } from './typed-text';

/** As much of a name as tells who it is; UTF-16 units. */
const longestName = 80;

export interface NewcomerCardInput extends CalledPeople {
  readonly newcomer: NewcomerToTell;
  readonly view: View;
  readonly mode: DialogMode;
}

/** Somebody wants to be taken in: for the process owners, who may do it. */
export function renderNewcomerCard(input: NewcomerCardInput): AdaptiveCardJson {
  const { newcomer, view, mode } = input;
  const { name, places } = newcomer;
  return expandCard('newcomer.card', {
    heading: newcomerWords.heading,
    text: newcomerText(name && shortened(name, longestName), places, view),
    ...namingData(input),
    buttons: [primary(recordButton(newcomerWords.takeIn, 'person', mode, memberKey(newcomer)))],
  });
}
