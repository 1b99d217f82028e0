import { canActAtOnce, type TicketCommand } from '../../../../domain/ticket/actions/registry';
import { botAnswers } from '../../../../texts/bot-answers.de';
import type { Payload } from '../../cards/payload';
import { renderWithdrawnCard } from '../../cards/ticket-card';
import { actingRole } from '../../../../app/acting/acting-roles';
import { findReadable } from '../../../../app/acting/find-readable';
import { commandIdOf } from '../command-id';
import { outcomeAnswer } from '../present-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { confirmFromCard } from './confirm-notice';
import { notReadHere, notReadHereText } from './not-read-here';

type ActPayload = Extract<Payload, { readonly do: 'act' }>;

/** A button that acts at once: on the state it showed, in the role of its card's place (process 1). */
export async function act(deps: BotDeps, turn: Turn, payload: ActPayload): Promise<Answer> {
  const { action, ticket, version } = payload;
  const { person, reader, pressed } = turn;
  // The notice goes to operators who may not read its ticket (process 6).
  if (action === 'confirmNotice') return confirmFromCard(deps, turn, payload);
  if (pressed?.tracked?.withdrawn === true) {
    return {
      kind: 'outcome',
      text: await notReadHereText(deps, turn, ticket),
      card: renderWithdrawnCard(ticket),
    };
  }
  const found = await findReadable(deps, turn, ticket);
  if (found === undefined) return notReadHere(deps, turn, ticket);
  const { place, record } = found;
  const commandId = commandIdOf(ticket, version, action, person.id);
  // Only what can ask for nothing, and the domain says whether it does; everything else has a form, whatever a card says.
  if (!canActAtOnce(action)) return { kind: 'outcome', text: botAnswers.notUnderstood };
  const command: TicketCommand = { type: action, commandId, seenVersion: version, onlyAtSeenVersion: true };
  const role = actingRole(deps.directory.installation(), turn, found, action);
  const outcome = await deps.runCommand({
    ticket,
    person: person.id,
    role,
    reader,
    command,
    lastRead: record,
  });
  // A notice's card never becomes its ticket's.
  const shown = pressed?.tracked?.subject === 'notice' ? undefined : place;
  return outcomeAnswer(deps, turn, outcome, shown, { step: action, role });
}
