import { formatInstant } from '../../../../texts/german-time';
import {
  digestElsewhereText,
  digestNotYoursText,
  digestOffText,
  digestOnText,
} from '../../../../texts/digest.de';
import { belongsTo } from '../../../../domain/ticket/access';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { done, notice } from './plain-answers';

/**
 * "Tagesübersicht an" and "Tagesübersicht aus": in an operator's own channel, by one of its people; everybody else reads who
 * can, and nothing changes.
 */
export async function switchDigest(
  deps: BotDeps,
  { places, person }: Turn,
  command: 'digestOn' | 'digestOff',
): Promise<Answer> {
  // In a private chat there are no places.
  const place = places.find(({ kind }) => kind === 'organisation');
  if (place?.kind !== 'organisation') return notice(digestElsewhereText);
  const { organisation } = place;
  if (!belongsTo(person, place)) {
    await deps.audit.refused({
      at: deps.clock.now(),
      person: person.id,
      role: person.roles[0]?.role ?? 'operator',
      action: command,
      code: 'notAllowed',
    });
    return notice(digestNotYoursText(viewHere(deps).organisation(organisation)));
  }
  if (command === 'digestOff') {
    await deps.subscriptions.unsubscribe(organisation);
    return done(digestOffText());
  }
  const now = deps.clock.now();
  await deps.subscriptions.subscribe(organisation, now);
  const next = deps.nextDigest(now);
  return done(digestOnText(next && formatInstant(next.at, next.zone)));
}
