import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { OnBehalf } from './on-behalf';

/** Who acts, in which of their roles: taken from the organisation file by a verified identity, never from a card. */
export interface Actor {
  readonly person: PersonId;
  readonly role: Role;
  readonly organisation: OrganisationId;
  /** The modules the person maintains. */
  readonly modules: readonly ModuleId[];
}

export interface CommandBase {
  /** The form's nonce or, for a button without a form, one made from ticket, version, action and person. */
  readonly commandId: string;
  /** The version of the ticket that the card or form showed. */
  readonly seenVersion?: number;
  /** A button that asks nothing acts only on the state it showed; a form was typed and is judged by the present state. */
  readonly onlyAtSeenVersion?: boolean;
  /** A dispatcher doing on an operator's word what the operator may do (process 3). */
  readonly onBehalf?: OnBehalf;
}
