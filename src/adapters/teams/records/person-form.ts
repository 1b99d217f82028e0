import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordTexts } from '../../../texts/records.de';
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
  title: ({ newcomer }) => (newcomer === undefined ? recordFormTexts.person : recordFormTexts.newPerson),
  submitLabel: () => recordTexts.save,
  blocked: (context) => partFor(context).blocked(context),
  fields: (context) => withRoom(partFor(context).fields(context)),
  initialValues: (context) => partFor(context).initialValues(context),
  info: (context) => partFor(context).info(context),
  read: (context, values) => partFor(context).read(context, values),
  check: checkRecords,
};

function partFor({ newcomer }: RecordFormContext): PersonPart {
  return newcomer === undefined ? knownPerson : newPerson;
}
