import type { OrganisationChange } from '../domain/organisation/changes';
import type { OrganisationCommand } from '../domain/organisation/actions/registry';
import type { ChangeRefusal } from '../domain/organisation/change-refusal';
import { decideChange } from '../domain/organisation/decide-change';
import { personById } from '../domain/organisation/find';
import { inForceAt } from '../domain/organisation/in-force';
import type { PersonId } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import type { AuditLog } from './ports/audit-log';
import type { Clock } from './ports/clock';
import type { OrganisationStore } from './ports/organisation-store';
import type { TicketStore } from './ports/ticket-store';
import type { RecordedDirectory } from './recorded-directory';
import { trialRefusal } from './trial-evidence';
import { type WhatFollows, whatFollows, type WhatFollowsDeps } from './what-follows';

export interface OrganisationCommandDeps {
  readonly organisation: Pick<OrganisationStore, 'append'>;
  readonly recorded: RecordedDirectory;
  readonly audit: Pick<AuditLog, 'refused'>;
  readonly tickets: Pick<TicketStore, 'find'>;
  readonly clock: Clock;
  /** Called after each write: its effects are waiting. */
  readonly effectsWaiting: () => void;
}

export interface OrganisationCommandInput {
  readonly person: PersonId;
  readonly command: OrganisationCommand;
  /** The same submission takes effect once. */
  readonly commandId: string;
  /** The version of the records that the form was opened on. */
  readonly seenVersion?: number;
}

export type OrganisationOutcome =
  | { readonly kind: 'done'; readonly change: OrganisationChange }
  /** The same submission delivered again: nothing was changed, and the answer is the same. */
  | { readonly kind: 'repeated'; readonly change: OrganisationChange }
  | { readonly kind: 'refused'; readonly refusal: ChangeRefusal };

export type OrganisationPreview =
  | { readonly kind: 'follows'; readonly follows: WhatFollows }
  | Extract<OrganisationOutcome, { readonly kind: 'refused' }>;

/**
 * Decides on the records as they are and writes the decision in one guarded write; if somebody else was faster, it decides
 * again. Each failed guard means that another change succeeded, so the loop ends. What is written is in force here at once.
 */
export async function handleOrganisationCommand(
  deps: OrganisationCommandDeps,
  input: OrganisationCommandInput,
): Promise<OrganisationOutcome> {
  const { organisation, recorded, clock, effectsWaiting } = deps;
  const { person, command, commandId } = input;
  for (;;) {
    await recorded.refresh();
    const earlier = recorded.changes().find((change) => change.commandId === commandId);
    if (earlier !== undefined) return { kind: 'repeated', change: earlier };
    // Before it is decided: what is decided is written on the records that it was decided on.
    const unproven = await trialRefusal(deps, recorded.records(), command);
    const decision = decideNow(deps, input);
    if (decision.kind === 'refusal') return refusing(deps, input, decision.refusal);
    if (unproven !== undefined) return refusing(deps, input, unproven);
    const { role, events } = decision;
    const version = recorded.version() + 1;
    const change = {
      version,
      at: clock.now(),
      action: command.type,
      commandId,
      by: { person, role },
      events,
    };
    if (await organisation.append(change)) {
      await recorded.refresh();
      effectsWaiting();
      return { kind: 'done', change };
    }
  }
}

/** What the command would do now; nothing is written. */
export async function previewOrganisationCommand(
  deps: Omit<OrganisationCommandDeps, 'effectsWaiting'> & WhatFollowsDeps,
  input: Omit<OrganisationCommandInput, 'commandId'>,
): Promise<OrganisationPreview> {
  const { recorded, clock } = deps;
  await recorded.refresh();
  const decision = decideNow(deps, input);
  if (decision.kind === 'refusal') return refusing(deps, input, decision.refusal);
  const { day } = localDayAt(recorded.installation().calendars, clock.now());
  return { kind: 'follows', follows: await whatFollows(deps, decision.events, day) };
}

function decideNow(
  { recorded, clock }: Pick<OrganisationCommandDeps, 'recorded' | 'clock'>,
  { person, command, seenVersion }: Omit<OrganisationCommandInput, 'commandId'>,
) {
  const now = clock.now();
  const installation = recorded.installation();
  const actor = personById(inForceAt(installation, now), person);
  return decideChange(command, {
    records: recorded.records(),
    recorded: installation,
    actor: actor ?? { id: person, roles: [] },
    today: localDayAt(installation.calendars, now).day,
    now,
    after: (events) => recorded.after(events),
    since: recorded.changes().filter(({ version }) => version > (seenVersion ?? Infinity)),
  });
}

/** It is kept that somebody was refused (process 10). */
async function refusing(
  { audit, clock, recorded }: Pick<OrganisationCommandDeps, 'audit' | 'clock' | 'recorded'>,
  { person, command }: Omit<OrganisationCommandInput, 'commandId'>,
  refusal: ChangeRefusal,
): Promise<Extract<OrganisationOutcome, { readonly kind: 'refused' }>> {
  const known = personById(recorded.installation(), person);
  await audit.refused({
    at: clock.now(),
    person,
    role: known?.roles[0]?.role ?? 'operator',
    action: command.type,
    code: refusal.code,
  });
  return { kind: 'refused', refusal };
}
