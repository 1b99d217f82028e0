import { formWords, submitLabels, checkIntros, infoLabels } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/actions.de';
import type { FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Schließen ohne Antwort": asks for nothing, but cannot be taken back, so it is a summary to be confirmed. */
export const closeWithoutAnswerForm: FormDefinition = {
  id: 'closeWithoutAnswer',
  title: () => actionNames.closeWithoutAnswer,
  submitLabel: () => submitLabels.closeWithoutAnswer,
  fields: () => [],
  initialValues: () => ({}),
  info: () => [],
  read: () => ({ ok: true, command: { type: 'closeWithoutAnswer' } }),
  check: (context) => {
    const { returned } = ticketOf(context);
    const since = returned === undefined ? [] : [context.view.time(returned.at)];
    return {
      intro: checkIntros.closeWithoutAnswer,
      lines: since.map((text) => ({ label: infoLabels.returned, text })),
      warnings: [formWords.cannotBeUndone],
      similar: [],
    };
  },
};
