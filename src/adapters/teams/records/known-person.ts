import { defined } from '../../../defined';
import { personById } from '../../../domain/organisation/find';
import { isRetiredOn } from '../../../domain/organisation/in-force';
import type { MaintainedModule, Person } from '../../../domain/organisation/installation';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import { maxChoices } from '../forms/choices';
import {
  grantsIn,
  grantValues,
  mailField,
  modulesField,
  nameField,
  phoneField,
  rolesField,
  sinceField,
  typedProblems,
  untilField,
} from './person-fields';
import type { PersonPart } from './person-part';
import type { RecordContext, RecordFormContext } from './record-form';

/** Identities and organisation stay: whoever changes the company is somebody new there, as old tickets name the old one. */
export const knownPerson: PersonPart = {
  blocked: (context) => (personMeant(context) === undefined ? recordTexts.unknownRecord : undefined),
  fields: (context) => {
    const person = personMeant(context);
    if (person === undefined) return [];
    const modules = modulesField(modulesFor(person, context), ({ id }) => context.view.module(id));
    return [nameField, mailField, phoneField, rolesField, ...modules, sinceField, untilField];
  },
  initialValues: (context) => {
    const person = personMeant(context);
    if (person === undefined) return {};
    const { name, mail, phone, since, until, roles } = person;
    return { ...defined({ name, mail, phone, since, until }), ...grantValues(roles) };
  },
  info: (context) => {
    const person = personMeant(context);
    if (person === undefined) return [];
    return [
      { label: recordLabels.organisation, text: context.view.organisation(person.organisation) },
      { label: recordLabels.identities, text: String(person.identities.length) },
    ];
  },
  read: (context, values) => {
    const before = personMeant(context);
    if (before === undefined) return { ok: false, errors: { '': recordTexts.unknownRecord } };
    const errors = typedProblems(values, before);
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const { id, organisation, identities } = before;
    const { name = '', mail = '', phone, since, until } = values;
    const roles = grantsIn(values, before.roles);
    const person = { id, name, mail, organisation, identities, roles, ...defined({ phone, since, until }) };
    return { ok: true, command: { type: 'recordPerson', person } };
  },
};

function personMeant({ recorded, of }: RecordFormContext): Person | undefined {
  return of === undefined ? undefined : personById(recorded, of);
}

/** Those that are granted already first, so that none of them is cut off; then what the company maintains. */
function modulesFor({ roles, organisation }: Person, { recorded, today }: RecordContext) {
  const isGranted = ({ id }: MaintainedModule) =>
    roles.some((grant) => grant.role === 'maintainer' && grant.module === id);
  const granted = recorded.modules.filter(isGranted);
  const others = recorded.modules.filter(
    (module) => !isGranted(module) && module.maintainer === organisation && !isRetiredOn(module, today),
  );
  return [...granted, ...others].slice(0, Math.max(maxChoices, granted.length));
}
