import { commandNames } from '../../../texts/commands.de';
import { recordTexts } from '../../../texts/records.de';
import { pressButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import type { RecordList } from './payload';

/** "Organisation": leads to the lists of records. */
export function renderOrganisationCard(
  lists: readonly { readonly list: RecordList; readonly title: string }[],
): AdaptiveCardJson {
  return expandCard('choices.card', {
    heading: commandNames.organisation,
    text: recordTexts.whichList,
    buttons: lists.map(({ list, title }) => pressButton(title, 'list', { do: 'list', list, page: 1 })),
  });
}
