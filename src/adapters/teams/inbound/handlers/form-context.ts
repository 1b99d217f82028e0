import { viewHere } from '../view-here';
import type { TicketRecord } from '../../../../app/ports/ticket-store';
import { defined } from '../../../../defined';
import type { Place } from '../../../../domain/organisation/place';
import { roleOfPlace } from '../../../../domain/ticket/access';
import type { Actor } from '../../../../domain/ticket/command-base';
import {
  notPermitted,
  type Refusal,
  type RefusalCode,
  refusedByState,
} from '../../../../domain/ticket/decide';
import { refusalText } from '../../../../texts/refusals.de';
import { actorIn } from '../../../../domain/ticket/rights';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { actionOfForm, type FormId } from '../../cards/payload';
import type { FormContext } from '../../forms/form-definition';
import { actorFor, actorsHere } from '../../../../app/acting/acting-roles';
import { findReadable } from '../../../../app/acting/find-readable';
import { placeForReport } from '../../../../app/acting/acting-place';
import { readableHere, refusedWith } from '../present-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { notice, ticketNotFound } from './plain-answers';

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
  const actors = place === undefined ? [] : actorsOn(deps, turn, place, record);
  const action = actionOfForm(form);
  const actor = action === undefined ? actors[0] : actorFor(actors, action, record?.ticket);
  if (place === undefined || actor === undefined) {
    await recordRefusal(deps, turn, form, 'notPermitted', place, record);
    // "Weitere Aktionen" is no action of its own, so no role has the right to it.
    const text =
      action === undefined
        ? botAnswers.moreActionsNotPermitted
        : refusalText(notPermitted(action, record?.ticket).refusal, viewHere(deps));
    return { ok: false, answer: await refusedWith(deps, turn, text, record, place) };
  }
  const context: FormContext = {
    view: viewHere(deps),
    actor,
    otherRoles: actors.map(({ role }) => role).filter((role) => role !== actor.role),
    place,
    ...defined({ record }),
    ...(record && { readable: await readableHere(deps, record, turn.reader) }),
  };
  return { ok: true, place, context };
}

/** Commands are recorded by their use case; a form that is not even opened is recorded here (process 10). */
export async function recordRefusal(
  { audit, clock }: Pick<BotDeps, 'audit' | 'clock'>,
  { person }: Turn,
  form: FormId,
  code: RefusalCode,
  place: Place | undefined,
  record: TicketRecord | undefined,
): Promise<void> {
  await audit.refused({
    at: clock.now(),
    person: person.id,
    role: place === undefined ? (person.roles[0]?.role ?? 'operator') : roleOfPlace(place),
    ...defined({ ticket: record?.ticket.number }),
    action: form,
    code,
  });
}

function actorsOn(
  deps: BotDeps,
  turn: Turn,
  place: Place,
  record: TicketRecord | undefined,
): readonly Actor[] {
  const installation = deps.directory.installation();
  if (record !== undefined) return actorsHere(installation, turn, place, record.ticket);
  return [actorIn(installation, turn.person.id, roleOfPlace(place)) ?? []].flat();
}

/** Why a form is not even opened: the state has moved on. The present card says what is possible now. */
export function refusedOpening(
  form: FormId,
  { record, actor }: FormContext,
  seenVersion: number | undefined,
): Refusal | undefined {
  const action = actionOfForm(form);
  return record === undefined || action === undefined
    ? undefined
    : refusedByState(action, record.ticket, actor, seenVersion);
}
