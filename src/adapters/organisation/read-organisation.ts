import { contradictionsIn } from '../../domain/organisation/contradictions';
import type { ChannelAddress, Installation } from '../../domain/organisation/installation';
import { standardChecklist } from '../../domain/organisation/onboarding/standard-checklist';
import { standardUrgentReports } from '../../domain/organisation/urgent-reports';
import type { CalendarDefinition } from '../../domain/service-calendar/calendar-definition';
import { createServiceCalendar } from '../../domain/service-calendar/service-calendar';
import { standardChecklistTitles } from '../../texts/standard-checklist.de';
import { checkCalendars } from './check-calendars';
import { checkChannels } from './check-channels';
import { contradictionSentence, pathOf } from './contradiction-problems';
import { type FieldPath, formatPath } from './field-path';
import { type ChannelEntry, type OrganisationFile, organisationFileShape } from './file-shape';
import { inOrder, OrganisationFileError, type OrganisationProblem } from './organisation-file-error';
import { readYaml } from './yaml-source';

/**
 * The installation described by the text of an organisation file. Throws OrganisationFileError with everything that is
 * wrong; relations between fields are checked once each field is valid in itself.
 */
export function readOrganisation(text: string, file = 'the organisation file'): Installation {
  const source = readYaml(text);
  const problems: OrganisationProblem[] = [...source.problems];
  const report = (path: FieldPath, message: string): void => {
    const line = source.lineOf(path);
    problems.push({ path: formatPath(path), message, ...(line !== undefined && { line }) });
  };
  if (problems.length > 0) throw new OrganisationFileError(file, problems);

  const reading = organisationFileShape.safeParse(source.value);
  for (const { path, message } of reading.error?.issues ?? []) report(path as (string | number)[], message);
  if (!reading.success) throw new OrganisationFileError(file, inOrder(problems));

  const { data } = reading;
  checkCalendars(data.calendars, report);
  const content = withoutCalendars(data);
  for (const contradiction of contradictionsIn(content)) {
    report(pathOf(contradiction.at), contradictionSentence(contradiction, content));
  }
  checkChannels(data, report);
  if (problems.length > 0) throw new OrganisationFileError(file, inOrder(problems));
  return { ...content, calendars: calendarsOf(data) };
}

function calendarsOf({ calendars }: OrganisationFile): Installation['calendars'] {
  return calendars.map(({ validFrom, ...definition }) => ({
    id: validFrom,
    validFrom,
    // checkCalendars has found nothing wrong with it.
    calendar: createServiceCalendar(definition as CalendarDefinition),
  }));
}

/** There are calendars only once nothing is wrong with them, and all that is wrong is said at once. */
function withoutCalendars(file: OrganisationFile): Omit<Installation, 'calendars'> {
  const { hostingTenant, serviceUrl, hotline, people, contracts, absences = [], duty = [] } = file;
  const address = (entry: ChannelEntry): ChannelAddress => ({ tenant: hostingTenant, serviceUrl, ...entry });
  return {
    hostingTenant,
    serviceUrl,
    hotline,
    dispatchChannel: address(file.dispatch.channel),
    platformChannel: address(file.platform.channel),
    urgentReports: { ...standardUrgentReports, ...file.urgentReports },
    onboardingChecklist: file.onboarding?.checklist ?? standardChecklist(standardChecklistTitles),
    organisations: file.organisations.map(({ channel, contactPeople = [], ...organisation }) => ({
      ...organisation,
      contactPeople,
      ...(channel && { channel: address(channel) }),
    })),
    people,
    modules: file.modules.map(({ channel, ...module }) => ({
      ...module,
      ...(channel && { channel: address(channel) }),
    })),
    contracts: contracts.map((contract) => ({ id: contractIdOf(contract), ...contract })),
    absences,
    duty,
    accessTasks: [],
    contractReminders: [],
    onboardings: [],
  };
}

/** What names a contract in its history; an entry that names none is meant by operator, module and first day. */
function contractIdOf({ id, operator, module, from }: OrganisationFile['contracts'][number]): string {
  return id ?? `${operator}-${module}-${from}`;
}
