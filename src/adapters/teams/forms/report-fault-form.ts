import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { submitLabels } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { contractOn, modulesUnderContract, peopleWithRole } from '../../../domain/organisation/find';
import { presentModules } from '../../../domain/organisation/in-force';
import type {
  Installation,
  MaintainedModule,
  Organisation,
  OrganisationId,
} from '../../../domain/organisation/installation';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import { reactionDeadline } from '../../../domain/reaction/reaction-deadline';
import { withinReach } from '../../../domain/service-calendar/within-reach';
import { underContract } from '../../../domain/ticket/deciding';
import { environments, reproducibilities } from '../../../domain/ticket/fault-report';
import { dayAt } from '../../../domain/ticket/plan/target-date';
import { textLimits } from '../../../domain/ticket/text-limits';
import { environmentNames, reproducibilityNames } from '../../../texts/labels.de';
import { fieldErrors } from '../../../texts/form-errors.de';
import { noContractText, noContractAtAllText, retiredOperatorText } from '../../../texts/no-contract.de';
import { calendarTooShortText } from '../../../texts/refusals.de';
import { choicesOf, faultClassChoices, faultClassIn, valueIn } from './choices';
import type { Field } from './field';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { knownAtFields, readMarking } from './known-at';
import { moduleChoice } from './module-choice';
import { isDispatcher, onBehalfFields, onBehalfInitial, readOnBehalf, type WordReading } from './on-behalf';
import { reportCheckPage } from './report-fault-check';

/** "Störung melden". A dispatcher also enters for which operator, and who reported it how and when. */
export const reportFaultForm: FormDefinition = {
  id: 'reportFault',
  title: () => actionNames.reportFault,
  submitLabel: () => submitLabels.reportFault,
  blocked: (context) => {
    if (isDispatcher(context) || reportableModules(context).length > 0) return undefined;
    const operator = context.view.organisation(context.actor.organisation);
    return noContractAtAllText(operator);
  },
  fields,
  initialValues: (context) => {
    const modules = reportableModules(context);
    const module = modules.length === 1 ? modules[0]?.id : undefined;
    return {
      environment: 'production',
      securityRelevant: 'false',
      supportLevelsDone: 'false',
      ...(isDispatcher(context) && { trial: 'false' }),
      ...defined({ module, moduleVersion: installedVersion(context, module) }),
      ...onBehalfInitial(context),
    };
  },
  info: () => [],
  read,
  check: reportCheckPage,
};

/** What has to be filled in stands first, beginning with what one types at once; what may stay as it is follows. */
function fields(context: FormContext): readonly Field[] {
  return [
    ...forOperatorFields(context).map((field): Field => ({ ...field, sometimes: true })),
    ...demandedFields(context),
    ...optionalFields(),
    ...trialField(context),
    { id: 'securityRelevant', kind: 'toggle', ...fieldTexts.securityRelevant },
    ...knownAtFields({ date: fieldTexts.knownDate, time: fieldTexts.knownTime }),
  ];
}

/** For whom a dispatcher reports, and on whose word; what a trial is without. */
function forOperatorFields(context: FormContext): readonly Field[] {
  return [...onBehalfFields(context), ...operatorField(context)];
}

/** A dispatcher alone opens a ticket to practise with (process 7). */
function trialField(context: FormContext): readonly Field[] {
  return isDispatcher(context) ? [{ id: 'trial', kind: 'toggle', ...fieldTexts.trial }] : [];
}

/** Nothing of it is chosen beforehand but an only module: a report says what somebody saw and did (process 1, scope). */
function demandedFields(context: FormContext): readonly Field[] {
  const { title, description } = textLimits;
  return [
    { id: 'title', kind: 'line', ...fieldTexts.title, maxLength: title },
    { id: 'description', kind: 'text', ...fieldTexts.description, maxLength: description },
    {
      id: 'module',
      kind: 'choice',
      ...fieldTexts.module,
      ...moduleChoice(reportableModules(context), operatorActing(context), context.view),
    },
    {
      id: 'reproducible',
      kind: 'choice',
      ...fieldTexts.reproducible,
      choices: choicesOf(reproducibilities, reproducibilityNames),
    },
    { id: 'proposedClass', kind: 'choice', ...fieldTexts.proposedClass, choices: faultClassChoices },
    { id: 'supportLevelsDone', kind: 'toggle', ...fieldTexts.supportLevelsDone },
  ];
}

