import { viewHere } from '../view-here';
import type { OrganisationPlace } from '../../../../domain/organisation/place';
import type { Refusal } from '../../../../domain/ticket/decide';
import { mayRead, roleOfReader } from '../../../../domain/ticket/access';
import { standing } from '../../../../domain/ticket/deciding';
import { noticeFor } from '../../../../domain/ticket/release/release-notice';
import { actorIn } from '../../../../domain/ticket/rights';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { cardWords } from '../../../../texts/card-words.de';
import { refusalText, refusalToReaderText } from '../../../../texts/refusals.de';
import { noticeSummary } from '../../../../texts/summaries.de';
import { renderNotice } from '../../cards/notice-card';
import { renderReleaseNoticeCard } from '../../cards/notice-release-card';
import type { Payload } from '../../cards/payload';
import { placeForNotice } from '../../../../app/acting/acting-place';
import { commandIdOf } from '../command-id';
import type { Answer, BotDeps, Turn } from '../turn';
import { notReadHere } from './not-read-here';
import { notice, ticketNotFound } from './plain-answers';

/**
 * "Gelesen" on the card of a release notice, by one person for the organisation of its place (process 6). The ticket
 * itself may be somebody else's: nothing of it but the notice is answered.
 */
export async function confirmFromCard(
  deps: BotDeps,
  turn: Turn,
  { ticket, version }: Extract<Payload, { readonly do: 'act' }>,
): Promise<Answer> {
  const { person, reader } = turn;
  const place = placeForNotice(turn);
  if (place === undefined) return notice(botAnswers.notUnderstood);
  const operator = place.organisation;
  const installation = deps.directory.installation();
  if (actorIn(installation, person.id, 'operator')?.organisation !== operator) {
    return notPermitted(deps, turn, ticket, place);
  }
  const commandId = commandIdOf(ticket, version, 'confirmNotice', person.id);
  const outcome = await deps.runCommand({
    ticket,
    person: person.id,
    role: 'operator',
    reader,
    command: { type: 'confirmNotice', commandId, seenVersion: version, operator },
  });
  const { record } = outcome;
  if (record === undefined || noticeFor(record.ticket, operator) === undefined) {
    const isRead = record !== undefined && mayRead(installation, reader, record.ticket);
    if (!isRead || outcome.kind !== 'refused') return notReadHere(deps, turn, ticket);
    return notice(refusalToReaderText(outcome.refusal, record.ticket, viewHere(deps)));
  }
  const card = renderReleaseNoticeCard({ record, operator, view: viewHere(deps), mode: deps.mode });
  if (outcome.kind !== 'refused') {
    return { kind: 'outcome', text: botAnswers.noticeConfirmed, card };
  }
  const text = refusalText(outcome.refusal, viewHere(deps));
  return { kind: 'outcome', text, card: renderNotice(text, card) };
}

/** The card of a release notice that is looked at. */
export async function refreshNotice(deps: BotDeps, turn: Turn, ticket: TicketNumber): Promise<Answer> {
  const operator = placeForNotice(turn)?.organisation;
  const record = operator && (await deps.queries.ticketOfNotice(operator, ticket));
  if (operator === undefined || record === undefined) return ticketNotFound();
  const view = viewHere(deps);
  const confirmed = noticeFor(record.ticket, operator)?.confirmed !== undefined;
  const card = renderReleaseNoticeCard({ record, operator, view, mode: deps.mode });
  const title = cardWords.releaseNotice;
  return { kind: 'page', title, summary: noticeSummary(record.ticket, confirmed, view), card };
}

/** Dispatchers see every channel, but confirm on the operator's word, by a form of their own card. */
async function notPermitted(
  deps: BotDeps,
  turn: Turn,
  ticket: string,
  { organisation }: OrganisationPlace,
): Promise<Answer> {
  const { person } = turn;
  const permitted = [{ role: 'operator', organisation } as const];
  const refusal: Refusal = { code: 'notPermitted', action: 'confirmNotice', permitted };
  const action = 'confirmNotice';
  const at = deps.clock.now();
  await deps.audit?.refused({ at, person: person.id, role: 'operator', ticket, action, code: refusal.code });
  const record = await deps.queries.ticket(ticket);
  const isShownHere =
    record !== undefined &&
    (noticeFor(record.ticket, organisation) !== undefined ||
      roleOfReader(deps.directory.installation(), person.id, record.ticket) !== undefined);
  if (!isShownHere) return notReadHere(deps, turn, ticket);
  return notice(refusalText({ ...refusal, standing: standing(record.ticket) }, viewHere(deps)));
}
