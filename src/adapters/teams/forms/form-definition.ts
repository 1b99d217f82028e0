import type { View } from '../../../texts/view';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Role } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import type { TicketCommand } from '../../../domain/ticket/actions/registry';
import type { Actor } from '../../../domain/ticket/command-base';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import type { LabelledText } from '../cards/labelled-text';
import type { FormId } from '../cards/payload';
import type { Field } from './field';

/** What a form is shown and read with: all from the server, nothing from the card. */
export interface FormContext {
  readonly view: View;
  readonly actor: Actor;
  /** In which roles the person may act on the ticket here as well (process 1). */
  readonly otherRoles?: readonly Role[];
  /** The place whose card it belongs to. */
  readonly place?: Place;
  /** The ticket of the form; absent for a new report. */
  readonly record?: TicketRecord;
  /** The other tickets that the ticket speaks of and the person may read too. */
  readonly readable?: ReadonlySet<TicketNumber>;
  /** Open tickets of the same module and operator, for the check page of a report. */
  readonly similarTickets?: readonly Ticket[];
}

/** Values as the client sent or will show them: input id -> text (choices, dates and toggles are texts as well). */
export type FieldValues = Readonly<Record<string, string>>;
/** Input id -> German sentence; the key '' is for the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A command without what the handler adds (id and version). */
export type CommandContent = DistributiveOmit<
  TicketCommand,
  'commandId' | 'seenVersion' | 'onlyAtSeenVersion'
>;

export type FormReading<Command = CommandContent> =
  | { readonly ok: true; readonly command: Command }
  /** Another form was asked for ("Weitere Aktionen"). */
  | { readonly ok: true; readonly next: FormId }
  | { readonly ok: false; readonly errors: FieldErrors };

/** What is shown before something is sent that deserves a second look. */
export interface CheckPage {
  readonly intro: string;
  readonly lines: readonly LabelledText[];
  /** What the reader should heed before sending; texts of ours. */
  readonly warnings: readonly string[];
  /** Open tickets that may be the same fault. */
  readonly similar: readonly LabelledText[];
}

/**
 * One definition of a form (its fields and the command made of them), shown as a dialog or inline as a card: the same
 * reading and the same handler for both. One template per kind of field draws them all.
 */
export interface Form<Context, Command, Id extends string = string> {
  readonly id: Id;
  title(context: Context): string;
  /** Label of the button that sends; "Weiter" stands on the page before a check page. */
  submitLabel(context: Context): string;
  /** What the form lacks to be filled in, besides the rule of its action; the sentence is shown in place of its fields. */
  blocked?(context: Context): string | undefined;
  /** The form's own inputs in the order they are drawn in; nothing else of what a client sends is looked at. */
  fields(context: Context): readonly Field[];
  /** The values of a form opened new. */
  initialValues(context: Context): FieldValues;
  /** What is shown above the fields, of the ticket or as a hint; `isPrivate` where nobody but the person sees it. */
  info(context: Context, isPrivate?: boolean): readonly LabelledText[];
  /** From the form's own checked and trimmed values; an empty field is not among them. */
  read(context: Context, values: FieldValues): FormReading<Command>;
  /** Data of the check page (cards/forms/check.form.json): what will be sent and what follows. */
  check?(context: Context, command: Command): CheckPage;
}

/** A form of an action on a ticket, or of a new report. */
export interface FormDefinition extends Form<FormContext, CommandContent, FormId> {
  /** Fills in an operator's action on their word (process 3). */
  readonly onOperatorsWord?: true;
  /** What the command will be about, as far as it is typed: somebody else may have done just that. */
  about?(values: FieldValues): Partial<CommandContent> | undefined;
}

/** What a shown form carries back when it is sent. */
export interface FormState {
  readonly nonce: string;
  readonly seenVersion?: number;
  readonly origin?: string;
}
