import { defined } from '../../../defined';
import type { Instant } from '../../../domain/instant';
import { contractOn, modulesUnderContract, peopleWithRole } from '../../../domain/organisation/find';
import type { Installation, MaintainedModule, Organisation } from '../../../domain/organisation/installation';
import { instantToLocal } from '../../../domain/service-calendar/local-time';
import { environments, reproducibilities } from '../../../domain/ticket/fault-report';
import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { actionNames, environmentNames, reproducibilityNames } from '../../../texts/labels.de';
import { organisationName } from '../../../texts/parties.de';
import { noContractText, withoutContract } from '../../../texts/refusals.de';
import { choicesOf, faultClassChoices, faultClassIn, valueIn } from './choices';
import type { Choice, Field } from './field';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf, zoneOf } from './on-behalf';
import { reportCheckPage } from './report-fault-check';

/** "Störung melden". A dispatcher also enters for which operator, and who reported it how and when. */
export const reportFaultForm: FormDefinition = {
  id: 'reportFault',
  template: 'report-fault',
  title: () => actionNames.reportFault,
  submitLabel: () => 'Absenden',
  blocked: (context) => {
    if (isDispatcher(context) || reportableModules(context).length > 0) return undefined;
    const operator = organisationName(context.installation, context.actor.organisation);
    return `Für ${operator} gilt zurzeit kein Pflegevertrag; ${withoutContract}`;
  },
  fields,
  initialValues: (context) => {
    const modules = reportableModules(context);
    const [only] = modules;
    return {
      environment: 'production',
      securityRelevant: 'false',
      supportLevelsDone: 'false',
      ...(modules.length === 1 && only !== undefined ? { module: only.id } : {}),
      ...onBehalfInitial(context),
    };
  },
  view: () => ({ info: [] }),
  read,
  check: reportCheckPage,
};

function fields(context: FormContext): readonly Field[] {
  const { title, description, since, moduleVersion, workaround } = textLimits;
  return [
    ...operatorField(context),
    ...onBehalfFields(context),
    {
      id: 'module',
      kind: 'choice',
      missing: missingTexts.module,
      choices: reportableModules(context).map(choiceOf),
    },
    { id: 'title', kind: 'line', missing: missingTexts.title, longest: title },
    { id: 'description', kind: 'text', missing: missingTexts.description, longest: description },
    { id: 'since', kind: 'line', longest: since },
    { id: 'moduleVersion', kind: 'line', longest: moduleVersion },
    {
      id: 'environment',
      kind: 'choice',
      missing: missingTexts.environment,
      choices: choicesOf(environments, environmentNames),
    },
    {
      id: 'reproducible',
      kind: 'choice',
      missing: missingTexts.reproducible,
      choices: choicesOf(reproducibilities, reproducibilityNames),
    },
    { id: 'workaround', kind: 'text', longest: workaround },
    {
      id: 'proposedClass',
      kind: 'choice',
      missing: missingTexts.proposedClass,
      choices: faultClassChoices,
    },
    { id: 'supportLevelsDone', kind: 'toggle', missing: missingTexts.supportLevelsDone },
    { id: 'securityRelevant', kind: 'toggle' },
  ];
}

function read(context: FormContext, values: FieldValues): FormReading {
  const word = readOnBehalf(context, values);
  if (!word.ok) return word;
  const receivedAt = word.onBehalf?.at ?? context.now;
  const operator = isDispatcher(context) ? (values['operator'] ?? '') : context.actor.organisation;
  const module = values['module'] ?? '';
  const { installation } = context;
  if (contractOn(installation, operator, module, dayOf(receivedAt, context)) === undefined) {
    return { ok: false, errors: { module: noContractText(operator, module, installation) } };
  }
  const { title = '', description = '', since, moduleVersion, workaround } = values;
  return {
    ok: true,
    command: {
      type: 'reportFault',
      operator,
      module,
      report: {
        title,
        description,
        ...defined({ since, moduleVersion }),
        environment: valueIn(environments, values['environment']),
        reproducible: valueIn(reproducibilities, values['reproducible']),
        ...defined({ workaround }),
        firstAndSecondLevelDone: values['supportLevelsDone'] === 'true',
      },
      proposedClass: faultClassIn(values['proposedClass']),
      securityRelevant: values['securityRelevant'] === 'true',
      receivedAt,
      ...defined({ onBehalf: word.onBehalf }),
    },
  };
}

function operatorField(context: FormContext): readonly Field[] {
  if (!isDispatcher(context)) return [];
  const choices = operatorsOf(context.installation).map(choiceOf);
  return [{ id: 'operator', kind: 'choice', missing: missingTexts.operator, choices }];
}

/** Operators are those who have people in that role or a contract. */
function operatorsOf(installation: Installation): readonly Organisation[] {
  const ids = new Set([
    ...peopleWithRole(installation, 'operator').map((person) => person.organisation),
    ...installation.contracts.map((contract) => contract.operator),
  ]);
  return installation.organisations.filter((organisation) => ids.has(organisation.id));
}

/** For a dispatcher every module that anybody has a contract for: which of them counts is known once the operator is. */
function reportableModules(context: FormContext): readonly MaintainedModule[] {
  const { installation, actor, now } = context;
  if (!isDispatcher(context))
    return modulesUnderContract(installation, actor.organisation, dayOf(now, context));
  return installation.modules.filter((module) =>
    installation.contracts.some((contract) => contract.module === module.id),
  );
}

function isDispatcher({ actor }: FormContext): boolean {
  return actor.role === 'dispatcher';
}

function dayOf(at: Instant, context: FormContext): string {
  return instantToLocal(at, zoneOf(context)).date;
}

function choiceOf({ id, name }: { readonly id: string; readonly name: string }): Choice {
  return { title: name, value: id };
}
