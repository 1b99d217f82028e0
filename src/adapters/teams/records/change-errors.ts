import type { ChangeRefusal } from '../../../domain/organisation/change-refusal';
import { changeRefusalText } from '../../../texts/change-refusals.de';
import { contradictionText } from '../../../texts/contradictions.de';
import type { View } from '../../../texts/view';
import type { FieldErrors } from '../forms/form-definition';

/** A refusal at the fields that it is about, which are called as the record's, or at the form as a whole. */
export function errorsOf(refusal: ChangeRefusal, view: View, fields: ReadonlySet<string>): FieldErrors {
  if (refusal.code === 'unfitDeputy') return { deputy: changeRefusalText(refusal, view) };
  if (refusal.code === 'notATrial') return { evidence: changeRefusalText(refusal, view) };
  if (refusal.code !== 'contradicts') return { '': changeRefusalText(refusal, view) };
  const errors: Record<string, string> = {};
  for (const contradiction of refusal.contradictions) {
    const { field } = contradiction.at;
    const at = field !== undefined && fields.has(field) ? field : '';
    errors[at] ??= contradictionText(contradiction, view);
  }
  return errors;
}
