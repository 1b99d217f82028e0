import type { AccessTask } from '../../../domain/organisation/installation';
import { accessTaskLines, accessTaskTitle } from '../../../texts/access-tasks.de';
import type { View } from '../../../texts/view';
import type { AdaptiveCardJson } from './card-json';
import type { DialogMode } from './dialog-mode';
import { renderLabelledLines } from './labelled-lines';

export interface AccessTaskCardInput {
  readonly task: AccessTask;
  readonly view: View;
  readonly mode: DialogMode;
}

/** What the platform maintainer has to do in a package repository, or has done (process 8). */
export function renderAccessTaskCard({ task, view }: AccessTaskCardInput): AdaptiveCardJson {
  return renderLabelledLines({
    heading: accessTaskTitle(task, view),
    sections: [{ lines: accessTaskLines(task, view) }],
  });
}
