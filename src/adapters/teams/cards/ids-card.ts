import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines } from './labelled-lines';

/** What Teams says about the writer and the conversation; absent where Teams did not say it. */
export interface WriterIds {
  readonly tenant?: string | undefined;
  readonly objectId?: string | undefined;
  /** The id of the form '29:…'. */
  readonly teamsId?: string | undefined;
  readonly conversation: string;
  /** The team's group id. */
  readonly team?: string | undefined;
  readonly hostingTenant?: string | undefined;
  readonly serviceUrl: string;
}

/** "Kennungen": what a first installation's organisation file is filled in from; answered to everybody. */
export function renderIdsCard(ids: WriterIds): AdaptiveCardJson {
  const line = (label: string, text: string | undefined) => ({
    label,
    text: text ?? 'von Teams nicht genannt',
  });
  return renderLabelledLines({
    heading: 'Kennungen',
    intro: 'Für die Organisationsdatei einer Installation.',
    sections: [
      {
        title: 'Sie',
        lines: [
          line('Tenant', ids.tenant),
          line('Objektkennung (Entra)', ids.objectId),
          line('Teams-Kennung', ids.teamsId),
        ],
      },
      {
        title: 'Diese Unterhaltung',
        lines: [
          line('Unterhaltung', ids.conversation),
          ...(ids.team === undefined ? [] : [line('Team (Gruppenkennung)', ids.team)]),
          ...(ids.hostingTenant === undefined ? [] : [line('Tenant der Unterhaltung', ids.hostingTenant)]),
          line('Service-URL', ids.serviceUrl),
        ],
      },
    ],
  });
}
