import { cardWords } from '../../../texts/card-words.de';
import { confirmedByText, onYourWordText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { OrganisationId } from '../../../domain/organisation/installation';
import { noticeFor, type ReleaseNotice } from '../../../domain/ticket/release/release-notice';
import { reportingWayNames } from '../../../texts/labels.de';
import { actionNames } from '../../../texts/actions.de';
import type { DialogMode } from './dialog-mode';
import type { LabelledText } from './labelled-text';
import { actButton, onTrackedCard, primary, refreshing } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines } from './labelled-lines';
import { typedLine } from './typed-text';
import { textLimits } from '../../../domain/ticket/text-limits';

export interface ReleaseNoticeInput {
  readonly record: TicketRecord;
  /** The affected operator whose place the card is in; one without a notice is an error. */
  readonly operator: OrganisationId;
  readonly view: View;
  readonly mode: DialogMode;
}

/**
 * What an affected operator is told about a fix (process 6). The ticket may be somebody else's: nothing of it is shown
 * but the release, not even its number, and of a security-relevant one only what the dispatcher wrote for it (process 10).
 */
export function renderReleaseNoticeCard({
  record: { ticket },
  operator,
  view,
}: ReleaseNoticeInput): AdaptiveCardJson {
  const { release, securityRelevant, module } = ticket;
  const notice = noticeFor(ticket, operator);
  if (release === undefined || notice === undefined) {
    throw new Error(`${ticket.number} owes ${operator} no release notice`);
  }
  const fix = [
    ...typedLine(cardWords.fixedIn, release.fixVersion, textLimits.fixVersion),
    ...typedLine(cardWords.package, release.packageReference, textLimits.packageReference),
  ];
  return renderLabelledLines(
    {
      ...refreshing(ticket, 'notice'),
      heading: cardWords.releaseNotice,
      intro: cardWords.noticeIntro,
      sections: [
        {
          lines: [
            { label: cardWords.module, text: view.module(module) },
            ...typedLine(cardWords.fixes, release.text, textLimits.noticeText),
            ...(securityRelevant ? [] : fix),
            confirmationLine(notice, view),
          ],
        },
      ],
    },
    notice.confirmed === undefined
      ? onTrackedCard([primary(actButton(actionNames.confirmNotice, 'confirmNotice', ticket))], 'notice')
      : [],
  );
}

function confirmationLine({ confirmed }: ReleaseNotice, view: View): LabelledText {
  if (confirmed === undefined) {
    return {
      label: cardWords.status,
      text: cardWords.pleaseConfirm,
    };
  }
  const { by, at, onBehalf } = confirmed;
  const word = onBehalf === undefined ? '' : onYourWordText(reportingWayNames[onBehalf.way]);
  return {
    label: cardWords.read,
    text: confirmedByText(view.person(by), word, view.time(at)),
  };
}
