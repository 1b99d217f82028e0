import { defined } from '../../../defined';
import { cardWords } from '../../../texts/card-words.de';
import { newcomerWords } from '../../../texts/newcomers.de';
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
  /** The process owners are told that the writer wants to be taken in. */
  readonly isTold?: boolean;
}

/** "Kennungen": what a first installation's organisation file is filled in from; answered to everybody. */
export function renderIdsCard(ids: WriterIds): AdaptiveCardJson {
  const line = (label: string, text: string | undefined) => ({
    label,
    text: text ?? cardWords.notTold,
  });
  return renderLabelledLines({
    heading: cardWords.ids,
    intro: cardWords.idsIntro,
    ...defined({ note: ids.isTold === true ? newcomerWords.toldOwners : undefined }),
    sections: [
      {
        title: cardWords.you,
        lines: [
          line(cardWords.tenant, ids.tenant),
          line(cardWords.objectId, ids.objectId),
          line(cardWords.teamsId, ids.teamsId),
        ],
      },
      {
        title: cardWords.thisConversation,
        lines: [
          line(cardWords.conversation, ids.conversation),
          ...(ids.team === undefined ? [] : [line(cardWords.team, ids.team)]),
          ...(ids.hostingTenant === undefined ? [] : [line(cardWords.conversationTenant, ids.hostingTenant)]),
          line(cardWords.serviceUrl, ids.serviceUrl),
        ],
      },
    ],
  });
}
