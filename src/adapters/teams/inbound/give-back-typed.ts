import { defined } from '../../../defined';
import { formWords } from '../../../texts/form-words.de';
import type { Payload } from '../cards/payload';
import { forms } from '../forms/form-catalogue';
import { type OwnTexts, ownTextsIn, renderGivenBack } from '../forms/given-back';
import { recordTextsIn } from '../records/record-texts';
import { titledPage } from './handlers/plain-answers';
import type { Asking } from './read-request';
import type { Answer, BotDeps } from './turn';
import { viewHere } from './view-here';

/**
 * What somebody has written into a form is given back with the sentence that it is not taken: their right, their place or
 * the ticket's reader may have changed while they typed. Nothing of the ticket or record is shown with it, and to nobody else: the
 * answer to a card or dialog is for whoever pressed, but a message would stand in the channel.
 */
export async function giveBackTyped(
  deps: Pick<BotDeps, 'queries' | 'directory' | 'clock' | 'mode'>,
  request: Asking,
  answer: Answer,
): Promise<Answer> {
  if (request.kind !== 'pressed' || request.surface === 'message') return answer;
  if (answer.kind === 'page' || answer.done === true) return answer;
  switch (request.payload.do) {
    case 'submit':
      return ofTicketForm(deps, request.payload, request.data, answer);
    case 'submitRecord':
      return givenBack(deps, answer, recordTextsIn(request.data));
    default:
      return answer;
  }
}

type Refusal = Extract<Answer, { readonly kind: 'outcome' }>;
type Submission = Extract<Payload, { readonly do: 'submit' }>;

async function ofTicketForm(
  deps: Pick<BotDeps, 'queries' | 'directory' | 'clock' | 'mode'>,
  { form, ticket, proof }: Submission,
  data: unknown,
  answer: Refusal,
): Promise<Answer> {
  const record = ticket === undefined ? undefined : await deps.queries.ticket(ticket);
  // Whoever has not had the ticket's card must not learn that there is one; those of before there were proofs have none.
  const isItsForm = ticket === undefined ? form === 'reportFault' : record && record.ticket.proof === proof;
  if (isItsForm !== true) return answer;
  const own = ownTextsIn(forms[form], { view: viewHere(deps), ...defined({ record }) }, data);
  return givenBack(
    deps,
    answer,
    own,
    ticket === undefined ? undefined : { number: ticket, ...defined({ proof }) },
  );
}

function givenBack(
  { mode }: Pick<BotDeps, 'mode'>,
  answer: Refusal,
  own: OwnTexts,
  ticket?: Parameters<typeof renderGivenBack>[2],
): Answer {
  if (own.fields.length === 0) return answer;
  return titledPage(formWords.ownTexts, renderGivenBack(answer.text, own, ticket, mode));
}