function optionalFields(): readonly Field[] {
  const { since, moduleVersion, workaround } = textLimits;
  return [
    { id: 'since', kind: 'line', ...fieldTexts.since, maxLength: since },
    { id: 'moduleVersion', kind: 'line', ...fieldTexts.moduleVersion, maxLength: moduleVersion },
    { id: 'workaround', kind: 'text', ...fieldTexts.workaround, maxLength: workaround },
    {
      id: 'environment',
      kind: 'choice',
      ...fieldTexts.environment,
      choices: choicesOf(environments, environmentNames),
    },
  ];
}

/**
 * What the operator runs by its contract (process 6), to be corrected: only of an only module. Of one that was guessed it would
 * stay when another is chosen, and be reported as that one's version.
 */
function installedVersion(context: FormContext, module: string | undefined): string | undefined {
  const { view, actor } = context;
  const { installation, now } = view;
  if (module === undefined || isDispatcher(context)) return undefined;
  return contractOn(installation, actor.organisation, module, dayAt(installation.calendars, now))
    ?.installedVersion;
}

function read(context: FormContext, values: FieldValues): FormReading {
  const trial = isDispatcher(context) && values['trial'] === 'true';
  const word = trial ? ({ ok: true } as const) : readWord(context, values);
  if (!word.ok) return word;
  const receivedAt = word.onBehalf?.at ?? context.view.now;
  const { organisation } = context.actor;
  const operator = isDispatcher(context) && !trial ? (values['operator'] ?? '') : organisation;
  const module = values['module'] ?? '';
  const { view } = context;
  if (!trial && !underContract(view, operator, module, receivedAt)) {
    return { ok: false, errors: { module: noContractText(operator, module, view) } };
  }
  const proposedClass = faultClassIn(values['proposedClass']);
  const { calendar } = calendarAt(view.installation.calendars, receivedAt);
  if (withinReach(() => reactionDeadline(receivedAt, proposedClass, calendar)) === undefined) {
    return { ok: false, errors: { '': calendarTooShortText(view) } };
  }
  const marking = readMarking(context, values, receivedAt);
  if (!marking.ok) return marking;
  if (trial && marking.securityRelevant) {
    return { ok: false, errors: { trial: fieldErrors.trialNotSecurityRelevant } };
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
      proposedClass,
      securityRelevant: marking.securityRelevant,
      receivedAt,
      ...(trial && { trial }),
      ...defined({ knownAt: marking.knownAt, onBehalf: word.onBehalf }),
    },
  };
}

/** The operator's word, where there must be one: an empty field is asked for, since it need not be filled in always. */
function readWord(context: FormContext, values: FieldValues): WordReading {
  const empty = forOperatorFields(context).filter(({ id }) => values[id] === undefined);
  return empty.length === 0
    ? readOnBehalf(context, values, 'reportFault')
    : { ok: false, errors: Object.fromEntries(empty.map(({ id, missing = '' }) => [id, missing])) };
}

/** Undefined for a dispatcher, who enters it. */
function operatorActing(context: FormContext): OrganisationId | undefined {
  return isDispatcher(context) ? undefined : context.actor.organisation;
}

function operatorField(context: FormContext): readonly Field[] {
  if (!isDispatcher(context)) return [];
  const { view } = context;
  const choices = operatorsOf(view.installation).map(({ id }) => ({
    title: view.organisation(id),
    value: id,
  }));
  const gone = view.installation.organisations.flatMap(({ id }) => {
    const text = retiredOperatorText(id, view);
    return text === undefined ? [] : [[id, text] as const];
  });
  return [{ id: 'operator', kind: 'choice', ...fieldTexts.operator, choices, gone: new Map(gone) }];
}

/** Operators are those who have people in that role or a contract. */
function operatorsOf(installation: Installation): readonly Organisation[] {
  const ids = new Set([
    ...peopleWithRole(installation, 'operator').map((person) => person.organisation),
    ...installation.contracts.map((contract) => contract.operator),
  ]);
  return installation.organisations.filter((organisation) => ids.has(organisation.id));
}

/** For a dispatcher every module that is not retired: which of them counts is known once the operator is, and a trial needs no contract. */
function reportableModules(context: FormContext): readonly MaintainedModule[] {
  const { view, actor } = context;
  const { installation, now } = view;
  if (!isDispatcher(context)) {
    return modulesUnderContract(installation, actor.organisation, dayAt(installation.calendars, now));
  }
  return presentModules(installation, dayAt(installation.calendars, now));
}
