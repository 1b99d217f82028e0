import { hasLeftOn, isRetiredOn } from '../../../domain/organisation/in-force';
import { personById } from '../../../domain/organisation/find';
import type { Organisation, Person } from '../../../domain/organisation/installation';
import { hint } from '../../../texts/form-words.de';
import { retiredOperatorText } from '../../../texts/no-contract.de';
import {
  notBeforeText,
  onboardingFormTexts,
  stepsText,
  wholeCompanyText,
} from '../../../texts/onboarding-forms.de';
import { setUpText } from '../../../texts/onboarding-card.de';
import type { Field } from '../forms/field';
import { checkRecords } from './check-records';
import { moduleChoices, recordChoices } from './record-choices';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';

const companyPrefix = 'organisation ';
const personPrefix = 'person ';

/** "Neu": a company, or one person of it, is to be set up for a module (process 7). */
export const startOnboardingForm: RecordForm = {
  id: 'startOnboarding',
  action: 'startOnboarding',
  list: 'onboardings',
  title: () => onboardingFormTexts.begin,
  submitLabel: () => onboardingFormTexts.begin,
  fields: (context) =>
    withRoom([
      {
        id: 'module',
        kind: 'choice',
        label: onboardingFormTexts.module,
        missing: onboardingFormTexts.moduleMissing,
        ...moduleChoices(context),
      },
      whoField(context),
    ]),
  initialValues: () => ({}),
  info: () => [hint(onboardingFormTexts.beginsByItselfHint)],
  read: ({ recorded }, { module = '', who = '' }) => {
    const type = 'startOnboarding';
    if (who.startsWith(companyPrefix))
      return { ok: true, command: { type, module, organisation: who.slice(companyPrefix.length) } };
    const person = who.slice(personPrefix.length);
    const organisation = personById(recorded, person)?.organisation ?? '';
    return { ok: true, command: { type, module, organisation, person } };
  },
  check: (context) => {
    const page = checkRecords(context);
    const begun = (context.follows?.events ?? []).flatMap((event) =>
      event.type === 'onboardingRecorded' ? [event.onboarding] : [],
    );
    const { view } = context;
    return {
      ...page,
      intro: onboardingFormTexts.beginIntro,
      lines: [
        ...page.lines,
        ...begun.map((each) => ({ label: onboardingFormTexts.items, text: stepsText(each) })),
      ],
      warnings: [
        ...page.warnings,
        ...begun.map((each) => notBeforeText(setUpText(each, view), view.module(each.module))),
      ],
    };
  },
};

/** One field for both, so that nobody is chosen who is not of the company. Whoever is not among them begins theirs with their role. */
function whoField(context: RecordFormContext): Field {
  const { recorded, today, view } = context;
  const retired = recorded.organisations.filter((each) => isRetiredOn(each, today));
  return {
    id: 'who',
    kind: 'choice',
    label: onboardingFormTexts.who,
    missing: onboardingFormTexts.whoMissing,
    choices: recordChoices(candidates(context), [], (key) => {
      if (key.startsWith(companyPrefix))
        return wholeCompanyText(view.organisation(key.slice(companyPrefix.length)));
      const id = key.slice(personPrefix.length);
      const company = personById(recorded, id)?.organisation ?? '';
      return `${view.organisation(company)}: ${view.person(id)}`;
    }),
    gone: new Map(retired.map(({ id }) => [keyOfCompany({ id }), retiredOperatorText(id, view) ?? ''])),
  };
}

/** The likeliest first: companies without a contract, their maintainers, their other people; operators seldom maintain. */
function candidates({ recorded, today }: RecordFormContext): readonly string[] {
  const operators = new Set(recorded.contracts.map(({ operator }) => operator));
  const companies = recorded.organisations.filter((each) => !isRetiredOn(each, today));
  const likely = companies.filter(({ id }) => !operators.has(id));
  const known = new Set(likely.map(({ id }) => id));
  const people = recorded.people.filter(
    (person) => known.has(person.organisation) && !hasLeftOn(person, today),
  );
  const maintains = ({ roles }: Person) => roles.some(({ role }) => role === 'maintainer');
  return [
    ...likely.map(keyOfCompany),
    ...people.filter(maintains).map(keyOfPerson),
    ...people.filter((each) => !maintains(each)).map(keyOfPerson),
    ...companies.filter(({ id }) => operators.has(id)).map(keyOfCompany),
  ];
}

function keyOfCompany({ id }: Pick<Organisation, 'id'>): string {
  return `${companyPrefix}${id}`;
}

function keyOfPerson({ id }: Pick<Person, 'id'>): string {
  return `${personPrefix}${id}`;
}
