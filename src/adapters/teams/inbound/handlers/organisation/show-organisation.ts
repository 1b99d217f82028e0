import { commandNames } from '../../../../../texts/commands.de';
import type { RecordListDefinition } from '../../../records/record-list';
import { recordListsByName } from '../../../records/record-lists';
import { renderOrganisationCard } from '../../../cards/organisation-card';
import type { Answer, BotDeps, Turn } from '../../turn';
import { ownPage } from '../plain-answers';
import { keepingRefusal, recordScope, roleHere } from './record-context';

/** An operator's own is asked for by a command of its own. */
const lists = Object.values(recordListsByName).filter(({ at }) => at !== 'operator');
/** Whoever reads any of the lists. */
const readers = [...new Set(lists.flatMap(({ roles }) => roles))];

/** "Organisation": the lists of records that whoever asks may read here; nothing of the records stands on it itself. */
export async function showOrganisation(deps: BotDeps, turn: Turn): Promise<Answer> {
  const scope = await keepingRefusal(deps, turn, 'organisation', recordScope(deps, turn, readers));
  if (!scope.ok) return scope.answer;
  const readable = lists.filter(({ roles }) => roleHere(turn, roles) !== undefined);
  return ownPage(commandNames.organisation, renderOrganisationCard(notLedTo(readable)));
}

/** Teams shows six buttons on a card: without those that another of the lists leads to. */
function notLedTo(readable: readonly RecordListDefinition[]): readonly RecordListDefinition[] {
  const ledTo = new Set(
    readable.flatMap(({ additions }) => additions.flatMap((each) => ('list' in each ? [each.list] : []))),
  );
  return readable.filter(({ list }) => !ledTo.has(list));
}
