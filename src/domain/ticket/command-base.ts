import type { ModuleId, Onboarding, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { OnBehalf } from './on-behalf';

/** Who acts, and in which of their roles: looked up in the organisation by verified identity, never taken from a card. */
export interface Actor {
  readonly person: PersonId;
  readonly role: Role;
  readonly organisation: OrganisationId;
  /** The modules the person maintains. */
  readonly modules: readonly ModuleId[];
  /** The onboardings because of which they are not active for some of them (process 7). */
  readonly notActive?: readonly Onboarding[];
}

export interface CommandBase {
  /** The form's nonce; for a button without a form, made from ticket, version, action and person. */
  readonly commandId: string;
  /** The version of the ticket that the card or form showed. */
  readonly seenVersion?: number;
  /** A button without a form acts only on the state it showed; a form took typing and is judged by the current state. */
  readonly onlyAtSeenVersion?: boolean;
  /** Present when a dispatcher does, on an operator's word, what the operator may do (process 3). */
  readonly onBehalf?: OnBehalf;
}
