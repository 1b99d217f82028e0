import { defined } from '../../../defined';
import { fieldTexts } from '../../../texts/actions.de';
import { formWords, submitLabels } from '../../../texts/form-words.de';
import { unconfirmedOperators } from '../../../domain/ticket/release/release-notice';
import { maxChoices } from './choices';
import type { FormContext, FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { doneBy } from './done-by';
import { ticketOf } from './ticket-of';

/** "Gelesen" by a dispatcher on the word of one of the operators that have not confirmed (process 6). */
export const confirmNoticeForOperatorForm: FormDefinition = {
  id: 'confirmNoticeForOperator',
  title: () => formWords.confirmNoticeForOperator,
  onOperatorsWord: true,
  submitLabel: () => submitLabels.confirmNoticeForOperator,
  fields: (context) => {
    const choices = unconfirmedOperators(ticketOf(context))
      .slice(0, maxChoices)
      .map((operator) => ({ title: context.view.organisation(operator), value: operator }));
    return [
      ...onBehalfFields(context),
      ...(choices.length === 0
        ? []
        : [
            {
              id: 'operator',
              kind: 'choice',
              ...fieldTexts.operator,
              choices,
              gone: confirmedOperators(context),
            } as const,
          ]),
    ];
  },
  initialValues: (context) => {
    const unconfirmed = unconfirmedOperators(ticketOf(context));
    const [only] = unconfirmed;
    const chosen = unconfirmed.length === 1 && only !== undefined ? { operator: only } : {};
    return { ...onBehalfInitial(context), ...chosen };
  },
  info: () => [],
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'confirmNotice');
    if (!word.ok) return word;
    const { operator = '' } = values;
    return {
      ok: true,
      command: { type: 'confirmNotice', operator, ...defined({ onBehalf: word.onBehalf }) },
    };
  },
};

function confirmedOperators(context: FormContext): ReadonlyMap<string, string> {
  const notices = ticketOf(context).release?.notices ?? [];
  return new Map(
    notices.flatMap(({ operator, confirmed }) =>
      confirmed === undefined ? [] : [[operator, doneBy(context, 'confirmNoticeForOperator', confirmed)]],
    ),
  );
}
