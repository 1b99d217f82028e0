import { defined } from '../../../defined';
import { formWords } from '../../../texts/form-words.de';
import { backButtons } from '../cards/back-button';
import { named } from '../cards/buttons';
import type { AdaptiveCardJson } from '../cards/card-json';
import { blockedBy } from './blocked-by';
import { drawForm, type ShownForm } from './draw-form';
import type { CommandContent, FormContext, FormDefinition } from './form-definition';

/** A page of a form about a ticket, or of a new report. */
export function renderForm(
  form: FormDefinition,
  context: FormContext,
  shown: ShownForm<CommandContent>,
): AdaptiveCardJson {
  const ticket = context.record?.ticket;
  return drawForm(form, context, shown, {
    blocked: blockedBy(form, context),
    ...defined({ ticket }),
    data: { do: 'submit', ...(ticket && named(ticket)) },
    leave: backButtons(formWords.cancel, ticket, shown.mode),
  });
}
