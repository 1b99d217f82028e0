import { shapeOf } from '../../../../../domain/organisation/actions/registry';
import { recordTexts } from '../../../../../texts/records.de';
import { commandNames } from '../../../../../texts/commands.de';
import { linkButton, pressButton, recordButton } from '../../../cards/buttons';
import { renderRecordsCard } from '../../../cards/records-card';
import type { AdaptiveCardJson, CardPart } from '../../../cards/card-json';
import type { RecordContext } from '../../../records/record-form';
import type { ListButton, RecordListDefinition, RowButton } from '../../../records/record-list';
import { recordForms } from '../../../records/record-forms';
import { recordListsByName } from '../../../records/record-lists';
import type { Answer, BotDeps, Turn } from '../../turn';
import { ownPage } from '../plain-answers';
import { type Asked, foundRows } from './found-rows';
import { listNewcomers } from './list-newcomers';
import { keepingRefusal, listScope, recordScope } from './record-context';

/** Back to the lists there are. */
const organisationButton = pressButton(recordTexts.organisation, 'say', {
  do: 'say',
  command: commandNames.organisation,
});

/** What an operator's contracts open. */
const packagesButton = pressButton(commandNames.bugfixPackages, 'list', {
  do: 'list',
  list: 'released',
  page: 1,
});

/** A page of a list of records, of those with the searched words in what is shown of them. */
export async function showRecords(
  deps: BotDeps,
  turn: Turn,
  list: RecordListDefinition['list'],
  asked: Omit<Asked, 'channel'>,
): Promise<Answer> {
  const definition = recordListsByName[list];
  const scope = await keepingRefusal(deps, turn, list, listScope(deps, turn, definition));
  if (!scope.ok) return scope.answer;
  return ownPage(definition.title, recordsCard(deps, scope.context, definition, asked));
}

/** Who is in a channel and nobody yet: to the process owner, who takes people in. */
export async function showNewcomers(deps: BotDeps, turn: Turn, asked: Asked): Promise<Answer> {
  const scope = await keepingRefusal(
    deps,
    turn,
    'newcomers',
    recordScope(deps, turn, shapeOf('recordPerson').roles),
  );
  if (!scope.ok) return scope.answer;
  const list = await listNewcomers(deps, asked);
  return ownPage(list.heading, renderRecordsCard({ ...list, buttons: [organisationButton] }));
}

export function recordsCard(
  { mode }: Pick<BotDeps, 'mode'>,
  context: RecordContext,
  { list, title, rows: rowsOf, additions, at, none }: RecordListDefinition,
  asked: Omit<Asked, 'channel'>,
): AdaptiveCardJson {
  const found = foundRows(rowsOf(context), asked);
  const isEmpty = found.rows.length === 0 && found.search.value === '';
  const drawn = ({ title: name, form, of }: RowButton) => recordButton(name, form, mode, of);
  return renderRecordsCard({
    ...found,
    heading: title,
    list,
    note: isEmpty ? none?.(context) : undefined,
    rows: found.rows.map(({ text, details, buttons, link }) => ({
      text,
      details,
      buttons: [...buttons.map(drawn), ...(link === undefined ? [] : [linkButton(link.title, link.url)])],
    })),
    buttons: [
      ...additions
        .filter((each) => 'list' in each || mayAdd(each, context))
        .map((each) => ('list' in each ? leading(each) : drawn(each))),
      ...(at === 'operator' ? [packagesButton] : []),
      // Of what is there, a maintainer reads nothing.
      ...(at === 'operator' || context.role === 'maintainer' ? [] : [organisationButton]),
    ],
  });
}

/** Not all who read a list enter something new. */
function mayAdd({ form }: RowButton, { role }: RecordContext): boolean {
  return shapeOf(recordForms[form].action).roles.includes(role);
}

function leading({ title, list }: ListButton): CardPart {
  return pressButton(title, 'list', { do: 'list', list, page: 1 });
}
