import { z } from 'zod';
import {
  type AtOnceAction,
  type AtOnceOnWord,
  isAtOnce,
  type TicketAction,
  ticketActions,
} from '../../../domain/ticket/actions/registry';
import { cardSubjects } from '../../../app/messages/card-subject';
import { ticketNumberPattern } from '../../../domain/ticket/ticket';
import { ticketStates } from '../../../domain/ticket/ticket-state';

/** The forms by which a dispatcher does on the operator's word what asks for nothing where the operator does it (process 3). */
const formsOnOperatorsWord = {
  agreeToPlan: 'agreeForOperator',
  confirmNotice: 'confirmNoticeForOperator',
} as const satisfies Readonly<Record<AtOnceOnWord, string>>;
/** The forms that do in one what is two actions of process 3, by the action they are judged by. */
const formsInOne = { acceptAndAssign: 'accept' } as const satisfies Readonly<Record<string, TicketAction>>;
type FormInOne = keyof typeof formsInOne;
type FormOnWord = (typeof formsOnOperatorsWord)[AtOnceOnWord];

/** A form of each action that asks for something, those in one, those on the operator's word, and the one that leads to the others. */
export type FormId = Exclude<TicketAction, AtOnceAction> | FormInOne | FormOnWord | 'moreActions';
/** What a button or a choice leads to: an action, by its own form or at once, or another form of it. */
export type Step = TicketAction | Exclude<FormId, 'moreActions'>;
export const formIds: readonly FormId[] = [
  ...ticketActions.filter((action) => !isAtOnce(action)),
  'acceptAndAssign',
  ...Object.values(formsOnOperatorsWord),
  'moreActions',
];

/** The action that a step or form is about, by which right and state are judged; "Weitere Aktionen" is about none. */
export function actionOfForm(form: Step): TicketAction;
export function actionOfForm(form: Step | FormId): TicketAction | undefined;
export function actionOfForm(form: Step | FormId): TicketAction | undefined {
  const onWord: Readonly<Partial<Record<TicketAction, FormId>>> = formsOnOperatorsWord;
  const inOne: Readonly<Partial<Record<Step | FormId, TicketAction>>> = formsInOne;
  return inOne[form] ?? ticketActions.find((action) => action === form || onWord[action] === form);
}

/** What a form does; "Weitere Aktionen" does what was chosen in it. */
export function stepOfForm(form: FormId, chosen?: TicketAction): Step | undefined {
  return form === 'moreActions' ? chosen : form;
}

/** The lists of the organisation's records and of what follows from them (process 1, 7, 8), of former contacts (process 9), and of those who are in a channel and no record names. */
export const recordLists = [
  'people',
  'absences',
  'duty',
  'organisations',
  'modules',
  'contracts',
  'accessTasks',
  'onboardings',
  'formerContacts',
  'ownContracts',
  'newcomers',
] as const;
export type RecordList = (typeof recordLists)[number];

/** The lists that are paged and narrowed. */
const listKinds = ['open', 'mine', 'released', 'contacts', ...recordLists] as const;
export type ListKind = (typeof listKinds)[number];

/** The forms of the records: each enters a new one or changes the one that it is opened for. */
export const recordFormIds = [
  'person',
  'absence',
  'dutyWeek',
  'organisation',
  'module',
  'contract',
  'version',
  'accessDone',
  'startOnboarding',
  'tickStep',
  'untickStep',
  'cancelOnboarding',
] as const;
export type RecordFormId = (typeof recordFormIds)[number];

const ticket = z.string().regex(ticketNumberPattern);
/** Unlike the number it cannot be guessed; absent for tickets of before there were proofs. */
const proof = z.string().max(100).optional();
const version = z.number().int().positive();
const nonce = z.uuid();
/** Values of a form, packed (held-values). */
const held = z.string().max(20_000).optional();
/** Counted from 1. */
const page = z.number().int().positive().max(10_000);
/** Says that it stands on the ticket's tracked card, or on that of its notice; where another is tracked, this one is its twin. */
const card = z.enum(cardSubjects).optional();

/** UTF-16 units of what a list is searched for. */
export const longestSearch = 100;

const listFilters = {
  module: z.string().min(1).max(100).optional().catch(undefined),
  state: z.enum(ticketStates).optional().catch(undefined),
  faultClass: z.enum(['1', '2', '3', '4']).optional().catch(undefined),
  overdue: z.enum(['true', 'false']).optional().catch(undefined),
  waiting: z.enum(['true', 'false']).optional().catch(undefined),
  /** What the names in a list of records have in them. */
  search: z.string().max(longestSearch).optional().catch(undefined),
  /** The conversation whose members are listed. */
  channel: z.string().min(1).max(400).optional().catch(undefined),
};

/** Which record a form is about, as the record's list knows it; a new one without. */
const recordKey = z.string().min(1).max(500).optional();

/**
 * What a button of this product carries. Cards are untrusted input: everything else in the data are the form's
 * fields, which the form's own schema reads; rights and state never come from here.
 */
export const payloadSchema = z.discriminatedUnion('do', [
  /** A button that acts at once. */
  z.object({ do: z.literal('act'), action: z.enum(ticketActions), ticket, proof, version, card }),
  /**
   * A button that opens a form: a dialog by task/fetch, or inline as the answer to Action.Execute. `held` are values that a
   * new report begins with.
   */
  z.object({
    do: z.literal('open'),
    form: z.enum(formIds),
    ticket: ticket.optional(),
    proof,
    version: version.optional(),
    card,
    held,
  }),
  /** A form's own buttons. `held` are the values of the page before, on the check page. */
  z.object({
    do: z.literal('submit'),
    form: z.enum(formIds),
    page: z.enum(['fill', 'check', 'back']),
    nonce,
    ticket: ticket.optional(),
    proof,
    version: version.optional(),
    /** The activity of the card that opened the form, in the same conversation. */
    origin: z.string().max(400).optional(),
    held,
  }),
  /** A button that opens the form of a record, in the same ways. */
  z.object({ do: z.literal('openRecord'), form: z.enum(recordFormIds), of: recordKey }),
  /** Such a form's own buttons; `version` is that of the records it was opened on. */
  z.object({
    do: z.literal('submitRecord'),
    form: z.enum(recordFormIds),
    page: z.enum(['fill', 'check', 'back']),
    nonce,
    of: recordKey,
    version: version.optional(),
    held,
  }),
  /** "Inhalt anzeigen", "Begründung der Frist" and "Verlauf": a reading dialog, or inline the answer. */
  z.object({
    do: z.literal('read'),
    what: z.enum(['content', 'deadline', 'history']),
    ticket,
    proof,
    page: page.optional(),
    card,
  }),
  /** A page of a list. The filters are inputs of its card: what is none of their values narrows nothing. */
  z.object({
    do: z.literal('list'),
    list: z.enum(listKinds),
    page,
    ...listFilters,
    /** The filters of the list that is paged: with them, the card's fields count for nothing. */
    kept: z.object(listFilters).optional(),
  }),
  /** A card that is looked at refreshes itself, and a form is left without sending. */
  z.object({ do: z.literal('refresh'), ticket, proof, card }),
  /** A chat command, of the help card or of what is offered. */
  z.object({ do: z.literal('say'), command: z.string().max(200) }),
]);
export type Payload = z.infer<typeof payloadSchema>;
