import type { View } from '../../../texts/view';
import { actionNames } from '../../../texts/actions.de';
import type { DialogMode } from './dialog-mode';
import { openButton, primary } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';

/** "Störung melden": the card whose button opens the form. */
export function renderReportStartCard({
  view,
  mode,
}: {
  readonly view: View;
  readonly mode: DialogMode;
}): AdaptiveCardJson {
  return expandCard('report-start.card', {
    hotline: view.installation.hotline,
    buttons: [primary(openButton(actionNames.reportFault, 'reportFault', mode))],
  });
}
