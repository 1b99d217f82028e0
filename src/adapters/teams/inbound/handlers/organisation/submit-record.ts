import { defined } from '../../../../../defined';
import type { OrganisationChange } from '../../../../../domain/organisation/changes';
import { personById } from '../../../../../domain/organisation/find';
import type { Installation } from '../../../../../domain/organisation/installation';
import type { ChangeRefusal } from '../../../../../domain/organisation/change-refusal';
import { savedText } from '../../../../../texts/named-records.de';
import type { Payload } from '../../../cards/payload';
import { renderNotice } from '../../../cards/notice-card';
import { severalIn } from '../../../forms/choices';
import type { FieldErrors, FieldValues } from '../../../forms/form-definition';
import { readForm } from '../../../forms/read-submission';
import { errorsOf } from '../../../records/change-errors';
import { recordForms } from '../../../records/record-forms';
import { recordListsByName } from '../../../records/record-lists';
import { commandIdOf } from '../../command-id';
import type { Answer, BotDeps, Turn } from '../../turn';
import { viewHere } from '../../view-here';
import { done } from '../plain-answers';
import { listScope } from './record-context';
import { type PreparedRecordForm, prepareRecordForm, recordFormPage } from './record-form-page';
import { recordsCard } from './show-records';

type SubmitPayload = Extract<Payload, { readonly do: 'submitRecord' }>;
type Prepared = Extract<PreparedRecordForm, { readonly ok: true }>;

/** A record form's own buttons: goes on to its check page, back from it, or sends. `raw` is everything the client sent. */
export async function submitRecord(
  deps: BotDeps,
  turn: Turn,
  payload: SubmitPayload,
  raw: unknown,
): Promise<Answer> {
  const commandId = commandIdOf(payload.nonce, turn.person.id);
  // Their submission was carried out, whatever they may do since: delivered again, it is answered again.
  const sentBefore = deps.organisation.changeBy(commandId);
  if (sentBefore !== undefined) return saved(deps, turn, payload, sentBefore);
  const prepared = await prepareRecordForm(deps, turn, payload);
  if (!prepared.ok) return prepared.answer;
  const { form, context } = prepared;
  const blocked = form.blocked?.(context);
  const { values, reading } = readForm(form, context, raw, blocked);
  const page = { deps, prepared, payload, values };
  // Going back loses nothing either, where the form has become one that cannot be sent.
  if (payload.page === 'back') return again(page, defined({ '': blocked }));
  if (!reading.ok) return again(page, reading.errors);
  if ('next' in reading) throw new Error('the form of a record leads to no other');
  const { command } = reading;
  // What a card claims is no later than what is known here; without it nobody can tell what was changed meanwhile.
  const { version = 0 } = payload;
  const seenVersion = version > deps.organisation.version() ? 0 : version;
  const input = {
    person: turn.person.id,
    command,
    ...(form.atAnyVersion !== true && { seenVersion }),
  };
  if (payload.page === 'fill' && form.check !== undefined) {
    const preview = await deps.organisation.preview(input);
    if (preview.kind === 'refused') return refused(page, preview.refusal);
    const checked = { ...prepared, context: { ...context, follows: preview.follows } };
    return recordFormPage(deps, checked, {
      values,
      errors: {},
      page: 'check',
      state: stateOf(payload),
      command,
    });
  }
  const outcome = await deps.organisation.run({ ...input, commandId });
  return outcome.kind === 'refused'
    ? refused(page, outcome.refusal)
    : saved(deps, turn, payload, outcome.change);
}

interface Page {
  readonly deps: BotDeps;
  readonly prepared: Prepared;
  readonly payload: SubmitPayload;
  readonly values: FieldValues;
}

/** What was typed stays; after somebody else's change it can be sent once more, to whoever has read that it was made. */
function refused(page: Page, refusal: ChangeRefusal): Answer {
  const { deps, payload, prepared } = page;
  const fields = new Set(prepared.form.fields(prepared.context).map(({ id }) => id));
  const errors = errorsOf(refusal, viewHere(deps), fields);
  if (refusal.code !== 'overtaken') return again(page, errors);
  const version = deps.organisation.version();
  const recorded = deps.organisation.recorded();
  const now = { ...prepared, context: { ...prepared.context, recorded } };
  const newer = { ...page, prepared: now, payload: { ...payload, version } };
  return again({ ...newer, values: onNewerRecord(page, recorded) }, errors);
}

/** What was typed, on the record as it is now: fields that nobody has touched in the form take what somebody else has entered. */
function onNewerRecord(
  { deps, prepared: { form, context }, payload, values }: Page,
  present: Installation,
): FieldValues {
  if (payload.version === undefined) return values;
  const before = deps.organisation.recordedAt(payload.version);
  const opened = form.initialValues({ ...context, recorded: before });
  const now = form.initialValues({ ...context, recorded: present });
  const several = new Set(form.fields(context).flatMap(({ id, kind }) => (kind === 'several' ? [id] : [])));
  const said = (id: string, value: string) =>
    // A client names those chosen in any order.
    several.has(id) ? severalIn(value).toSorted().join(',') : value;
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      said(id, value) === said(id, opened[id] ?? '') ? (now[id] ?? '') : value,
    ]),
  );
}

function again({ deps, prepared, payload, values }: Page, errors: FieldErrors): Answer {
  return recordFormPage(deps, prepared, { values, errors, page: 'fill', state: stateOf(payload) });
}

function stateOf({ nonce, version }: SubmitPayload) {
  return { nonce, ...defined({ seenVersion: version }) };
}

/**
 * Where the form took the place of a card, its list comes back with what is recorded now: to whoever may still read it, as the
 * change may have been to their own roles.
 */
function saved(deps: BotDeps, turn: Turn, { form }: SubmitPayload, { events }: OrganisationChange): Answer {
  const text = savedText(events, viewHere(deps));
  const list = recordListsByName[recordForms[form].list];
  const person = personById(deps.directory.installation(), turn.person.id);
  const scope = person && listScope(deps, { ...turn, person }, list);
  if (scope?.ok !== true) return done(text);
  const card = renderNotice(text, recordsCard(deps, scope.context, list, { page: 1 }));
  return { kind: 'outcome', text, done: true, card };
}
