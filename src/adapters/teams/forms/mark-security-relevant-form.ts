import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { formWords, hint, submitLabels } from '../../../texts/form-words.de';
import { legalDutiesNote } from '../../../texts/legal-duties.de';
import type { FormDefinition } from './form-definition';
import { knownAtFields, readKnownAt } from './known-at';
import { localTimeNow } from './local-time-input';
import { ticketOf } from './ticket-of';

/** "Als sicherheitsrelevant kennzeichnen": legal duties count from Kenntnis, by default from the marking (process 10). */
export const markSecurityRelevantForm: FormDefinition = {
  id: 'markSecurityRelevant',
  title: () => actionNames.markSecurityRelevant,
  submitLabel: () => submitLabels.markSecurityRelevant,
  fields: () => knownAtFields({ date: fieldTexts.knownDateIfMarked, time: fieldTexts.knownTime }),
  initialValues: (context) => {
    const { date, time } = localTimeNow(context);
    return { knownDate: date, knownTime: time };
  },
  info: () => [hint(formWords.markingStays), hint(legalDutiesNote)],
  read: (context, values) => {
    const known = readKnownAt(context, values, ticketOf(context).receivedAt);
    if (!known.ok) return known;
    return { ok: true, command: { type: 'markSecurityRelevant', ...defined({ knownAt: known.knownAt }) } };
  },
};
