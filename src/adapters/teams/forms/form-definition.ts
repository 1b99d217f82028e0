import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Instant } from '../../../domain/instant';
import type { Installation, Role } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import type { TicketCommand } from '../../../domain/ticket/actions/registry';
import type { Actor } from '../../../domain/ticket/command-base';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { FormId } from '../cards/payload';
import type { Field } from './field';

/** What a form is shown and read with: all from the server, nothing from the card. */
export interface FormContext {
  readonly installation: Installation;
  readonly actor: Actor;
  /** In which roles the person may act on the ticket here as well (process 1). */
  readonly otherRoles?: readonly Role[];
  /** The place of the conversation; absent in a private chat. */
  readonly place?: Place;
  readonly now: Instant;
  /** The ticket of the form; absent for a new report. */
  readonly record?: TicketRecord;
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

export type FormReading =
  | { readonly ok: true; readonly command: CommandContent }
  /** Another form was asked for ("Weitere Aktionen"). */
  | { readonly ok: true; readonly next: FormId }
  | { readonly ok: false; readonly errors: FieldErrors };

/** A label of ours and a text that may be typed: shown in a RichTextBlock, where nothing of it becomes markup. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

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
 * One definition of a form (template, schema, command builder), shown as a dialog or inline as a card:
 * the same validation and the same handler for both.
 */
export interface FormDefinition {
  readonly id: FormId;
  /** cards/forms/<template>.form.json */
  readonly template: string;
  title(context: FormContext): string;
  /** Label of the button that sends; "Weiter" stands on the page before a check page. */
  submitLabel(context: FormContext): string;
  /** Why the form cannot be filled in now, shown in place of its fields; undefined where it can. */
  blocked?(context: FormContext): string | undefined;
  /** The form's own inputs: nothing else of what a client sends is looked at. */
  fields(context: FormContext): readonly Field[];
  /** The values of a form opened new. */
  initialValues(context: FormContext): FieldValues;
  /** The template's data besides values and errors: choices, what is shown of the ticket, warnings. */
  view(context: FormContext, values: FieldValues): Readonly<Record<string, unknown>>;
  /** From the form's own checked and trimmed values; an empty field is not among them. */
  read(context: FormContext, values: FieldValues): FormReading;
  /** Data of the check page (cards/forms/check.form.json): what will be sent and what follows. */
  check?(context: FormContext, command: CommandContent): CheckPage;
}

/** How forms reach the reader: as dialogs opened from a card, or inline where the client knows no dialogs. */
export type DialogMode = 'dialog' | 'inline';

/** What a shown form carries back when it is sent. */
export interface FormState {
  readonly nonce: string;
  readonly seenVersion?: number;
  readonly origin?: string;
}
