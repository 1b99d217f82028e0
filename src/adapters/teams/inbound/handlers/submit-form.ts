import type { CommandOutcome } from '../../../../app/handle-ticket-command';
import { originFromText, originToText } from '../../../../app/origin';
import type { TicketRecord } from '../../../../app/ports/ticket-store';
import { defined } from '../../../../defined';
import type { Role } from '../../../../domain/organisation/installation';
import type { Place } from '../../../../domain/organisation/place';
import { placeOfParty } from '../../../../domain/ticket/access';
import type { TicketAction, TicketCommand } from '../../../../domain/ticket/actions/registry';
import type { Refusal } from '../../../../domain/ticket/decide';
import type { Refused } from '../../../../domain/ticket/deciding';
import { actionOf, type TicketEvent } from '../../../../domain/ticket/event-rules';
import { reportedText } from '../../../../texts/bot-answers.de';
import { refusalToReaderText } from '../../../../texts/refusals.de';
import { actionOfForm, type FormId, type Payload, stepOfForm } from '../../cards/payload';
import { renderReportedCard } from '../../cards/ticket-card';
import { forms } from '../../forms/form-catalogue';
import type {
  CommandContent,
  FieldErrors,
  FieldValues,
  FormContext,
  FormReading,
  FormState,
} from '../../forms/form-definition';
import { overtakenBy } from '../../forms/blocked-by';
import { hasTypedText } from '../../forms/draw-form';
import { readOvertakenChoice } from '../../forms/more-actions-form';
import { readSubmission } from '../../forms/read-submission';
import { actingRole } from '../../../../app/acting/acting-roles';
import { commandIdOf } from '../command-id';
import { linkToTrackedCard, outcomeAnswer, refused } from '../present-card';
import { showsWhatWasDone } from '../shows-what-was-done';
import { type Answer, type BotDeps, shows, type Turn } from '../turn';
import { type Preparation, prepareForm, recordRefusal } from './form-context';
import { originOf, showForm } from './open-form';
import { formPage } from './form-page';

type SubmitPayload = Extract<Payload, { readonly do: 'submit' }>;

/** Open tickets shown before a report is sent, so that nobody reports twice. */
const maxSimilar = 5;

/** A form's own buttons: goes on to its check page, back from it, or sends. `raw` is everything the client sent. */
export async function submitForm(
  deps: BotDeps,
  turn: Turn,
  payload: SubmitPayload,
  raw: unknown,
): Promise<Answer> {
  // One form posted inline may be filled in by several people: each of them sends a command of their own.
  const commandId = commandIdOf(payload.nonce, turn.person.id);
  const earlier = payload.form === 'reportFault' ? await deps.queries.reportedBy(commandId) : undefined;
  if (earlier !== undefined) return reported(deps, turn, earlier);
  const preparation = await prepareForm(deps, turn, payload.form, payload.ticket);
  if (!preparation.ok) return preparation.answer;
  const { context, place } = preparation;
  const sentBefore = context.record?.events.filter((event) => event.commandId === commandId) ?? [];
  if (sentBefore.length > 0 && context.record !== undefined) {
    const repeated = { kind: 'repeated', record: context.record } as const;
    const action = actionSent(payload, sentBefore);
    const role = roleFor(deps, turn, preparation, action);
    return answerDone(deps, turn, repeated, { place, action, role, form: payload.form, commandId });
  }
  const form = forms[payload.form];
  const submission = readSubmission(form, context, raw);
  const overtaken = payload.form === 'moreActions' ? readOvertakenChoice(context, raw) : undefined;
  const { values, valid, reading } = { ...submission, ...defined({ reading: overtaken }) };
  const page = { deps, turn, payload, context, values };
  if (payload.page === 'back') return again(page, {});
  if (!isSent(payload, reading)) {
    const late = overtakenBy(form, context, valid, payload.version);
    if (late !== undefined) {
      await recordRefusal(deps, turn, payload.form, late.refusal.code, place, context.record);
      return refusedForm(page, { place, role: context.actor.role }, late, reading.ok ? {} : reading.errors);
    }
  }
  if (!reading.ok) return again(page, reading.errors);
  if ('next' in reading) {
    return showForm(deps, turn, reading.next, { ticket: payload.ticket, seenVersion: payload.version });
  }
  if (payload.page === 'fill' && form.check !== undefined) return checkPage(page, reading.command);
  const command = completed(turn, payload, reading.command, commandId);
  const role = roleFor(deps, turn, preparation, command.type);
  const outcome = await deps.runCommand({
    person: turn.person.id,
    role,
    reader: turn.reader,
    command,
    ...defined({ ticket: payload.ticket, lastRead: context.record }),
  });
  if (outcome.kind === 'refused') {
    const { record = context.record } = outcome;
    const present = { ...page, context: { ...context, ...defined({ record }) } };
    return refusedForm(present, { place, role, action: command.type }, outcome);
  }
  const sent = { place, action: command.type, role, form: payload.form, commandId };
  return answerDone(deps, turn, outcome, sent);
}

/** Nothing is sent yet from a form with something wrong in it, nor from the page before the check page. */
function isSent({ form, page }: SubmitPayload, reading: FormReading): boolean {
  return reading.ok && 'command' in reading && (page === 'check' || forms[form].check === undefined);
}

/**
 * A refusal closes the form, with the present card; what somebody has written keeps it open, to be corrected, copied, or
 * sent once more where they have read only now what a colleague has changed.
 */
