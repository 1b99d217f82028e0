import { formerContacts } from '../../../domain/organisation/former-contacts';
import { formerContactText, heldText } from '../../../texts/record-rows.de';
import { recordTexts } from '../../../texts/records.de';
import type { RecordListDefinition } from './record-list';

/** Who was a contact and is none any more, the last first (process 9); what was recorded is not changed here. */
export const formerContactsList: RecordListDefinition = {
  list: 'formerContacts',
  title: recordTexts.formerContacts,
  roles: ['processOwner'],
  additions: [],
  rows: ({ changes, recorded, view, today }) =>
    formerContacts(changes, recorded.calendars, today).map((former) => ({
      text: formerContactText(former, view),
      details: [heldText(former)],
      buttons: [],
    })),
};
