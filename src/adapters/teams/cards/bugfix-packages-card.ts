import { cardWords } from '../../../texts/card-words.de';
import { releasesText } from '../../../texts/card-sentences.de';
import { furtherOpenedText, openedByText, packageAccessWords } from '../../../texts/package-access.de';
import type { View } from '../../../texts/view';
import type { PublishedNotice } from '../../../app/ports/release-notice-store';
import { defined } from '../../../defined';
import type { Contract } from '../../../domain/organisation/installation';
import { localDayAt } from '../../../domain/reaction/service-day';
import { commandNames } from '../../../texts/commands.de';
import { pressButton } from './buttons';
import { fits } from './card-room';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines, type Section } from './labelled-lines';
import { listPager, pageOf, pageText } from './pager';
import { shortened, typedLine } from './typed-text';

/** More would neither be read nor fit into a card. */
export const maxPackagesListed = 8;

/** UTF-16 units of a text and of a module's name, and how many contracts stand above the packages. */
interface Room {
  readonly text: number;
  readonly name: number;
  readonly contracts: number;
}

/** The first that fits is taken. */
const rooms: readonly Room[] = [
  { text: 300, name: 200, contracts: 10 },
  { text: 150, name: 60, contracts: 10 },
];
const leastRoom: Room = { text: 80, name: 40, contracts: 5 };

export interface BugfixPackagesInput {
  /** Of this page, newest first. */
  readonly released: readonly PublishedNotice[];
  readonly total: number;
  /** Counted from 1. */
  readonly page: number;
  /** The operator's that are valid today: what they open stands at the top (process 8). */
  readonly contracts: readonly Contract[];
  readonly view: View;
}

/** "Bugfix-Pakete": what was released for an operator's modules, with the package reference (process 6). */
export function renderBugfixPackagesCard(input: BugfixPackagesInput): AdaptiveCardJson {
  const room = rooms.find((each) => fits(cardIn(input, each))) ?? leastRoom;
  return cardIn(input, room);
}

function cardIn(
  { released, total, page, contracts, view }: BugfixPackagesInput,
  room: Room,
): AdaptiveCardJson {
  const shown = pageOf(page, total, maxPackagesListed);
  const note = pageText(shown);
  const opened = shown.page === 1 ? contracts : [];
  return renderLabelledLines(
    {
      heading: commandNames.bugfixPackages,
      intro: introText(total),
      sections: [
        ...openedSection(opened, room, view),
        ...released.slice(0, maxPackagesListed).map((notice) => sectionOf(notice, room, view)),
      ],
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

function openedSection(
  contracts: readonly Contract[],
  { name, contracts: most }: Room,
  view: View,
): readonly Section[] {
  if (contracts.length === 0) return [];
  const { day: today } = localDayAt(view.installation.calendars, view.now);
  const lines = contracts.slice(0, most).map((contract) => ({
    label: shortened(view.module(contract.module), name),
    text: openedByText(contract, today, view),
  }));
  const left = contracts.length - lines.length;
  const further = { label: packageAccessWords.further, text: furtherOpenedText(left) };
  return [{ title: packageAccessWords.ownContracts, lines: left === 0 ? lines : [...lines, further] }];
}

function sectionOf(notice: PublishedNotice, { text, name }: Room, view: View): Section {
  return {
    title: shortened(view.module(notice.module), name),
    lines: [
      ...typedLine(cardWords.fixedIn, notice.fixVersion, text),
      ...typedLine(cardWords.fixes, notice.text, text),
      ...typedLine(cardWords.package, notice.packageReference, text),
      { label: cardWords.released, text: view.time(notice.releasedAt) },
    ],
  };
}
