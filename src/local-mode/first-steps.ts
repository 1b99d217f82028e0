import { personById } from '../domain/organisation/find';
import type { Installation } from '../domain/organisation/installation';
import type { PlannedStep } from '../simulator/host/first-steps';
import type { CastMember, SampleCast } from '../simulator/host/sample-data/cast';
import { localModeTexts } from '../texts/local-mode.de';
import { chatIdOf } from './teams-of-installation';

const ticket = /SP-\d{4}-\d{4}/;
const accepted = /"(?:Akzeptiert|In Bearbeitung|Bearbeitet|Test)"/;
/** That a plan is there, and not that one comes next. */
const plan = /Fehlerbehebungsplan, Version \d/;

/** Five things to try first, each done by the person responsible in the process; none if somebody needed is missing. */
export function firstSteps(installation: Installation, cast: SampleCast | undefined): PlannedStep[] {
  const { steps } = localModeTexts;
  const [operator] = cast?.operators ?? [];
  const [reporter] = operator?.members ?? [];
  const [dispatcher] = cast?.dispatchers ?? [];
  const [maintainer] = operator?.maintained.flatMap((module) => cast?.maintainers[module] ?? []) ?? [];
  if (
    operator === undefined ||
    reporter === undefined ||
    dispatcher === undefined ||
    maintainer === undefined
  ) {
    return [];
  }
  const name = ({ person }: CastMember) => personById(installation, person)?.name ?? person;
  const channel = reporter.conversationId === chatIdOf(reporter.person) ? undefined : operator.name;
  const says = (conversationId: string, what: RegExp) =>
    ({ kind: 'bot-says', conversationId, what }) as const;
  const at = (member: CastMember) => ({ person: member.person, conversationId: member.conversationId });
  return [
    {
      ...at(reporter),
      text: steps.report(name(reporter), channel, localModeTexts.team),
      done: says(reporter.conversationId, ticket),
    },
    {
      ...at(dispatcher),
      text: steps.accept(name(dispatcher)),
      done: says(dispatcher.conversationId, accepted),
    },
    {
      ...at(dispatcher),
      text: steps.assign(name(dispatcher), name(maintainer)),
      done: says(maintainer.conversationId, ticket),
    },
    {
      ...at(maintainer),
      text: steps.plan(name(maintainer)),
      done: says(reporter.conversationId, plan),
    },
    { ...at(dispatcher), text: steps.clock, done: { kind: 'clock-moved' } },
  ];
}
