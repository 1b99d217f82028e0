import { moduleById, organisationById } from '../domain/organisation/find';
import { isRetiredOn } from '../domain/organisation/in-force';
import type { MaintainedModule, ModuleId, OrganisationId } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import { formatDay } from './german-time';
import { listed } from './parties.de';
import type { View } from './view';

const source = 'der Quelltext ist bei der Eclipse Foundation frei verfügbar';
const withoutContract = `${source}, einen Vertrag vermittelt der Prozessverantwortliche (siehe „Ansprechpartner“).`;

/**
 * Process 8: no ticket without a contract, and where source and contract are to be had; there is none any more with what is
 * retired. Without an operator, nobody has one for the module.
 */
export function noContractText(operator: OrganisationId | undefined, module: ModuleId, view: View): string {
  const names = operator === undefined ? [] : [view.organisation(operator)];
  const what = listed([...names, view.module(module)]);
  return (
    retiredModuleText(module, view) ??
    (operator === undefined ? undefined : retiredOperatorText(operator, view)) ??
    `Für ${what} gilt an diesem Tag kein Pflegevertrag; ${withoutContract}`
  );
}

/** Said before the form of a report, to an operator without any contract (process 8). */
export function noContractAtAllText(operator: string): string {
  return `Für ${operator} gilt zurzeit kein Pflegevertrag; ${withoutContract}`;
}

/** Undefined for one that is maintained. */
export function retiredModuleText(module: ModuleId, view: View): string | undefined {
  const since = retiredSince(moduleById(view.installation, module), view);
  return since && `${view.module(module)} wird seit ${since} nicht mehr gepflegt; ${source}.`;
}

/** Undefined for one that takes part. */
export function retiredOperatorText(operator: OrganisationId, view: View): string | undefined {
  const since = retiredSince(organisationById(view.installation, operator), view);
  return (
    since && `${view.organisation(operator)} nimmt seit ${since} nicht mehr an der Software-Pflege teil.`
  );
}

function retiredSince(
  found: Pick<MaintainedModule, 'retired'> | undefined,
  { installation, now }: View,
): string | undefined {
  if (found?.retired === undefined) return undefined;
  const { day } = localDayAt(installation.calendars, now);
  return isRetiredOn(found, day) ? formatDay(found.retired) : undefined;
}
