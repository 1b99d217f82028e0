import { defined } from '../../../defined';
import { personById } from '../../../domain/organisation/find';
import { isRetiredOn } from '../../../domain/organisation/in-force';
import type {
  Identity,
  MaintainedModule,
  OrganisationId,
  Person,
} from '../../../domain/organisation/installation';
import { identityText, recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import { maxChoices, severalIn } from '../forms/choices';
import type { Field } from '../forms/field';
import {
  grantsIn,
  grantValues,
  modulesField,
  organisationField,
  othersModules,
  rolesField,
  sinceField,
  typedProblems,
  untilField,
} from './person-fields';
import { mailField, nameField, phoneField } from './text-fields';
import { organisationChoices } from './record-choices';
import type { PersonPart } from './person-part';
import type { RecordContext, RecordFormContext } from './record-form';

/** Identities come from the roster of a channel alone (`new-person`); here one that was taken in wrongly can be taken away. */
export const knownPerson: PersonPart = {
  blocked: (context) => (personMeant(context) === undefined ? recordTexts.unknownRecord : undefined),
  fields: (context) => {
    const person = personMeant(context);
    if (person === undefined) return [];
    const modules = modulesField(modulesFor(person, context), ({ id }) => context.view.module(id));
    return [
      nameField,
      mailField,
      phoneField,
      organisationField(organisationChoices(context, person.organisation)),
      rolesField,
      ...modules,
      sinceField,
      untilField,
      ...identitiesField(person, context),
    ];
  },
  initialValues: (context) => {
    const person = personMeant(context);
    if (person === undefined) return {};
    const { name, mail, phone, organisation, since, until, roles, identities } = person;
    return {
      ...defined({ name, mail, phone, organisation, since, until }),
      ...grantValues(roles),
      identities: identities.map(valueOf).join(','),
    };
  },
  info: () => [],
  read: (context, values) => {
    const before = personMeant(context);
    if (before === undefined) return { ok: false, errors: { '': recordTexts.unknownRecord } };
    const { id } = before;
    const { name = '', mail = '', organisation = before.organisation, phone, since, until } = values;
    const errors = {
      ...typedProblems(values, before),
      // What was granted before stays as recorded, but nobody takes it along to another company.
      ...(organisation === before.organisation ? {} : othersModules(context, values)),
    };
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const chosen = new Set(severalIn(values['identities']));
    const identities = before.identities.filter((identity) => chosen.has(valueOf(identity)));
    const roles = grantsIn(values, before.roles);
    const person = { id, name, mail, organisation, identities, roles, ...defined({ phone, since, until }) };
    return { ok: true, command: { type: 'recordPerson', person } };
  },
};

function personMeant({ recorded, of }: RecordFormContext): Person | undefined {
  return of === undefined ? undefined : personById(recorded, of);
}

/** All are ticked, and called by whose tenant they are in: nobody reads anything out of an id. */
function identitiesField({ identities, organisation }: Person, context: RecordContext): readonly Field[] {
  // Teams takes no list without choices.
  if (identities.length === 0) return [];
  const choices = identities.map((identity, index) => ({
    title: identityText(index + 1, ownersOf(identity, organisation, context)),
    value: valueOf(identity),
  }));
  return [
    {
      id: 'identities',
      kind: 'several',
      label: recordLabels.identities,
      placeholder: recordFormTexts.noGrants,
      choices,
    },
  ];
}

/** Their own company, where it is its tenant; else all whose it is. */
function ownersOf(
  { tenant }: Identity,
  own: OrganisationId,
  { recorded, view }: RecordContext,
): readonly string[] {
  const owners = recorded.organisations.filter((each) => each.tenant === tenant).map(({ id }) => id);
  return (owners.includes(own) ? [own] : owners).map((id) => view.organisation(id));
}

function valueOf({ tenant, objectId }: Identity): string {
  return `${tenant} ${objectId}`;
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
