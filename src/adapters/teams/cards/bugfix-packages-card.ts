import { cardWords } from '../../../texts/card-words.de';
import { releasesText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { PublishedNotice } from '../../../app/ports/release-notice-store';
import { defined } from '../../../defined';
import { commandNames } from '../../../texts/commands.de';
import { pressButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines, type Section } from './labelled-lines';
import { listPager, pageOf, pageText } from './pager';
import { typedLine } from './typed-text';

/** More would neither be read nor fit into a card. */
export const maxPackagesListed = 8;
const maxTextLength = 300;

export interface BugfixPackagesInput {
  /** Of this page, newest first. */
  readonly released: readonly PublishedNotice[];
  readonly total: number;
  /** Counted from 1. */
  readonly page: number;
  readonly view: View;
}

/** "Bugfix-Pakete": what was released for an operator's modules, with the package reference (process 6). */
export function renderBugfixPackagesCard({
  released,
  total,
  page,
  view,
}: BugfixPackagesInput): AdaptiveCardJson {
  const shown = pageOf(page, total, maxPackagesListed);
  const note = pageText(shown);
  return renderLabelledLines(
    {
      heading: commandNames.bugfixPackages,
      intro: introText(total),
      sections: released.slice(0, maxPackagesListed).map((notice) => sectionOf(notice, view)),
      ...defined({ note }),
    },
    [
      ...listPager('released', shown),
      pressButton(commandNames.contract, 'list', { do: 'list', list: 'ownContracts', page: 1 }),
    ],
  );
}

function introText(total: number): string {
  if (total === 0) return cardWords.nothingReleased;
  return total === 1 ? cardWords.oneRelease : releasesText(total);
}

function sectionOf(notice: PublishedNotice, view: View): Section {
  return {
    title: view.module(notice.module),
    lines: [
      ...typedLine(cardWords.fixedIn, notice.fixVersion, maxTextLength),
      ...typedLine(cardWords.fixes, notice.text, maxTextLength),
      ...typedLine(cardWords.package, notice.packageReference, maxTextLength),
      { label: cardWords.released, text: view.time(notice.releasedAt) },
    ],
  };
}
