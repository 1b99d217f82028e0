import { isRetiredOn } from '../../../domain/organisation/in-force';
import type { MaintainedModule, OrganisationId } from '../../../domain/organisation/installation';
import { retiredModuleText, retiredOperatorText } from '../../../texts/no-contract.de';
import { maxChoices } from '../forms/choices';
import type { Choice, Field } from '../forms/field';
import type { RecordContext } from './record-form';

/**
 * As many of those offered, the first first, as people find their way in; shown by name. What the record says already is among
 * them whatever has become of it, so that the rest can be changed alone.
 */
export function recordChoices(
  offered: readonly string[],
  recorded: readonly string[],
  nameOf: (id: string) => string,
): readonly Choice[] {
  const others = offered.filter((id) => !recorded.includes(id));
  return [...recorded, ...others.slice(0, Math.max(0, maxChoices - recorded.length))]
    .map((id) => ({ title: nameOf(id), value: id }))
    .sort((one, other) => one.title.localeCompare(other.title, 'de'));
}

type Offered = Required<Pick<Field, 'choices' | 'gone'>>;

/** The operators that a contract can be entered for. */
export function operatorChoices(context: RecordContext): Offered {
  const { recorded, view } = context;
  return {
    choices: recordChoices(takingPart(recorded.organisations, context), [], (id) => view.organisation(id)),
    gone: goneOf(recorded.organisations, (id) => retiredOperatorText(id, view)),
  };
}

/** The companies that can maintain a module. Operators come last: a company with a contract seldom maintains. */
export function maintainerChoices(context: RecordContext, maintainer: OrganisationId | undefined): Offered {
  const { recorded, view } = context;
  const operators = new Set(recorded.contracts.map(({ operator }) => operator));
  const companies = takingPart(recorded.organisations, context);
  const offered = [
    ...companies.filter((id) => !operators.has(id)),
    ...companies.filter((id) => operators.has(id)),
  ];
  return {
    choices: recordChoices(offered, maintainer === undefined ? [] : [maintainer], (id) =>
      view.organisation(id),
    ),
    gone: goneOf(recorded.organisations, (id) => retiredOperatorText(id, view)),
  };
}

/** The modules that a contract can be entered for. */
export function moduleChoices(context: RecordContext): Offered {
  const { recorded, view } = context;
  return {
    choices: recordChoices(takingPart(recorded.modules, context), [], (id) => view.module(id)),
    gone: goneOf(recorded.modules, (id) => retiredModuleText(id, view)),
  };
}

/** The companies that somebody can be of; a person's own is among them whatever has become of it. */
export function organisationChoices(context: RecordContext, own: OrganisationId): readonly Choice[] {
  const { recorded, view } = context;
  return recordChoices(takingPart(recorded.organisations, context), [own], (id) => view.organisation(id));
}

type Retirable = Pick<MaintainedModule, 'retired'> & { readonly id: string };

function takingPart(items: readonly Retirable[], { today }: RecordContext): readonly string[] {
  return items.filter((item) => !isRetiredOn(item, today)).map(({ id }) => id);
}

/** What was offered until it was retired, and why it is not any more. */
function goneOf(
  items: readonly Retirable[],
  textOf: (id: string) => string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ id }) => {
      const text = textOf(id);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}
