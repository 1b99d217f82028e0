import type { AccessTask } from '../../../domain/organisation/installation';
import { accessOwner, accessTaskKind } from '../../../texts/access-tasks.de';
import { furtherTasks } from '../../../texts/further.de';
import { accessCallHeading, accessDueText } from '../../../texts/package-access.de';
import { recordTexts } from '../../../texts/records.de';
import type { View } from '../../../texts/view';
import { pressButton } from './buttons';
import { renderCallCard } from './call-card';
import type { CalledPeople } from './card-mentions';
import type { AdaptiveCardJson } from './card-json';

/** Several tasks of package access at once: for the platform maintainers, who find all of them in the list (process 8). */
export function renderAccessCallCard({
  tasks,
  called,
  view,
}: {
  readonly tasks: readonly AccessTask[];
  readonly called: CalledPeople;
  readonly view: View;
}): AdaptiveCardJson {
  return renderCallCard({
    called,
    heading: accessCallHeading(tasks.length),
    rows: tasks
      .toSorted((one, other) => one.since - other.since)
      .map((task) => ({
        names: [accessOwner(task, view), view.module(task.module)],
        details: [`${accessTaskKind(task)}, ${accessDueText(task, view)}`],
      })),
    further: furtherTasks,
    button: pressButton(recordTexts.accessTasks, 'list', { do: 'list', list: 'accessTasks', page: 1 }),
  });
}
