import type { AccessTask } from '../../../domain/organisation/installation';
import { isOpen } from '../../../domain/organisation/package-access';
import { accessTaskKind } from '../../../texts/access-tasks.de';
import { accessTaskFacts } from '../../../texts/package-access.de';
import { recordTexts } from '../../../texts/records.de';
import type { View } from '../../../texts/view';
import { primary, recordButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import type { DialogMode } from './dialog-mode';
import { renderLabelledLines } from './labelled-lines';

export interface AccessTaskCardInput {
  readonly task: AccessTask;
  readonly view: View;
  readonly mode: DialogMode;
}

/** What the platform maintainer has to do in a package repository, or has done (process 8). Names stand in the lines, where nothing in them is markup. */
export function renderAccessTaskCard({ task, view, mode }: AccessTaskCardInput): AdaptiveCardJson {
  const isDone = recordButton(recordTexts.accessDone, 'accessDone', mode, task.id);
  return renderLabelledLines(
    { heading: accessTaskKind(task), sections: [{ lines: accessTaskFacts(task, view) }] },
    isOpen(task) ? [primary(isDone)] : [],
  );
}
