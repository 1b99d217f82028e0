import { orderAt } from './delivery-policy';
import { laneKey, lanesOf } from './messages/lane';
import { changesWithBefore, organisationEffects } from './organisation-effects';
import type { DeliveryStore, NewDelivery } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { SettingStore } from './ports/setting-store';
import type { RecordedDirectory } from './recorded-directory';

export interface RelayOrganisationDeps {
  readonly recorded: Pick<RecordedDirectory, 'changes'>;
  readonly directory: Directory;
  readonly deliveries: Pick<DeliveryStore, 'enqueue'>;
  readonly settings: Pick<SettingStore, 'read' | 'write'>;
}

/** Up to which change of the organisation the effects are due. */
const settingName = 'organisationEffects';

/**
 * Turns the changes of the organisation into deliveries under deterministic ids, in order; which ones it has come to is
 * noted last. If interrupted, or done by two processes, it means the same deliveries. Cheap when there is nothing new.
 */
export function createOrganisationRelay(deps: RelayOrganisationDeps): () => Promise<void> {
  let relayed: number | undefined;
  return async () => {
    const changes = deps.recorded.changes();
    const last = changes.at(-1)?.version ?? 0;
    relayed ??= Number((await deps.settings.read(settingName)) ?? 0);
    if (last <= relayed) return;
    const due = changesWithBefore(changes, relayed).flatMap(({ change, before }) =>
      organisationEffects(change, before).flatMap(({ id, effect }, index) =>
        lanesOf(deps.directory.installation(), effect.place).map((lane): NewDelivery => ({
          id: `${id}@${laneKey(lane)}`,
          effect,
          lane,
          order: `${orderAt(change.at)}:organisation:${pad(change.version)}:${pad(index)}`,
          status: 'due',
        })),
      ),
    );
    await deps.deliveries.enqueue(due);
    await deps.settings.write(settingName, String(last));
    relayed = last;
  };
}

function pad(value: number): string {
  return String(value).padStart(6, '0');
}
