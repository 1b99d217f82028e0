import { absenceOn } from '../../../domain/organisation/absences';
import { organisationById } from '../../../domain/organisation/find';
import { hasLeftOn, isRetiredOn } from '../../../domain/organisation/in-force';
import type { Person } from '../../../domain/organisation/installation';
import { absenceText } from '../../../texts/absences.de';
import { grantText, heldFromText, heldUntilText, recordTexts } from '../../../texts/records.de';
import { absenceOf } from './absence-form';
import { inRowOrder } from './in-row-order';
import type { RecordContext } from './record-form';
import type { RecordListDefinition, RecordRow } from './record-list';

/** Everybody by name; whoever has left comes last, and stays: old tickets name them. */
export const peopleList: RecordListDefinition = {
  list: 'people',
  title: recordTexts.people,
  roles: ['processOwner'],
  additions: [
    { title: recordTexts.newcomers, list: 'newcomers' },
    { title: recordTexts.formerContacts, list: 'formerContacts' },
  ],
  rows: (context) =>
    inRowOrder(
      context.recorded.people.map((person) => ({
        isOver: hasLeft(person, context),
        row: rowOf(person, context),
      })),
    ),
};

function hasLeft({ until, organisation: id }: Person, { recorded, today }: RecordContext): boolean {
  const organisation = organisationById(recorded, id);
  return hasLeftOn({ until }, today) || (organisation !== undefined && isRetiredOn(organisation, today));
}

function rowOf(person: Person, context: RecordContext): RecordRow {
  const { recorded, view, today } = context;
  const { id, since, until, roles, organisation } = person;
  const absence = absenceOn(recorded, id, today);
  return {
    text: view.person(id),
    details: [
      view.organisation(organisation),
      roles.map((grant) => grantText(grant, view)).join('; ') || recordTexts.noRoles,
      ...(since !== undefined && since > today ? [heldFromText(since)] : []),
      ...(until !== undefined && until < today ? [heldUntilText(until)] : []),
      ...(hasLeft(person, context) ? [recordTexts.left] : []),
      ...(absence === undefined ? [] : [absenceText(absence)]),
    ],
    buttons: [
      { title: recordTexts.change, form: 'person', of: id },
      { title: recordTexts.enterAbsence, form: 'absence', of: absenceOf(person) },
    ],
  };
}
