import { contractOn, hasRole, maintainersOf, peopleWithRole } from '../domain/organisation/find';
import type { Installation, MaintainedModule, Organisation } from '../domain/organisation/installation';
import type { Instant } from '../domain/instant';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import { instantToLocal } from '../domain/service-calendar/local-time';
import type { CastMember, CastOperator, SampleCast } from '../simulator/host/sample-data/cast';
import { namesIn } from '../texts/names';
import { chatIdOf } from './teams-of-installation';

const month = 32 * 24 * 3_600_000;

/** Who can play a month of tickets that ends now; undefined if somebody needed is missing. */
export function sampleCast(installation: Installation, now: Instant): SampleCast | undefined {
  const { dispatchChannel, platformChannel } = installation;
  const inDispatch = (person: { readonly id: string }): CastMember => ({
    person: person.id,
    conversationId: dispatchChannel.conversation,
  });
  const dispatchers = peopleWithRole(installation, 'dispatcher').map(inDispatch);
  const operators = installation.organisations
    .map((organisation) => operatorOf(installation, organisation, now))
    .filter(({ members, maintained }) => members.length > 0 && maintained.length > 0);
  if (dispatchers.length === 0 || operators.length === 0) return undefined;
  const [platform] = peopleWithRole(installation, 'platformMaintainer');
  return {
    dispatchers,
    operators,
    maintainers: Object.fromEntries(
      installation.modules.map((module) => [module.name, maintainersIn(installation, module)]),
    ),
    ...(platform && { platform: { person: platform.id, conversationId: platformChannel.conversation } }),
  };
}

function operatorOf(installation: Installation, organisation: Organisation, now: Instant): CastOperator {
  const { calendar } = calendarAt(installation.calendars, now);
  const days = [now - month, now].map((at) => instantToLocal(at, calendar.zone).date);
  const modules = installation.modules.filter((module) =>
    days.every((day) => contractOn(installation, organisation.id, module.id, day) !== undefined),
  );
  const isMaintained = (module: MaintainedModule) => maintainersIn(installation, module).length > 0;
  return {
    name: organisation.name,
    members: membersOf(installation, organisation),
    maintained: modules.filter(isMaintained).map(({ name }) => name),
    unmaintained: modules.filter((module) => !isMaintained(module)).map(({ name }) => name),
  };
}

/** The people of an operator who see its tickets. */
function membersOf(installation: Installation, organisation: Organisation): CastMember[] {
  const { channel, contactPeople } = organisation;
  const own = installation.people.filter(
    (person) => person.organisation === organisation.id && hasRole(person, 'operator'),
  );
  if (channel !== undefined)
    return own.map(({ id }) => ({ person: id, conversationId: channel.conversation }));
  return own
    .filter(({ id }) => contactPeople.includes(id))
    .map(({ id }) => ({ person: id, conversationId: chatIdOf(id) }));
}

function maintainersIn(installation: Installation, { id, channel }: MaintainedModule) {
  if (channel === undefined) return [];
  return maintainersOf(installation, id).map((person) => ({
    person: person.id,
    conversationId: channel.conversation,
    // As the dispatcher's form names them.
    choice: namesIn(installation).personOf(person.id, person.organisation),
  }));
}
