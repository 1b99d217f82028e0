import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Place } from '../../../domain/organisation/place';
import type { Actor } from '../../../domain/ticket/commands';
import { actorIn, appliesTo, mayTake, roleOfPlace, whoMay } from '../../../domain/ticket/permissions';
import type { Refusal } from '../../../domain/ticket/refusals';
import { responsibleParty } from '../../../domain/ticket/responsible-party';
import type { Ticket } from '../../../domain/ticket/ticket';
import { rowsOf } from '../../../domain/ticket/transitions';
import { botAnswers } from '../../../texts/bot-answers.de';
import { findReadable } from '../find-readable';
import type { FormContext } from '../forms/form-definition';
import type { FormId } from '../payload';
import { placeForReport } from '../place-of-press';
import { refused } from '../present-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { notice, ticketNotFound } from './not-found';

/** A form that somebody may open or send, with what it is shown and read with. */
export type Preparation =
  | { readonly ok: true; readonly context: FormContext; readonly place: Place }
  | { readonly ok: false; readonly answer: Answer };

/** Which ticket a form is about, and whether the person has the role it needs; states are judged when it is sent. */
export async function prepareForm(
  deps: BotDeps,
  turn: Turn,
  form: FormId,
  ticket: string | undefined,
): Promise<Preparation> {
  if (form === 'reportFault') return prepare(deps, turn, form, placeForReport(turn), undefined);
  if (ticket === undefined) return { ok: false, answer: notice(botAnswers.formForTicketOnly) };
  const found = await findReadable(deps, turn, ticket);
  if (found === undefined) return { ok: false, answer: ticketNotFound() };
  return prepare(deps, turn, form, found.place, found.record);
}

async function prepare(
  deps: BotDeps,
  turn: Turn,
  form: FormId,
  place: Place | undefined,
  record: TicketRecord | undefined,
): Promise<Preparation> {
  const installation = deps.directory.installation();
  const actor = place === undefined ? undefined : actorIn(installation, turn.person.id, roleOfPlace(place));
  if (place === undefined || actor === undefined || !mayOpen(form, actor, record?.ticket)) {
    const refusal = notPermitted(form, record?.ticket);
    await deps.audit?.refused({
      at: deps.clock.now(),
      person: turn.person.id,
      role: place === undefined ? 'operator' : roleOfPlace(place),
      ...(record === undefined ? {} : { ticket: record.ticket.number }),
      action: form,
      code: refusal.code,
    });
    return { ok: false, answer: await refused(deps, refusal, record, place) };
  }
  const context: FormContext = {
    installation,
    actor,
    now: deps.clock.now(),
    ...(record === undefined ? {} : { record }),
    ...(turn.conversation.kind === 'personal' ? {} : { place }),
  };
  return { ok: true, place, context };
}

/** Why a form is not even opened: the state has moved on. The present card says what is possible now. */
export function notNow(
  form: FormId,
  { record, actor }: FormContext,
  seenVersion: number | undefined,
): Refusal | undefined {
  if (record === undefined || form === 'moreActions' || form === 'reportFault') return undefined;
  const { ticket } = record;
  if (rowsOf(form).some((row) => mayTake(row, actor, ticket) && appliesTo(row, ticket))) return undefined;
  const standing = { action: form, state: ticket.state, responsible: responsibleParty(ticket) };
  const done = ticket.done[form];
  if (done === undefined || done.version <= (seenVersion ?? 0)) return { code: 'wrongState', ...standing };
  return { code: 'alreadyDone', ...standing, by: done.by, at: done.at };
}

function mayOpen(form: FormId, actor: Actor, ticket: Ticket | undefined): boolean {
  if (form === 'moreActions') return true;
  return rowsOf(form).some((row) => mayTake(row, actor, ticket));
}

/** "Weitere Aktionen" is no action of its own; what every place with a card may do stands for it. */
function notPermitted(form: FormId, ticket: Ticket | undefined): Refusal {
  const action = form === 'moreActions' ? 'markSecurityRelevant' : form;
  return { code: 'notPermitted', action, state: ticket?.state, permitted: whoMay(action, ticket) };
}
