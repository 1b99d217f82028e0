import { chosenLinkKinds } from '../../../domain/ticket/actions/link-ticket';
import { linksOf, readableLinks, type TicketNumber } from '../../../domain/ticket/ticket';
import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { linkKindNames, linkTexts } from '../../../texts/links.de';
import { fieldErrors } from '../../../texts/form-errors.de';
import { toReaderText } from '../../../texts/refusals.de';
import { hint } from '../../../texts/form-words.de';
import { choicesOf, maxChoices, valueIn } from './choices';
import { doneBy } from './done-by';
import type { Choice } from './field';
import type { FormContext, FormDefinition } from './form-definition';
import { ticketNumberField, ticketNumberIn } from './ticket-number';
import { ticketOf } from './ticket-of';

/** "Ticket verknüpfen" with another one that the person may read (process 3). */
export const linkTicketForm: FormDefinition = {
  id: 'linkTicket',
  title: () => actionNames.linkTicket,
  submitLabel: () => linkTexts.link,
  fields: () => [
    {
      id: 'kind',
      kind: 'choice',
      ...fieldTexts.linkKind,
      choices: choicesOf(chosenLinkKinds, linkKindNames),
    },
    ticketNumberField('other', fieldTexts.linkedTicket),
  ],
  initialValues: () => ({ kind: 'related' }),
  info: () => [hint(linkTexts.whoReads)],
  read: (_context, values) => {
    const other = ticketNumberIn(values['other'] ?? '');
    if (other === undefined) return { ok: false, errors: { other: fieldErrors.notATicketNumber } };
    const kind = valueIn(chosenLinkKinds, values['kind']);
    return { ok: true, command: { type: 'linkTicket', other, kind } };
  },
};

/** "Verknüpfung lösen": one of those that the person may read. */
export const unlinkTicketForm: FormDefinition = {
  id: 'unlinkTicket',
  title: () => actionNames.unlinkTicket,
  submitLabel: () => linkTexts.unlink,
  blocked: (context) => {
    if (choicesFor(context).length > 0) return undefined;
    const lastRemoved = [...removedFrom(context).values()].at(-1);
    const isDone = linksOf(ticketOf(context)).length === 0;
    return (
      (isDone ? lastRemoved : undefined) ??
      toReaderText(linkTexts.noneToUnlink, ticketOf(context), context.view)
    );
  },
  fields: (context) => [
    {
      id: 'other',
      kind: 'choice',
      ...fieldTexts.linkToUnlink,
      choices: choicesFor(context),
      gone: removedFrom(context),
    },
  ],
  initialValues: (context) => {
    const [only, another] = choicesFor(context);
    return only !== undefined && another === undefined ? { other: only.value } : {};
  },
  info: () => [],
  read: (_context, { other = '' }) => ({ ok: true, command: { type: 'unlinkTicket', other } }),
};

/** The newest links. */
function choicesFor(context: FormContext): readonly Choice[] {
  const links = readableLinks(linksOf(ticketOf(context)), context.readable).slice(-maxChoices);
  return links.map(({ number, kind }) => ({
    title: `${linkKindNames[kind]} ${number}`,
    value: number,
  }));
}

function removedFrom(context: FormContext): ReadonlyMap<TicketNumber, string> {
  const removed = (ticketOf(context).links ?? []).filter((link) => link.removed === true);
  return new Map(
    readableLinks(removed, context.readable).map((link) => [
      link.number,
      doneBy(context, 'unlinkTicket', link),
    ]),
  );
}
