import type { View } from '../../../texts/view';
import { actionNames } from '../../../texts/actions.de';
import { templateWords } from '../../../texts/template-words.de';
import type { DialogMode } from './dialog-mode';
import { primary, reportButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';

/** "Störung melden": the card whose button opens the form. */
export function renderReportStartCard({
  view,
  mode,
  held,
  intro = templateWords.reportIntro,
}: {
  readonly view: View;
  readonly mode: DialogMode;
  /** What the form begins with, packed. */
  readonly held?: string | undefined;
  readonly intro?: string | undefined;
}): AdaptiveCardJson {
  return expandCard('report-start.card', {
    hotline: view.installation.hotline,
    intro,
    buttons: [primary(reportButton(actionNames.reportFault, mode, held))],
  });
}
