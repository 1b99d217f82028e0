import type { ContentReading } from '../../../../app/ports/audit-log';
import { roleOfReader } from '../../../../domain/ticket/access';
import { standing } from '../../../../domain/ticket/deciding';
import type { Ticket } from '../../../../domain/ticket/ticket';
import { contentForReadersText } from '../../../../texts/refusals.de';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { notice } from './plain-answers';

/**
 * To be asked before anything is shown that may hold what was typed into a ticket. Of a security-relevant one it is for
 * people who may read it themselves, whatever the channel, and is recorded (process 10); the answer for everybody else.
 */
export async function refusedContent(
  { directory, clock, audit, ...deps }: BotDeps,
  { person: { id: person, roles } }: Turn,
  ticket: Ticket,
  what: ContentReading['what'],
): Promise<Answer | undefined> {
  if (!ticket.securityRelevant) return undefined;
  const at = clock.now();
  const role = roleOfReader(directory.installation(), person, ticket);
  const { number } = ticket;
  if (role !== undefined) {
    await audit.contentRead({ at, person, role, ticket: number, what });
    return undefined;
  }
  const held = roles[0]?.role ?? 'operator';
  await audit.refused({ at, person, role: held, ticket: number, action: what, code: 'contentForReaders' });
  return notice(contentForReadersText(standing(ticket), viewHere({ directory, clock, ...deps })));
}
