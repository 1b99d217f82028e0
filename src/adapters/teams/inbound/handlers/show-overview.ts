import { viewHere } from '../view-here';
import { maxTicketsInDigest } from '../../../../app/deliver-digest';
import { commandNames } from '../../../../texts/commands.de';
import { digestSummary } from '../../../../texts/summaries.de';
import { renderDigestCard } from '../../cards/digest-card';
import { type Answer, type BotDeps, shows, type Turn } from '../turn';
import { linksTo } from './show-list';

/** "Übersicht": what a digest would say now, of the place or in a private chat of the person. */
export async function showOverview(deps: BotDeps, turn: Turn): Promise<Answer> {
  const digest = await deps.queries.digest(turn.reader, maxTicketsInDigest);
  shows(turn, digest.list.tickets);
  const card = renderDigestCard({
    heading: commandNames.overview,
    digest,
    namesDelivery: true,
    view: viewHere(deps),
    link: await linksTo(deps, turn, digest.list.tickets),
  });
  const title = commandNames.overview;
  return { kind: 'page', title, summary: digestSummary(title, digest), card };
}
