import { defined } from '../../../../../defined';
import { shapeOf } from '../../../../../domain/organisation/actions/registry';
import { recordTexts } from '../../../../../texts/records.de';
import { commandNames } from '../../../../../texts/commands.de';
import { linkButton, pressButton, recordButton } from '../../../cards/buttons';
import type { Payload } from '../../../cards/payload';
import { pageOf } from '../../../cards/pager';
import { maxRecordsListed as onPage, renderRecordsCard } from '../../../cards/records-card';
import type { AdaptiveCardJson, CardPart } from '../../../cards/card-json';
import type { RecordContext } from '../../../records/record-form';
import type { ListButton, RecordListDefinition, RowButton } from '../../../records/record-list';
import { recordListsByName } from '../../../records/record-lists';
import type { Answer, BotDeps, Turn } from '../../turn';
import { ownPage } from '../plain-answers';
import { hasAll } from './has-all';
import { listNewcomers } from './list-newcomers';
import { keepingRefusal, listScope, recordScope } from './record-context';

type ListPayload = Extract<Payload, { readonly do: 'list' }>;
type NewcomersAsked = Pick<ListPayload, 'page' | 'search' | 'channel' | 'kept'>;
type Asked = Pick<ListPayload, 'page' | 'search' | 'kept'>;

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
  asked: Asked,
): Promise<Answer> {
  const definition = recordListsByName[list];
  const scope = await keepingRefusal(deps, turn, list, listScope(deps, turn, definition));
  if (!scope.ok) return scope.answer;
  return ownPage(definition.title, recordsCard(deps, scope.context, definition, asked));
}

/** Who is in a channel and nobody yet: to the process owner, who takes people in. */
export async function showNewcomers(deps: BotDeps, turn: Turn, asked: NewcomersAsked): Promise<Answer> {
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
  { page, search, kept }: Asked,
): AdaptiveCardJson {
  const searched = (kept === undefined ? search : kept.search)?.trim() ?? '';
  const rows = rowsOf(context).filter((row) => hasAll(`${row.text} ${row.details.join(' ')}`, searched));
  const shown = pageOf(page, rows.length, onPage);
  const first = (shown.page - 1) * onPage;
  const drawn = ({ title: name, form, of }: RowButton) => recordButton(name, form, mode, of);
  return renderRecordsCard({
    heading: title,
    list,
    search: { value: searched },
    note: rows.length === 0 && searched === '' ? none?.(context) : undefined,
    rows: rows.slice(first, first + onPage).map(({ text, details, buttons, link }) => ({
      text,
      details,
      buttons: [...buttons.map(drawn), ...(link === undefined ? [] : [linkButton(link.title, link.url)])],
    })),
    ...shown,
    kept: defined({ search: searched === '' ? undefined : searched }),
    buttons: [
      ...additions.map((each) => ('list' in each ? leading(each) : drawn(each))),
      at === 'operator' ? packagesButton : organisationButton,
    ],
  });
}

function leading({ title, list }: ListButton): CardPart {
  return pressButton(title, 'list', { do: 'list', list, page: 1 });
}
