import { channelsOfPlaces, conversationToAsk } from '../../../../../app/conversations-to-ask';
import { defined } from '../../../../../defined';
import { knownLike, type Member, newcomersAmong } from '../../../../../domain/organisation/newcomers';
import { newcomerWords } from '../../../../../texts/newcomers.de';
import { recordTexts } from '../../../../../texts/records.de';
import { listed } from '../../../../../texts/parties.de';
import type { View } from '../../../../../texts/view';
import { recordButton } from '../../../cards/buttons';
import type { CardPart } from '../../../cards/card-json';
import { memberKey } from '../../../cards/member-key';
import type { Page } from '../../../cards/pager';
import type { BotDeps } from '../../turn';
import { viewHere } from '../../view-here';
import { type Asked, foundRows } from './found-rows';

/** A page of those who are in a channel and nobody yet. */
export interface NewcomerList extends Page {
  readonly heading: string;
  readonly list: 'newcomers';
  readonly note?: string;
  readonly search: { readonly value: string };
  /** The channels that the bot knows, and which of them is shown. */
  readonly filter: {
    readonly id: 'channel';
    readonly label: string;
    readonly choices: readonly { readonly title: string; readonly value: string }[];
    readonly value: string;
  };
  readonly rows: readonly {
    readonly text: string;
    readonly details: readonly string[];
    readonly buttons: readonly CardPart[];
  }[];
  readonly kept: Readonly<Record<string, string>>;
}

/**
 * Whom the process owner may take in without typing an id (process 1): the members of one of the channels that the bot
 * serves, of the first where none of them is named. Whether the reader may see it, the caller has to ask.
 */
export async function listNewcomers(
  deps: Pick<BotDeps, 'directory' | 'clock' | 'conversations' | 'rosters' | 'mode'>,
  asked: Asked,
): Promise<NewcomerList> {
  const installation = deps.directory.installation();
  const view = viewHere(deps);
  const { channel } = asked.kept ?? asked;
  const choices = channelsOfPlaces(installation).map(({ address, places }) => ({
    title: listed(places.map((place) => view.placeName(place))),
    value: address.conversation,
  }));
  const conversation =
    choices.find(({ value }) => value === channel)?.value ?? installation.dispatchChannel.conversation;
  const toAsk = await conversationToAsk(deps, conversation);
  const members = toAsk && (await deps.rosters.membersOf(toAsk));
  const rows = newcomersAmong(installation, members ?? []).map((member) => ({
    member,
    text: member.name,
    details: detailsOf(member, view),
  }));
  const found = foundRows(rows, asked);
  return {
    ...found,
    heading: recordTexts.newcomers,
    list: 'newcomers',
    ...defined({ note: members === undefined ? newcomerWords.rosterNotTold : undefined }),
    filter: { id: 'channel', label: newcomerWords.channel, choices, value: conversation },
    rows: found.rows.map(({ member: { teamsId }, text, details }) => ({
      text,
      details,
      buttons: [
        recordButton(newcomerWords.takeIn, 'person', deps.mode, memberKey({ conversation, teamsId })),
      ],
    })),
    kept: { channel: conversation, ...found.kept },
  };
}

/** A guest has another identity than at home, so that somebody known may turn up here (process 1). */
function detailsOf(member: Member, view: View): readonly string[] {
  const alike = knownLike(view.installation, member);
  const known = alike.map(({ id, organisation }) => view.personOf(id, organisation));
  return [
    ...(member.mail === undefined ? [] : [member.mail]),
    ...(known.length === 0 ? [] : [`${newcomerWords.maybeKnown}: ${listed(known)}`]),
  ];
}
