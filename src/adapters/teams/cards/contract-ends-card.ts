import type { Place } from '../../../domain/organisation/place';
import { localDayAt } from '../../../domain/reaction/service-day';
import { commandNames } from '../../../texts/commands.de';
import {
  contractEndsHeading,
  contractEndsText,
  type EndingContract,
  endingContractName,
  endingContractTexts,
} from '../../../texts/contract-ends.de';
import { furtherContracts } from '../../../texts/further.de';
import { recordTexts } from '../../../texts/records.de';
import type { View } from '../../../texts/view';
import { pressButton } from './buttons';
import { renderCallCard } from './call-card';
import type { CalledPeople } from './card-mentions';
import type { AdaptiveCardJson } from './card-json';

/** Contracts that end: for those who can do something about it (process 8). */
export function renderContractEndsCard({
  ends,
  place,
  called,
  view,
}: {
  /** In the order in which they are shown. */
  readonly ends: readonly EndingContract[];
  readonly place: Place;
  readonly called: CalledPeople;
  readonly view: View;
}): AdaptiveCardJson {
  const { day: today } = localDayAt(view.installation.calendars, view.now);
  const [title, list] =
    place.kind === 'organisation'
      ? ([commandNames.contract, 'ownContracts'] as const)
      : ([recordTexts.contracts, 'contracts'] as const);
  return renderCallCard({
    called,
    heading: contractEndsHeading(ends.length),
    intro: contractEndsText(ends.length, place),
    rows: ends.map((contract) => ({
      names: endingContractName(contract, place, view),
      details: endingContractTexts(contract, today),
    })),
    further: furtherContracts,
    button: pressButton(title, 'list', { do: 'list', list, page: 1 }),
  });
}
