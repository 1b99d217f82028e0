import { formWords } from '../../../../../texts/form-words.de';
import { pressButton, withoutFields } from '../../../cards/buttons';
import type { RecordFormId } from '../../../cards/payload';
import { drawForm, type ShownForm } from '../../../forms/draw-form';
import type { RecordContext, RecordForm, RecordFormContext } from '../../../records/record-form';
import { recordForms } from '../../../records/record-forms';
import { shapeOf, type OrganisationCommand } from '../../../../../domain/organisation/actions/registry';
import type { Role } from '../../../../../domain/organisation/installation';
import { knownLike } from '../../../../../domain/organisation/newcomers';
import { defined } from '../../../../../defined';
import type { Answer, BotDeps, Turn } from '../../turn';
import { titledPage } from '../plain-answers';
import { memberNamed } from './member-named';
import { formScope, keepingRefusal, notPermitted } from './record-context';

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
  const scope = await keepingRefusal(deps, turn, form.action, formScope(deps, turn, form));
  if (!scope.ok) return scope;
  const newcomer = await newcomerNamed(deps, scope.context, of);
  const context = { ...scope.context, ...defined({ of, newcomer }) };
  const may = (role: Role) => form.mayOpen?.({ ...context, role }) !== false;
  if (!may(context.role))
    return keepingRefusal(deps, turn, form.action, notPermitted(shapeOf(form.action).roles.filter(may)));
  return { ok: true, form, context };
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
