import { defined } from '../../../../defined';
import type { ShownForm } from '../../forms/draw-form';
import type { CommandContent, FormContext, FormDefinition } from '../../forms/form-definition';
import { renderForm } from '../../forms/render-form';
import type { Answer, BotDeps, Turn } from '../turn';
import { refusedContent } from './content-reading';
import { titledPage } from './plain-answers';

/** A page of a form, to somebody who may send it; it may be filled with what was typed into the ticket. */
export async function formPage(
  deps: BotDeps,
  turn: Turn,
  form: FormDefinition,
  context: FormContext,
  shown: Omit<ShownForm<CommandContent>, 'mode' | 'isPrivate'>,
): Promise<Answer> {
  const ticket = form.id === 'moreActions' ? undefined : context.record?.ticket;
  const refusal = ticket && (await refusedContent(deps, turn, ticket, form.id));
  if (refusal !== undefined) return refusal;
  const seen = { ...shown, mode: deps.mode, ...defined({ isPrivate: turn.inDialog }) };
  return titledPage(form.title(context), renderForm(form, context, seen));
}
