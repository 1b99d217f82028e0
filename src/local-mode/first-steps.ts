import { isReadable, numberOf, type TicketStore } from '../app/ports/ticket-store';
import { personById } from '../domain/organisation/find';
import type { Installation } from '../domain/organisation/installation';
import type { TicketEvent } from '../domain/ticket/event-rules';
import type { Deed } from '../simulator/host/bot/bot-under-test';
import type { PlannedStep } from '../simulator/host/first-steps';
import type { CastMember, CastOperator, SampleCast } from '../simulator/host/sample-data/cast';
import { localModeTexts } from '../texts/local-mode.de';
import { teamsOfInstallation } from './teams-of-installation';

/** How many tickets are read at once. */
const portion = 100;

/** Five things to try first, each done by the person responsible in the process; none if somebody needed is missing. */
export function firstSteps(installation: Installation, cast: SampleCast | undefined): PlannedStep[] {
  const { steps } = localModeTexts;
  const [dispatcher] = cast?.dispatchers ?? [];
  const reported = cast?.operators.flatMap((operator) => reportIn(installation, cast, operator)).at(0);
  if (dispatcher === undefined || reported === undefined) return [];
  const { reporter, module, maintainer } = reported;
  const channel = channelNames(installation);
  const name = ({ person }: CastMember) => personById(installation, person)?.name ?? person;
  const where = ({ conversationId }: CastMember) => channel.get(conversationId);
  const step = (member: CastMember, text: string, done: PlannedStep['done']): PlannedStep => ({
    person: member.person,
    conversationId: member.conversationId,
    text,
    done,
  });
  const recorded = (...whats: readonly string[]) => ({ kind: 'recorded', whats }) as const;
  return [
    step(
      reporter,
      steps.report(name(reporter), module.name, where(reporter)),
      recorded(deeds.reported(module.id)),
    ),
    // Whoever accepts has analysed, though a colleague may have begun it (process 2.2).
    step(
      dispatcher,
      steps.analyse(name(dispatcher), where(dispatcher)),
      recorded(deeds.analysed, deeds.accepted),
    ),
    // Recorded in one form with the acceptance or by itself, as the person likes.
    step(
      dispatcher,
      steps.assign(name(dispatcher), name(maintainer), where(dispatcher)),
      recorded(deeds.assigned(maintainer.person)),
    ),
    step(maintainer, steps.plan(name(maintainer), where(maintainer)), recorded(deeds.planProposed)),
    step(dispatcher, steps.clock, { kind: 'deadline-passed' }),
  ];
}

/** What people have done to the tickets that are under way, in the words that the steps are compared with. */
export async function deedsOf(tickets: Pick<TicketStore, 'watched'>): Promise<Deed[]> {
  const found: Deed[] = [];
  for (let last: string | undefined; ;) {
    const some = await tickets.watched(last, portion);
    for (const record of some.filter(isReadable)) found.push(...deedsIn(record.ticket.number, record.events));
    const [end] = some.slice(-1);
    if (end === undefined || some.length < portion) return found;
    last = numberOf(end);
  }
}

const deeds = {
  reported: (module: string) => `reported ${module}`,
  analysed: 'analysed',
  accepted: 'accepted',
  assigned: (person: string) => `assigned ${person}`,
  planProposed: 'plan proposed',
} as const;

function deedsIn(number: string, events: readonly TicketEvent[]): Deed[] {
  return events.flatMap((event, index) => {
    const what = deedIn(event);
    return what === undefined ? [] : [{ id: `${number} ${index}`, person: event.by, what }];
  });
}

function deedIn(event: TicketEvent): string | undefined {
  if (event.type === 'faultReported') return deeds.reported(event.module);
  if (event.type === 'analysisStarted') return deeds.analysed;
  if (event.type === 'faultAccepted') return deeds.accepted;
  if (event.type === 'ticketAssigned') return deeds.assigned(event.person);
  return event.type === 'fixPlanProposed' ? deeds.planProposed : undefined;
}

/** The modules of the operator that somebody maintains, by name, and who reports in them. */
function reportIn(installation: Installation, cast: SampleCast, { members, maintained }: CastOperator) {
  const [reporter] = members;
  const byName = maintained.toSorted((one, other) => one.localeCompare(other, 'de'));
  return byName.flatMap((moduleName) => {
    const module = installation.modules.find((each) => each.name === moduleName);
    const [maintainer] = cast.maintainers[moduleName] ?? [];
    if (reporter === undefined || module === undefined || maintainer === undefined) return [];
    return [{ reporter, module, maintainer }];
  });
}

/** As Teams on this machine names them; a private chat has no name. */
function channelNames(installation: Installation): ReadonlyMap<string, string> {
  const { teams = [] } = teamsOfInstallation(installation);
  return new Map(teams.flatMap(({ channels }) => channels.map(({ id, name }) => [id, name] as const)));
}
