import type { PublishedNotice } from '../../../app/ports/release-notice-store';
import { defined } from '../../../defined';
import type { Installation } from '../../../domain/organisation/installation';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import { formatInstant } from '../../../texts/german-time';
import { commandNames } from '../../../texts/commands.de';
import { moduleName } from '../../../texts/parties.de';
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
  readonly installation: Installation;
}

/** "Bugfix-Pakete": what was released for an operator's modules, with the package reference (process 6). */
export function renderBugfixPackagesCard({
  released,
  total,
  page,
  installation,
}: BugfixPackagesInput): AdaptiveCardJson {
  const shown = pageOf(page, total, maxPackagesListed);
  const note = pageText(shown);
  return renderLabelledLines(
    {
      heading: commandNames.bugfixPackages,
      intro: introText(total),
      sections: released.slice(0, maxPackagesListed).map((notice) => sectionOf(notice, installation)),
      ...defined({ note }),
    },
    listPager('released', shown),
  );
}

function introText(total: number): string {
  if (total === 0) return 'Für Ihre Module wurde noch nichts freigegeben.';
  return total === 1
    ? 'Eine Freigabe für Ihre Module.'
    : `${total} Freigaben für Ihre Module, die neueste zuerst.`;
}

function sectionOf(notice: PublishedNotice, installation: Installation): Section {
  const { zone } = calendarAt(installation.calendars, notice.releasedAt).calendar;
  return {
    title: moduleName(installation, notice.module),
    lines: [
      ...typedLine('Behoben in Version', notice.fixVersion, maxTextLength),
      ...typedLine('Behebt', notice.text, maxTextLength),
      ...typedLine('Paket', notice.packageReference, maxTextLength),
      { label: 'Freigegeben', text: formatInstant(notice.releasedAt, zone) },
    ],
  };
}
