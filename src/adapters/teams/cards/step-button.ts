import { actsAtOnce, isTicketAction } from '../../../domain/ticket/actions/registry';
import type { Role } from '../../../domain/organisation/installation';
import type { Ticket } from '../../../domain/ticket/ticket';
import { stepNameFor } from '../../../texts/action-names.de';
import { actButton, openButton } from './buttons';
import type { CardPart } from './card-json';
import type { DialogMode } from './dialog-mode';
import { formIds, type Step } from './payload';

/** How the step is taken on the ticket: at once where it asks for nothing, otherwise by its form. */
export function wayOf(step: Step, ticket: Ticket) {
  if (isTicketAction(step) && actsAtOnce(step, ticket)) return { act: step } as const;
  const open = formIds.find((each) => each === step);
  if (open === undefined) throw new Error('a step that has no form');
  return { open } as const;
}

export function stepButton(step: Step, ticket: Ticket, role: Role, mode: DialogMode): CardPart {
  const name = stepNameFor({ step, role, ticket });
  const way = wayOf(step, ticket);
  return 'act' in way ? actButton(name, way.act, ticket) : openButton(name, way.open, mode, ticket);
}
