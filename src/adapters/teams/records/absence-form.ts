import { defined } from '../../../defined';
import { holds, mayStandInFor } from '../../../domain/organisation/absences';
import { absenceKey } from '../../../domain/organisation/changes';
import { hasRole, personById } from '../../../domain/organisation/find';
import type { Absence, Person, PersonId } from '../../../domain/organisation/installation';
import { hint } from '../../../texts/form-words.de';
import { formatDay } from '../../../texts/german-time';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import type { Field } from '../forms/field';
import { checkRecords } from './check-records';
import { chosenIn, nothingChosen } from './nothing-chosen';
import { recordChoices } from './record-choices';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';

/** The key of an absence to be entered for somebody. */
export function absenceOf(person: Person): string {
  return `${personPrefix}${person.id}`;
}

const personPrefix = 'person ';

/** An absence is entered for somebody, changed, or called off; nothing is deleted (process 1). */
export const absenceForm: RecordForm = {
  id: 'absence',
  action: 'recordAbsence',
  list: 'absences',
  mayOpen: (context) => {
    const person = personMeant(context);
    return context.role === 'processOwner' || person === undefined || hasRole(person, 'dispatcher');
  },
  title: () => recordFormTexts.absence,
  submitLabel: () => recordTexts.save,
  blocked: (context) =>
    context.of === undefined || entered(context) !== undefined || personMeant(context) !== undefined
      ? undefined
      : recordTexts.unknownRecord,
  fields: (context) => {
    const absence = entered(context);
    const person = personMeant(context);
    return withRoom([
      ...(person === undefined ? [personField(context)] : []),
      ...(absence === undefined
        ? [
            {
              id: 'from',
              kind: 'date',
              label: recordLabels.from,
              missing: recordFormTexts.dayMissing,
            } as const,
          ]
        : []),
      { id: 'to', kind: 'date', label: recordLabels.to, missing: recordFormTexts.dayMissing },
      deputyField(context, person),
      ...(absence === undefined
        ? []
        : [
            {
              id: 'cancelled',
              kind: 'toggle',
              label: recordLabels.cancelled,
              title: recordFormTexts.cancelAbsence,
            } as const,
          ]),
    ]);
  },
  initialValues: (context) => {
    const { to, deputy, cancelled } = entered(context) ?? {};
    return defined({ to, deputy: deputy ?? nothingChosen, cancelled: String(cancelled === true) });
  },
  info: (context) => {
    const person = personMeant(context);
    const absence = entered(context);
    return [
      ...(person === undefined && context.role === 'processOwner'
        ? [hint(recordFormTexts.absenceOfOthers)]
        : []),
      ...(person === undefined ? [] : [{ label: recordLabels.person, text: context.view.person(person.id) }]),
      ...(absence === undefined ? [] : [{ label: recordLabels.from, text: formatDay(absence.from) }]),
    ];
  },
  read: (context, values) => {
    const before = entered(context);
    const person = personMeant(context)?.id ?? values['person'] ?? '';
    const from = before?.from ?? values['from'] ?? '';
    const { to = '', deputy, cancelled } = values;
    const absence: Absence = {
      person,
      from,
      to,
      ...defined({ deputy: chosenIn(deputy), cancelled: cancelled === 'true' ? (true as const) : undefined }),
    };
    const same = context.recorded.absences.find((each) => absenceKey(each) === absenceKey(absence));
    // An entry that stands is changed where everybody sees it, and never by entering another one.
    if (before === undefined && same !== undefined && holds(same))
      return { ok: false, errors: { from: recordFormTexts.absenceStands } };
    return { ok: true, command: { type: 'recordAbsence', absence } };
  },
  check: checkRecords,
};

function entered({ recorded, of }: RecordFormContext): Absence | undefined {
  return recorded.absences.find((absence) => absenceKey(absence) === of);
}

/** Whose absence it is, where that is known before anything is typed. */
function personMeant(context: RecordFormContext): Person | undefined {
  const { recorded, of } = context;
  const absence = entered(context);
  if (absence !== undefined) return personById(recorded, absence.person);
  if (of?.startsWith(personPrefix) !== true) return undefined;
  return personById(recorded, of.slice(personPrefix.length));
}

/** The dispatchers, whose duty depends on it; for everybody else it is entered at the person. */
function personField({ view }: RecordFormContext): Field {
  const people = view.installation.people.filter((person) => hasRole(person, 'dispatcher'));
  return {
    id: 'person',
    kind: 'choice',
    label: recordLabels.person,
    missing: recordFormTexts.personMissing,
    choices: recordChoices(idsOf(people), [], (id) => view.person(id)),
  };
}

/** Whoever may stand in (process 1); of a person that is still to be chosen, for any of the dispatchers. */
function deputyField(context: RecordFormContext, person: Person | undefined): Field {
  const { view } = context;
  const { deputy } = entered(context) ?? {};
  const { people } = view.installation;
  const absent = person === undefined ? people.filter((each) => hasRole(each, 'dispatcher')) : [person];
  const deputies = people.filter(
    (each) => each.roles.length > 0 && absent.some((one) => mayStandInFor(one, each)),
  );
  return {
    id: 'deputy',
    kind: 'choice',
    label: recordLabels.deputy,
    choices: [
      { title: recordFormTexts.noDeputy, value: nothingChosen },
      ...recordChoices(idsOf(deputies), deputy === undefined ? [] : [deputy], (id) => view.person(id)),
    ],
  };
}

function idsOf(people: readonly Person[]): readonly PersonId[] {
  return people.map(({ id }) => id);
}
