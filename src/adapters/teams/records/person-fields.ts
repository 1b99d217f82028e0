import { z } from 'zod';
import { moduleById } from '../../../domain/organisation/find';
import type {
  MaintainedModule,
  ModuleId,
  Person,
  RoleGrant,
} from '../../../domain/organisation/installation';
import { parseDate } from '../../../domain/service-calendar/civil-date';
import { fieldErrors } from '../../../texts/form-errors.de';
import { roleNames } from '../../../texts/labels.de';
import { othersModulesText, recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels } from '../../../texts/records.de';
import { phoneLink } from '../cards/contact-links';
import { choicesOf, severalIn, valueIn } from '../forms/choices';
import type { Choice, Field } from '../forms/field';
import type { FieldErrors, FieldValues } from '../forms/form-definition';
import { inFormerOrder } from './former-order';
import type { RecordContext } from './record-form';

export const sinceField: Field = { id: 'since', kind: 'date', label: recordLabels.since };

export const untilField: Field = { id: 'until', kind: 'date', label: recordLabels.until };

export function organisationField(choices: readonly Choice[]): Field {
  const { organisationMissing: missing } = recordFormTexts;
  return { id: 'organisation', kind: 'choice', label: recordLabels.organisation, missing, choices };
}

/** Roles that are not for a module. */
const plainRoles = ['operator', 'dispatcher', 'platformMaintainer', 'processOwner'] as const;

export const rolesField: Field = {
  id: 'roles',
  kind: 'several',
  label: recordLabels.roles,
  placeholder: recordFormTexts.noGrants,
  choices: choicesOf(plainRoles, roleNames),
};

/** None where there is nothing to choose: Teams takes no list without choices. */
export function modulesField(
  modules: readonly MaintainedModule[],
  title: (module: MaintainedModule) => string,
): readonly Field[] {
  if (modules.length === 0) return [];
  const choices = modules.map((module) => ({ title: title(module), value: module.id }));
  const { modules: label, noGrants: placeholder } = recordFormTexts;
  return [{ id: 'modules', kind: 'several', label, placeholder, choices }];
}

/** The values of the fields of roles and modules. */
export function grantValues(roles: readonly RoleGrant[]): FieldValues {
  return {
    roles: roles.flatMap(({ role }) => (role === 'maintainer' ? [] : [role])).join(','),
    modules: roles.flatMap((grant) => (grant.role === 'maintainer' ? [grant.module] : [])).join(','),
  };
}

/** What is granted by those values. */
export function grantsIn(
  { roles, modules }: FieldValues,
  former: readonly RoleGrant[] = [],
): readonly RoleGrant[] {
  return inFormerOrder<RoleGrant>(former, [
    ...severalIn(roles).map((each) => ({ role: valueIn(plainRoles, each) })),
    ...severalIn(modules).map((module) => ({ role: 'maintainer' as const, module })),
  ]);
}

const address = z.email();

/** What is wrong with what was typed; what stood there before was typed elsewhere and is let stand. */
export function typedProblems(values: FieldValues, before?: Person): FieldErrors {
  const { mail, phone } = values;
  const errors: Record<string, string> = {};
  if (mail !== undefined && mail !== before?.mail && !address.safeParse(mail).success)
    errors['mail'] = recordFormTexts.notAMail;
  if (phone !== undefined && phone !== before?.phone && phoneLink(phone) === undefined)
    errors['phone'] = recordFormTexts.notAPhone;
  for (const id of ['since', 'until']) {
    const day = values[id];
    if (day !== undefined && parseDate(day) === undefined) errors[id] = fieldErrors.notADate;
  }
  return errors;
}

/** The company is chosen in the same form, so what it maintains is asked when the form is read. */
export function othersModules(
  { recorded, view }: RecordContext,
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
