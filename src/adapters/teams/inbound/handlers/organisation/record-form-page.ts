import { formWords } from '../../../../../texts/form-words.de';
import { pressButton, withoutFields } from '../../../cards/buttons';
import type { RecordFormId } from '../../../cards/payload';
import { drawForm, type ShownForm } from '../../../forms/draw-form';
import type { RecordContext, RecordForm, RecordFormContext } from '../../../records/record-form';
import { recordForms } from '../../../records/record-forms';
import { shapeOf, type OrganisationCommand } from '../../../../../domain/organisation/actions/registry';
import { knownLike } from '../../../../../domain/organisation/newcomers';
import { defined } from '../../../../../defined';
import type { Answer, BotDeps, Turn } from '../../turn';
import { titledPage } from '../plain-answers';
import { memberNamed } from './member-named';
import { recordScope } from './record-context';

export type PreparedRecordForm =
  | { readonly ok: true; readonly form: RecordForm; readonly context: RecordFormContext }
  | { readonly ok: false; readonly answer: Answer };

/** A form that somebody may open or send: nobody else sees its fields, or what they offer (process 10). */
export async function prepareRecordForm(
  deps: BotDeps,
  turn: Turn,
  { form: id, of }: { readonly form: RecordFormId; readonly of?: string | undefined },
): Promise<PreparedRecordForm> {
  const form = recordForms[id];
  const { roles } = shapeOf(form.action);
  const scope = recordScope(deps, turn, roles);
  if (scope.ok) {
    const newcomer = await newcomerNamed(deps, scope.context, of);
    return { ok: true, form, context: { ...scope.context, ...defined({ of, newcomer }) } };
  }
  await deps.audit.refused({
    at: deps.clock.now(),
    person: turn.person.id,
    role: turn.person.roles[0]?.role ?? 'operator',
    action: form.action,
    code: 'notPermitted',
  });
  return scope;
}

/** Whom the form is to take in, as Teams says it now. */
async function newcomerNamed(
  deps: BotDeps,
  { recorded }: RecordContext,
  of: string | undefined,
): Promise<RecordFormContext['newcomer']> {
  const member = of === undefined ? undefined : await memberNamed(deps, of);
  return member && { member, sameAs: knownLike(recorded, member) };
}

/** A page of such a form. Leaving it inline leads back to its list. */
export function recordFormPage(
  { mode }: Pick<BotDeps, 'mode'>,
  { form, context }: Extract<PreparedRecordForm, { readonly ok: true }>,
  shown: Omit<ShownForm<OrganisationCommand>, 'mode' | 'isPrivate'>,
): Answer {
  const back = withoutFields(pressButton(formWords.cancel, 'list', { do: 'list', list: form.list, page: 1 }));
  const card = drawForm(
    form,
    context,
    { ...shown, mode },
    {
      blocked: form.blocked?.(context),
      data: { do: 'submitRecord', ...defined({ of: context.of }) },
      leave: mode === 'inline' ? [back] : [],
    },
  );
  return titledPage(form.title(context), card);
}
