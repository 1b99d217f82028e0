import { isRetiredOn } from '../../../domain/organisation/in-force';
import type { Organisation } from '../../../domain/organisation/installation';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { peopleText, retiredText, rowTexts } from '../../../texts/record-rows.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import { contractOf } from './contract-form';
import { inRowOrder } from './in-row-order';
import { peopleOf } from './people-of';
import type { RecordContext } from './record-form';
import type { RecordListDefinition, RecordRow, RowButton } from './record-list';

/** Every company that takes part or did, by name; those that are out of it last. */
export const organisationsList: RecordListDefinition = {
  list: 'organisations',
  title: recordTexts.organisations,
  roles: ['processOwner'],
  additions: [{ title: recordTexts.add, form: 'organisation' }],
  rows: (context) =>
    inRowOrder(
      context.recorded.organisations.map((organisation) => ({
        isOver: isRetiredOn(organisation, context.today),
        row: rowOf(organisation, context),
      })),
    ),
};

function rowOf(organisation: Organisation, context: RecordContext): RecordRow {
  const { id } = organisation;
  const { view, today } = context;
  const retired = retiredText(organisation, today);
  return {
    text: view.organisation(id),
    details: [
      peopleText(peopleOf(context, id).length),
      reachedText(organisation, context),
      ...(retired === undefined ? [] : [retired]),
    ],
    buttons: [
      { title: recordTexts.change, form: 'organisation', of: id },
      ...(isRetiredOn(organisation, today) ? [] : [contractButton(organisation)]),
    ],
  };
}

/** By the channel alone where there is one: contact people are written to where there is none (process 1). */
function reachedText({ channel, contactPeople }: Organisation, { view }: RecordContext): string {
  if (channel !== undefined) return rowTexts.channel;
  if (contactPeople.length === 0) return rowTexts.unreachable;
  return `${recordLabels.contactPeople}: ${contactPeople.map((person) => view.person(person)).join('; ')}`;
}

function contractButton(organisation: Organisation): RowButton {
  return { title: recordFormTexts.contract, form: 'contract', of: contractOf(organisation) };
}
