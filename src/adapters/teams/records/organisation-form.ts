import { defined } from '../../../defined';
import { organisationById } from '../../../domain/organisation/find';
import type { Organisation } from '../../../domain/organisation/installation';
import { hint } from '../../../texts/form-words.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import { severalIn } from '../forms/choices';
import type { Field } from '../forms/field';
import { inFormerOrder } from './former-order';
import { peopleOf } from './people-of';
import { recordChoices } from './record-choices';
import type { RecordForm, RecordFormContext } from './record-form';
import { checkRecords } from './check-records';
import { withRoom } from './room-for-choices';
import { nameField } from './text-fields';

/** A company that takes part; where it is reached in Teams is the administrator's to set up (process 1). */
export const organisationForm: RecordForm = {
  id: 'organisation',
  action: 'recordOrganisation',
  list: 'organisations',
  title: () => recordFormTexts.organisation,
  submitLabel: () => recordTexts.save,
  blocked: (context) =>
    context.of === undefined || entered(context) !== undefined ? undefined : recordTexts.unknownRecord,
  fields: (context) =>
    withRoom([
      nameField,
      ...contactField(context),
      { id: 'retired', kind: 'date', label: recordLabels.retired },
    ]),
  initialValues: (context) => {
    const { name, contactPeople = [], retired } = entered(context) ?? {};
    return defined({ name, contactPeople: contactPeople.join(','), retired });
  },
  info: () => [hint(recordFormTexts.contactPeopleHint), hint(recordFormTexts.retiredHint)],
  read: (context, { name = '', contactPeople, retired }) => {
    const before = entered(context);
    const organisation = {
      ...defined({ id: before?.id }),
      name,
      contactPeople: inFormerOrder(before?.contactPeople ?? [], severalIn(contactPeople)),
      ...defined({ retired }),
    };
    return { ok: true, command: { type: 'recordOrganisation', organisation } };
  },
  check: checkRecords,
};

function entered({ recorded, of }: RecordFormContext): Organisation | undefined {
  return of === undefined ? undefined : organisationById(recorded, of);
}

/** Its own people (process 1); a new organisation has none yet, and Teams takes no list without choices. */
function contactField(context: RecordFormContext): readonly Field[] {
  const organisation = entered(context);
  if (organisation === undefined) return [];
  const { id, contactPeople } = organisation;
  const people = peopleOf(context, id).map((person) => person.id);
  const choices = recordChoices(people, contactPeople, (each) => context.view.person(each));
  if (choices.length === 0) return [];
  return [{ id: 'contactPeople', kind: 'several', label: recordLabels.contactPeople, choices }];
}
