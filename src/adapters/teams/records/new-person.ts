import { defined } from '../../../defined';
import {
  moduleById,
  personById,
  personOfIdentity,
  placesOfConversation,
} from '../../../domain/organisation/find';
import { isRetiredOn } from '../../../domain/organisation/in-force';
import type { MaintainedModule, Organisation } from '../../../domain/organisation/installation';
import { hint } from '../../../texts/form-words.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { readMemberKey } from '../cards/member-key';
import { maxChoices } from '../forms/choices';
import type { Choice, Field } from '../forms/field';
import type { FieldErrors, FieldValues } from '../forms/form-definition';
import { chosenIn, nothingChosen } from './nothing-chosen';
import {
  grantsIn,
  modulesField,
  organisationField,
  othersModules,
  rolesField,
  sinceField,
  typedProblems,
} from './person-fields';
import { mailField, nameField, phoneField } from './text-fields';
import type { PersonPart } from './person-part';
import type { RecordContext, RecordFormContext } from './record-form';

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
    const needed = [nameField, mailField, organisationField(organisationsOffered(context))];
    const [name, mail, organisation] = whose.length === 0 ? needed : needed.map(neededOfSomebodyNew);
    return [...whose, name, mail, phoneField, organisation, rolesField, ...modules, sinceField].filter(
      (field) => field !== undefined,
    );
  },
  initialValues: (context) => {
    const { newcomer, today: since } = context;
    if (newcomer === undefined) return {};
    const { name, mail } = newcomer.member;
    const organisation = organisationMeant(context)?.id;
    return defined({ name, mail, organisation, since });
  },
  info: (context) => (whoseField(context).length === 0 ? [] : [hint(recordFormTexts.sameAsHint)]),
  read: (context, values) => {
    const { newcomer, recorded } = context;
    if (newcomer === undefined) return { ok: false, errors: { '': recordFormTexts.memberNotTold } };
    const { identity } = newcomer.member;
    const { whose, name = '', mail = '', organisation = '', phone, since } = values;
    const chosen = chosenIn(whose);
    const known = chosen === undefined ? undefined : personById(recorded, chosen);
    if (known !== undefined) {
      const unused = notForSomebodyKnown(context, values);
      if (Object.keys(unused).length > 0) return { ok: false, errors: unused };
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
      choices: [{ title: recordFormTexts.newPerson, value: nothingChosen }, ...known],
    },
  ];
}

function neededOfSomebodyNew(field: Field): Field {
  return { ...field, sometimes: true };
}

/**
 * What was typed or chosen beside somebody known would be lost unsaid. What Teams says of the newcomer may stay there, and a
 * company cannot be taken back once it is chosen.
 */
function notForSomebodyKnown(context: RecordFormContext, values: FieldValues): FieldErrors {
  const begun = newPerson.initialValues(context);
  const unused = ['name', 'mail', 'phone', 'roles', 'modules', 'since'].filter(
    (id) => values[id] !== undefined && values[id] !== begun[id]?.trim(),
  );
  return Object.fromEntries(unused.map((id) => [id, recordFormTexts.notForSomebodyKnown]));
}

/** Where these fields may stay empty for somebody known. */
function missingIn(context: RecordFormContext, values: FieldValues): FieldErrors {
  const empty = newPerson
    .fields(context)
    .filter(({ id, sometimes }) => sometimes === true && values[id] === undefined);
  return Object.fromEntries(empty.map(({ id, missing = '' }) => [id, missing]));
}

function organisationsOffered(context: RecordFormContext): readonly Choice[] {
  return organisationsToChoose(context).map(({ id }) => ({
    title: context.view.organisation(id),
    value: id,
  }));
}

/** First those that they seem to be of. */
function organisationsToChoose(context: RecordFormContext): readonly Organisation[] {
  const { recorded, today } = context;
  const present = recorded.organisations.filter((organisation) => !isRetiredOn(organisation, today));
  const likely = present.filter((each) => isOfTheirChannel(each, context) || isOfTheirTenant(each, context));
  return [...likely, ...present.filter((each) => !likely.includes(each))].slice(0, maxChoices);
}

/** The company whose channel they are in, else whose tenant they come from; where it may be several, nobody is put into one unasked. */
function organisationMeant(context: RecordFormContext): Organisation | undefined {
  const choices = organisationsToChoose(context);
  const ofChannel = choices.filter((each) => isOfTheirChannel(each, context));
  const likely = ofChannel.length > 0 ? ofChannel : choices.filter((each) => isOfTheirTenant(each, context));
  return likely.length === 1 ? likely[0] : undefined;
}

/** Whose people a channel is for: an operator's own, or that of a module which the company maintains (process 1). */
function isOfTheirChannel({ id }: Organisation, { recorded, of = '' }: RecordFormContext): boolean {
  const places = placesOfConversation(recorded, readMemberKey(of)?.conversation ?? '');
  return places.some((place) => {
    if (place.kind === 'organisation') return place.organisation === id;
    return place.kind === 'module' && moduleById(recorded, place.module)?.maintainer === id;
  });
}

/** Guests of every company have an account in the hosting tenant, so that it says of nobody where they are from. */
function isOfTheirTenant({ tenant }: Organisation, { newcomer, recorded }: RecordFormContext): boolean {
  return (
    tenant !== undefined && tenant !== recorded.hostingTenant && tenant === newcomer?.member.identity.tenant
  );
}

function modulesToMaintain({ recorded, today }: RecordContext): readonly MaintainedModule[] {
  return recorded.modules
    .filter((module) => module.maintainer !== undefined && !isRetiredOn(module, today))
    .slice(0, maxChoices);
}
