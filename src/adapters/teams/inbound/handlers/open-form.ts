import { defined } from '../../../../defined';
import { originToText } from '../../../../app/origin';
import type { FormState } from '../../forms/form-definition';
import { forms } from '../../forms/form-catalogue';
import { beginningOfReport } from '../../forms/beginning-of-report';
import { unpackValues } from '../../forms/held-values';
import { type FormId, type Payload, stepOfForm } from '../../cards/payload';
import { refused } from '../present-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { prepareForm, recordRefusal, refusedOpening } from './form-context';
import { formPage } from './form-page';

/** A button that opens a form, on the present state of its ticket. */
export function openForm(
  deps: BotDeps,
  turn: Turn,
  { form, ticket, version, held }: Extract<Payload, { readonly do: 'open' }>,
): Promise<Answer> {
  const values = unpackValues(held ?? '') ?? {};
  return showForm(deps, turn, form, { ticket, seenVersion: version, values });
}

/** The first page of a form, with a nonce of its own: what is sent with it is one command, however often it is sent. */
export async function showForm(
  deps: BotDeps,
  turn: Turn,
  formId: FormId,
  about: {
    readonly ticket?: string | undefined;
    readonly seenVersion?: number | undefined;
    /** What a new report begins with, from a card: untrusted. */
    readonly values?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Answer> {
  const preparation = await prepareForm(deps, turn, formId, about.ticket);
  if (!preparation.ok) return preparation.answer;
  const { context, place } = preparation;
  const refusal = refusedOpening(formId, context, about.seenVersion);
  if (refusal !== undefined) {
    await recordRefusal(deps, turn, formId, refusal.code, place, context.record);
    const { record, actor } = context;
    const step = stepOfForm(formId);
    return refused(deps, turn, { refusal, record }, place, step && { step, role: actor.role });
  }
  const form = forms[formId];
  const state: FormState = {
    nonce: deps.newNonce(),
    ...defined({ seenVersion: context.record?.ticket.version }),
    ...(formId === 'reportFault' ? originOf(turn) : {}),
  };
  const begun = formId === 'reportFault' ? beginningOfReport(form.fields(context), about.values ?? {}) : {};
  const values = { ...form.initialValues(context), ...begun };
  return formPage(deps, turn, form, context, { values, errors: {}, page: 'fill', state });
}

/** The card that becomes "Gemeldet": one that was posted to report from, and nothing else of what the bot has posted. */
export function originOf({ conversation, pressed, isReportCard }: Turn): { readonly origin?: string } {
  if (pressed === undefined || !isReportCard(pressed.activityId)) return {};
  return { origin: originToText({ conversation: conversation.id, activityId: pressed.activityId }) };
}
