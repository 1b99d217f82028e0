import { type Lane, placesIn } from '../../../app/messages/lane';
import type { CardContent } from '../../../app/ports/messenger';
import { noticeFor } from '../../../domain/ticket/release/release-notice';
import { dailyDigestHeading } from '../../../texts/digest.de';
import {
  accessTaskSummary,
  digestSummary,
  noticeSummary,
  onboardingSummary,
  pointerSummary,
  sentenceSummary,
  ticketSummary,
  withdrawnSummary,
} from '../../../texts/summaries.de';
import { handedOverTexts } from '../../../texts/handed-over.de';
import type { View } from '../../../texts/view';
import type { DialogMode } from '../cards/dialog-mode';
import { renderAccessTaskCard } from '../cards/access-task-card';
import { renderDigestCard } from '../cards/digest-card';
import { messageLink } from '../cards/message-link';
import { renderNotice } from '../cards/notice-card';
import { renderOnboardingCard } from '../cards/onboarding-card';
import { renderReleaseNoticeCard } from '../cards/notice-release-card';
import { renderPointerCard, renderTicketCard, renderWithdrawnCard } from '../cards/ticket-card';
import { type CardActivity, cardMessage } from '../sdk/answers';

/** What a card shows in a lane, as the activity that Teams is sent. */
export function cardActivityOf(content: CardContent, lane: Lane, view: View, mode: DialogMode): CardActivity {
  if (content.kind === 'withdrawn') {
    return cardMessage(renderWithdrawnCard(content.number), withdrawnSummary(content.number));
  }
  if (content.kind === 'pointer') {
    const { proof } = content;
    const { ticket, subject, activityId } = content.tracked;
    const link = lane.kind === 'channel' ? messageLink(lane.address, activityId) : undefined;
    return cardMessage(renderPointerCard({ ticket, proof, subject, link }), pointerSummary(ticket, subject));
  }
  if (content.kind === 'notice') {
    const { record, operator } = content;
    const confirmed = noticeFor(record.ticket, operator)?.confirmed !== undefined;
    const summary = noticeSummary(record.ticket, confirmed, view);
    return cardMessage(renderReleaseNoticeCard({ record, operator, view, mode }), summary);
  }
  if (content.kind === 'digest') {
    const { digest, cards } = content;
    const link = (number: string) => {
      const card = cards.get(number);
      return lane.kind === 'channel' && card !== undefined ? messageLink(lane.address, card) : undefined;
    };
    const heading = dailyDigestHeading;
    return cardMessage(renderDigestCard({ heading, digest, view, link }), digestSummary(heading, digest));
  }
  if (content.kind === 'accessTask') {
    const { task } = content;
    return cardMessage(renderAccessTaskCard({ task, view, mode }), accessTaskSummary(task, view));
  }
  if (content.kind === 'onboarding') {
    const { onboarding } = content;
    const card = renderOnboardingCard({ onboarding, places: placesIn(view.installation, lane), view, mode });
    return cardMessage(card, onboardingSummary(onboarding, view));
  }
  if (content.kind === 'withdrawnRecord') {
    const text = handedOverTexts[content.of.kind];
    return cardMessage(renderNotice(text), sentenceSummary(text));
  }
  const { record, place, problems, readable } = content;
  const card = renderTicketCard({ record, place, problems, readable, view, mode });
  return cardMessage(card, ticketSummary(record.ticket, view));
}
