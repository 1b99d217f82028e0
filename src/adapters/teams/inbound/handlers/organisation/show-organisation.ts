import { commandNames } from '../../../../../texts/commands.de';
import { recordListsByName } from '../../../records/record-lists';
import { renderOrganisationCard } from '../../../cards/organisation-card';
import type { Answer, BotDeps, Turn } from '../../turn';
import { ownPage } from '../plain-answers';
import { keepingRefusal, recordScope } from './record-context';

/** An operator's own is asked for by a command of its own. */
const lists = Object.values(recordListsByName).filter(({ at }) => at === undefined);
/** Those that another list leads to. */
const furtherLists = new Set(
  lists.flatMap(({ additions }) => additions.flatMap((each) => ('list' in each ? [each.list] : []))),
);
/** Teams shows six buttons on a card. */
const onMenu = lists.filter(({ list }) => !furtherLists.has(list));
/** Whoever reads any of the lists. */
const readers = [...new Set(lists.flatMap(({ roles }) => roles))];

/** "Organisation": the lists of records that whoever asks may read; nothing of the records stands on it itself. */
export async function showOrganisation(deps: BotDeps, turn: Turn): Promise<Answer> {
  const scope = await keepingRefusal(deps, turn, 'organisation', recordScope(deps, turn, readers));
  if (!scope.ok) return scope.answer;
  const { person } = scope.context;
  const readable = onMenu.filter(({ roles }) =>
    roles.some((role) => person.roles.some((each) => each.role === role)),
  );
  return ownPage(commandNames.organisation, renderOrganisationCard(readable));
}
