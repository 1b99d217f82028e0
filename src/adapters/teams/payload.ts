import { z } from 'zod';
import { ticketActions } from '../../domain/ticket/transitions';

/** A form of each action that asks for something, and the two that lead to them. */
export const formIds = [
  'reportFault',
  'accept',
  'decline',
  'returnReport',
  'supplement',
  'closeWithoutAnswer',
  'withdraw',
  'assign',
  'handBack',
  'changeClass',
  'changePriority',
  'changeModule',
  'moreActions',
] as const;
export type FormId = (typeof formIds)[number];

const ticket = z.string().regex(/^SP-\d{4}-\d{4,}$/);
const version = z.number().int().positive();
const nonce = z.uuid();

/**
 * What a button of this product carries. Cards are untrusted input: everything else in the data are the form's
 * fields, which the form's own schema reads; rights and state never come from here.
 */
export const payloadSchema = z.discriminatedUnion('do', [
  /** A button that acts at once. */
  z.object({ do: z.literal('act'), action: z.enum(ticketActions), ticket, version }),
  /** A button that opens a form: a dialog by task/fetch, or inline as the answer to Action.Execute. */
  z.object({
    do: z.literal('open'),
    form: z.enum(formIds),
    ticket: ticket.optional(),
    version: version.optional(),
  }),
  /** A form's own buttons. `held` are the values of the page before, on the check page. */
  z.object({
    do: z.literal('submit'),
    form: z.enum(formIds),
    page: z.enum(['fill', 'check', 'back']),
    nonce,
    ticket: ticket.optional(),
    version: version.optional(),
    /** The activity of the card that opened the form, in the same conversation. */
    origin: z.string().max(400).optional(),
    held: z.string().max(20_000).optional(),
  }),
  /** "Inhalt anzeigen" and "Begründung der Frist": a reading dialog, or inline the answer. */
  z.object({ do: z.literal('read'), what: z.enum(['content', 'deadline']), ticket }),
  /** A copy of a card refreshes itself, and a form is left without sending. */
  z.object({ do: z.literal('refresh'), ticket }),
  /** The buttons of the help card: a chat command. */
  z.object({ do: z.literal('say'), command: z.string().max(40) }),
]);
export type Payload = z.infer<typeof payloadSchema>;
