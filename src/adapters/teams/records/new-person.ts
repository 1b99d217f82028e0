import { defined } from '../../../defined';
import { moduleById, personById, personOfIdentity } from '../../../domain/organisation/find';
import { isRetiredOn } from '../../../domain/organisation/in-force';
import type { MaintainedModule, ModuleId, Organisation } from '../../../domain/organisation/installation';
import { hint } from '../../../texts/form-words.de';
import { othersModulesText, recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels } from '../../../texts/records.de';
import { maxChoices, severalIn } from '../forms/choices';
import type { Field } from '../forms/field';
import type { FieldErrors, FieldValues } from '../forms/form-definition';
import {
  grantsIn,
  mailField,
  modulesField,
  nameField,
  phoneField,
  rolesField,
  sinceField,
  typedProblems,
} from './person-fields';
import type { PersonPart } from './person-part';
import type { RecordContext, RecordFormContext } from './record-form';

/** The choice of nobody known; no id of a person is one hyphen. */
const nobodyKnown = '-';

/**
 * Somebody of a roster whom no record names: either a known person by another identity, as a guest has another object id than at
 * home (process 1), or somebody new.
 */
export const newPerson: PersonPart = {
  blocked: ({ newcomer, recorded }) => {
    if (newcomer === undefined) return recordFormTexts.memberNotTold;
    const isEntered = personOfIdentity(recorded, newcomer.member.identity) !== undefined;
    return isEntered ? recordFormTexts.alreadyEntered : undefined;
  },
  fields: (context) => {
    const whose = whoseField(context);
    const { view } = context;
    const modules = modulesField(modulesToMaintain(context), ({ id, maintainer }) =>
      maintainer === undefined ? view.module(id) : `${view.module(id)} (${view.organisation(maintainer)})`,
    );
    const needed = [nameField, mailField, organisationField(context)];
    const [name, mail, organisation] = whose.length === 0 ? needed : needed.map(neededOfSomebodyNew);
    return [...whose, name, mail, phoneField, organisation, rolesField, ...modules, sinceField].filter(
      (field) => field !== undefined,
    );
  },
  initialValues: (context) => {
    const { newcomer, today: since } = context;
    if (newcomer === undefined) return {};
    const { name, mail } = newcomer.member;
    const own = organisationsToChoose(context).filter((each) => isOfTheirTenant(each, context));
    // In a tenant of several companies nobody is put into one of them unasked.
    const organisation = own.length === 1 ? own[0]?.id : undefined;
    return defined({ name, mail, organisation, since });
  },
  info: (context) => (whoseField(context).length === 0 ? [] : [hint(recordFormTexts.sameAsHint)]),
  read: (context, values) => {
    const { newcomer, recorded } = context;
    if (newcomer === undefined) return { ok: false, errors: { '': recordFormTexts.memberNotTold } };
    const { identity } = newcomer.member;
    const { whose = nobodyKnown, name = '', mail = '', organisation = '', phone, since } = values;
    const known = whose === nobodyKnown ? undefined : personById(recorded, whose);
    if (known !== undefined) {
      const person = { ...known, identities: [...known.identities, identity] };
      return { ok: true, command: { type: 'recordPerson', person } };
    }
    const errors = {
      ...missingIn(context, values),
      ...typedProblems(values),
      ...othersModules(context, values),
    };
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const roles = grantsIn(values);
    const person = { name, mail, organisation, identities: [identity], roles, ...defined({ phone, since }) };
    return { ok: true, command: { type: 'recordPerson', person } };
  },
};

function whoseField({ newcomer, view }: RecordFormContext): readonly Field[] {
  if (newcomer === undefined || newcomer.sameAs.length === 0) return [];
  const known = newcomer.sameAs.slice(0, maxChoices - 1).map(({ id, organisation }) => ({
    title: view.personOf(id, organisation),
    value: id,
  }));
  return [
    {
      id: 'whose',
      kind: 'choice',
      label: recordFormTexts.whose,
      missing: recordFormTexts.whoseMissing,
      choices: [{ title: recordFormTexts.newPerson, value: nobodyKnown }, ...known],
    },
  ];
}

function neededOfSomebodyNew(field: Field): Field {
  return { ...field, sometimes: true };
}

/** Where these fields may stay empty for somebody known. */
function missingIn(context: RecordFormContext, values: FieldValues): FieldErrors {
  const empty = newPerson
    .fields(context)
    .filter(({ id, sometimes }) => sometimes === true && values[id] === undefined);
  return Object.fromEntries(empty.map(({ id, missing = '' }) => [id, missing]));
}

function organisationField(context: RecordFormContext): Field {
  return {
    id: 'organisation',
    kind: 'choice',
    label: recordLabels.organisation,
    missing: recordFormTexts.organisationMissing,
    choices: organisationsToChoose(context).map(({ id }) => ({
      title: context.view.organisation(id),
      value: id,
    })),
  };
}

/** Of their own tenant first. */
function organisationsToChoose(context: RecordFormContext): readonly Organisation[] {
  const { recorded, today } = context;
  const present = recorded.organisations.filter((organisation) => !isRetiredOn(organisation, today));
  const own = present.filter((each) => isOfTheirTenant(each, context));
  return [...own, ...present.filter((each) => !own.includes(each))].slice(0, maxChoices);
}

function isOfTheirTenant({ tenant }: Organisation, { newcomer }: RecordFormContext): boolean {
  return tenant !== undefined && tenant === newcomer?.member.identity.tenant;
}

function modulesToMaintain({ recorded, today }: RecordContext): readonly MaintainedModule[] {
  return recorded.modules
    .filter((module) => module.maintainer !== undefined && !isRetiredOn(module, today))
    .slice(0, maxChoices);
}

/** The company is chosen in the same form, so what it maintains is asked when the form is read. */
function othersModules(
  { recorded, view }: RecordFormContext,
  { organisation, modules }: FieldValues,
): FieldErrors {
  if (organisation === undefined) return {};
  const others = severalIn(modules).filter(
    (id: ModuleId) => moduleById(recorded, id)?.maintainer !== organisation,
  );
  if (others.length === 0) return {};
  const names = others.map((id) => view.module(id));
  return { modules: othersModulesText(view.organisation(organisation), names) };
}