async function refusedForm(
  page: Page,
  { place, role, action }: Pick<Sent, 'place' | 'role'> & Partial<Sent>,
  { refusal, keepsForm }: Pick<Refused<Refusal>, 'refusal' | 'keepsForm'>,
  errors: FieldErrors = {},
): Promise<Answer> {
  const { deps, turn, payload, context, values } = page;
  const { record, view } = context;
  const step = stepOfForm(payload.form, action);
  const tried = step && { step, role };
  const keeps = keepsForm === true || hasTypedText(forms[payload.form], context, values);
  // Rights come before contents: nobody is given a form that they may not send.
  if (!keeps || refusal.code === 'notPermitted') {
    return refused(deps, turn, { refusal, record }, place, tried);
  }
  const told = { ...errors, '': refusalToReaderText(refusal, record?.ticket, view, tried) };
  if (refusal.code !== 'overtaken') return again(page, told);
  const version = record?.ticket.version;
  return again({ ...page, payload: { ...payload, ...defined({ version }) } }, told);
}

/** "Weitere Aktionen" offers what all roles of the person here can do: who acts follows from the action. */
function roleFor(
  { directory }: BotDeps,
  turn: Turn,
  { context, place }: Extract<Preparation, { readonly ok: true }>,
  action: TicketAction,
): Role {
  const { actor, record } = context;
  return record === undefined
    ? actor.role
    : actingRole(directory.installation(), turn, { place, record }, action);
}

interface Page {
  readonly deps: BotDeps;
  readonly turn: Turn;
  readonly payload: SubmitPayload;
  readonly context: FormContext;
  readonly values: FieldValues;
}

/** The form once more with everything typed still there, and a sentence at each field that is wrong. */
function again({ deps, turn, payload, context, values }: Page, errors: FieldErrors): Promise<Answer> {
  const shown = { values, errors, page: 'fill', state: stateOf(payload) } as const;
  return formPage(deps, turn, forms[payload.form], context, shown);
}

async function checkPage(page: Page, command: CommandContent): Promise<Answer> {
  const { deps, turn, payload, context, values } = page;
  const similarTickets =
    command.type === 'reportFault'
      ? await deps.queries.similarOpenTickets(command.operator, command.module, maxSimilar)
      : [];
  shows(turn, similarTickets);
  const checked = { ...context, similarTickets };
  const shown = { values, errors: {}, page: 'check', state: stateOf(payload), command } as const;
  return formPage(deps, turn, forms[payload.form], checked, shown);
}

function stateOf({ nonce, version, origin }: SubmitPayload): FormState {
  return {
    nonce,
    ...defined({ seenVersion: version, origin }),
  };
}

/** What the form says, with what only the server knows of its sending. */
function completed(
  turn: Turn,
  { version, origin }: SubmitPayload,
  content: CommandContent,
  commandId: string,
): TicketCommand {
  const base = { commandId, ...defined({ seenVersion: version }) };
  if (content.type !== 'reportFault') return { ...content, ...base };
  return { ...content, ...base, ...acceptedOrigin(turn, origin) };
}

/** The data of a form are untrusted: only a card of the same conversation that was posted to report from is taken from there. */
function acceptedOrigin(turn: Turn, claimed: string | undefined): { readonly origin?: string } {
  const origin = claimed === undefined ? undefined : originFromText(claimed);
  if (claimed === undefined || origin?.conversation !== turn.conversation.id) return originOf(turn);
  return turn.isReportCard(origin.activityId) ? { origin: claimed } : {};
}

interface Sent {
  readonly place: Place;
  readonly action: TicketAction;
  readonly role: Role;
  readonly form: FormId;
  readonly commandId: string;
}

async function answerDone(
  deps: BotDeps,
  turn: Turn,
  outcome: CommandOutcome,
  { place, action, role, form, commandId }: Sent,
): Promise<Answer> {
  if (outcome.kind !== 'refused' && action === 'reportFault') return reported(deps, turn, outcome.record);
  const step = stepOfForm(form, action) ?? action;
  const answer = await outcomeAnswer(deps, turn, outcome, place, { step, role });
  if (outcome.kind === 'refused' || answer.kind !== 'outcome') return answer;
  const { record } = outcome;
  const onCard = await showsWhatWasDone(deps, turn, { record, place, commandId });
  return { ...answer, ...(onCard && { onCard }) };
}

/** Where the form was a card, it becomes "Gemeldet: <Nummer>"; so does the card that opened a dialog, which else says it. */
async function reported(deps: BotDeps, turn: Turn, record: TicketRecord): Promise<Answer> {
  const { number } = record.ticket;
  const link = await linkToTrackedCard(deps, number, placeOfParty('operator', record.ticket));
  const card = renderReportedCard({ record, link });
  const onCard = becomesReported(turn, record);
  return { kind: 'outcome', text: reportedText(number), done: true, card, ...(onCard && { onCard }) };
}

/** Whether the card behind the dialog is the one that will say "Gemeldet". */
function becomesReported({ conversation, pressed }: Turn, { events }: TicketRecord): boolean {
  const [first] = events;
  if (first?.type !== 'faultReported' || first.origin === undefined || pressed === undefined) return false;
  return first.origin === originToText({ conversation: conversation.id, activityId: pressed.activityId });
}

/** "Weitere Aktionen" does at once what was chosen in it: the events say what that was, after what followed from it alone. */
function actionSent({ form }: SubmitPayload, sent: readonly TicketEvent[]): TicketAction {
  const [action] = [actionOfForm(form), ...sent.map(({ type }) => actionOf(type))].flatMap(
    (each) => each ?? [],
  );
  if (action === undefined)
    throw new Error(`${sent.map(({ type }) => type).join()} are no trace of an action`);
  return action;
}
