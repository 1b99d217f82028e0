import { defined } from '../defined';
import type { OrganisationCommand } from '../domain/organisation/actions/registry';
import type { ChangeRefusal } from '../domain/organisation/change-refusal';
import { evidenceFor } from '../domain/organisation/onboarding/evidence';
import { stepOf } from '../domain/organisation/onboarding/onboarding';
import type { OrganisationRecords } from '../domain/organisation/records';
import type { TicketStore } from './ports/ticket-store';

/**
 * Why the ticket that is to show that somebody can do it does not: it is no trial ticket of the module that has gone the whole
 * way and was theirs, assigned to the person or, where the company is set up, to anybody of it (process 7). Undefined of
 * everything else.
 */
export async function trialRefusal(
  { tickets }: { readonly tickets: Pick<TicketStore, 'find'> },
  { onboardings }: OrganisationRecords,
  command: OrganisationCommand,
): Promise<ChangeRefusal | undefined> {
  if (command.type !== 'tickItem') return undefined;
  const onboarding = onboardings.find(({ id }) => id === command.onboarding);
  const step = onboarding && stepOf(onboarding, command.step);
  if (onboarding === undefined || step === undefined || evidenceFor(step) !== 'trialTicket') return undefined;
  const { module, organisation, person } = onboarding;
  const ticket = (await tickets.find(command.evidence ?? ''))?.ticket;
  const isWalked = ticket?.trial === true && ticket.module === module && ticket.resolution === 'fixed';
  // A ticket that was released keeps its last assignment.
  const assignment = ticket?.assignment;
  const isTheirs =
    assignment?.organisation === organisation && (person === undefined || assignment.person === person);
  return isWalked && isTheirs
    ? undefined
    : { code: 'notATrial', of: { module, organisation, ...defined({ person }) } };
}
