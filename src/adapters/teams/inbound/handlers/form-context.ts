import { viewHere } from '../view-here';
import type { TicketRecord } from '../../../../app/ports/ticket-store';
import { defined } from '../../../../defined';
import type { Role } from '../../../../domain/organisation/installation';
import type { Place } from '../../../../domain/organisation/place';
import { belongsTo, roleOfPlace } from '../../../../domain/ticket/access';
import type { TicketAction } from '../../../../domain/ticket/actions/registry';
import type { Actor } from '../../../../domain/ticket/command-base';
import { standing } from '../../../../domain/ticket/deciding';
import {
  notPermitted,
  type Refusal,
  type RefusalCode,
  refusedByState,
} from '../../../../domain/ticket/decide';
import { moreActionsNotPermittedText, refusalText } from '../../../../texts/refusals.de';
import { actorIn, worksOn } from '../../../../domain/ticket/rights';
import type { Ticket } from '../../../../domain/ticket/ticket';
import { hasRole } from '../../../../domain/organisation/find';
import { botAnswers, reportElsewhereText } from '../../../../texts/bot-answers.de';
import { actionOfForm, type FormId, stepOfForm } from '../../cards/payload';
import { forms } from '../../forms/form-catalogue';
import type { FormContext } from '../../forms/form-definition';
import { actorFor, actorsHere } from '../../../../app/acting/acting-roles';
import { findReadable } from '../../../../app/acting/find-readable';
import { placeForReport } from '../../../../app/acting/acting-place';
import { readableHere, refusedWith } from '../present-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { notReadHere } from './not-read-here';
import { notice } from './plain-answers';

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
  if (found === undefined) return { ok: false, answer: await notReadHere(deps, turn, ticket) };
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
  const able = record === undefined ? actors : actors.filter((each) => mayFillIn(form, each, record.ticket));
  const action = actionOfForm(form);
  const actor = action === undefined ? able[0] : actorFor(able, action, record?.ticket);
  if (place === undefined || actor === undefined) {
    await recordRefusal(deps, turn, form, 'notPermitted', place, record);
    // "Weitere Aktionen" is no action of its own, so no role has the right to it.
    const text = notPermittedText(deps, turn, form, place, record?.ticket);
    return { ok: false, answer: await refusedWith(deps, turn, text, record, place) };
  }
  const context: FormContext = {
    view: viewHere(deps),
    actor,
    otherRoles: able.map(({ role }) => role).filter((role) => role !== actor.role),
    place,
    ...defined({ record }),
    ...(record && { readable: await readableHere(deps, record, turn.reader) }),
  };
  return { ok: true, place, context };
}

/** Why somebody may not report a fault here, as a sentence; undefined if they may. */
export function reportRefusal(deps: BotDeps, turn: Turn): string | undefined {
  const place = placeForReport(turn);
  const actors = place === undefined ? [] : actorsOn(deps, turn, place, undefined);
  return actorFor(actors, 'reportFault', undefined) === undefined
    ? notPermittedText(deps, turn, 'reportFault', place, undefined)
    : undefined;
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
    role: roleTrying(person, place),
    ...defined({ ticket: record?.ticket.number }),
    action: form,
    code,
  });
}

/** Of the place whose card it is; elsewhere the person's first. */
function roleTrying({ roles }: Turn['person'], place: Place | undefined): Role {
  return place === undefined ? (roles[0]?.role ?? 'operator') : roleOfPlace(place);
}

function actorsOn(
  deps: BotDeps,
  turn: Turn,
  place: Place,
  record: TicketRecord | undefined,
): readonly Actor[] {
  const installation = deps.directory.installation();
  if (record !== undefined) return actorsHere(installation, turn, place, record.ticket);
  // A channel's report is its own people's: who works elsewhere has another channel (process 1).
  if (!belongsTo(turn.person, place)) return [];
  return [actorIn(installation, turn.person.id, roleOfPlace(place)) ?? []].flat();
}

/** Rights come before contents: nobody sees the fields of a form, or what they offer, who may not send it (process 10). */
function mayFillIn(form: FormId, actor: Actor, ticket: Ticket): boolean {
  if (form === 'moreActions') return worksOn(actor, ticket);
  return forms[form].onOperatorsWord !== true || actor.role === 'dispatcher';
}

function notPermittedText(
  deps: BotDeps,
  { person }: Turn,
  form: FormId,
  place: Place | undefined,
  ticket: Ticket | undefined,
): string {
  const view = viewHere(deps);
  const action = actionOfForm(form);
  if (action === undefined) {
    return ticket === undefined
      ? botAnswers.formForTicketOnly
      : moreActionsNotPermittedText(standing(ticket), view);
  }
  if (action === 'reportFault' && place?.kind === 'organisation' && hasRole(person, 'operator')) {
    return reportElsewhereText(view.organisation(place.organisation));
  }
  const step = stepOfForm(form, action) ?? action;
  const tried = { step, role: roleTrying(person, place), ...defined({ ticket }) };
  return refusalText(refusalOfForm(form, action, ticket), view, tried);
}

function refusalOfForm(form: FormId, action: TicketAction, ticket: Ticket | undefined): Refusal {
  const { refusal } = notPermitted(action, ticket);
  if (refusal.code !== 'notPermitted' || forms[form].onOperatorsWord !== true) return refusal;
  return { ...refusal, permitted: [{ role: 'dispatcher' }] };
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
