import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordTexts } from '../../../texts/records.de';
import { readMemberKey } from '../cards/member-key';
import { checkRecords } from './check-records';
import { knownPerson } from './known-person';
import { newPerson } from './new-person';
import type { PersonPart } from './person-part';
import { withRoom } from './room-for-choices';
import type { RecordForm, RecordFormContext } from './record-form';

/** Somebody known is changed; somebody new comes from the roster of a channel, so that no id is ever typed. */
export const personForm: RecordForm = {
  id: 'person',
  action: 'recordPerson',
  list: 'people',
  title: (context) => (partFor(context) === newPerson ? recordFormTexts.newPerson : recordFormTexts.person),
  submitLabel: () => recordTexts.save,
  blocked: (context) => partFor(context).blocked(context),
  fields: (context) => withRoom(partFor(context).fields(context)),
  initialValues: (context) => partFor(context).initialValues(context),
  info: (context) => partFor(context).info(context),
  read: (context, values) => partFor(context).read(context, values),
  check: checkRecords,
};

/** By what the form was opened for, not by what Teams says of it: it does not always answer. */
function partFor({ of }: RecordFormContext): PersonPart {
  return of !== undefined && readMemberKey(of) !== undefined ? newPerson : knownPerson;
}
