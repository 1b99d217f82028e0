import { accessTaskTexts } from '../../../texts/access-tasks.de';
import { onboardingFormTexts } from '../../../texts/onboarding-forms.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels } from '../../../texts/records.de';
import type { Field } from '../forms/field';
import { recordLimits } from './record-limits';

/** What a person, a company or a module is called. */
export const nameField: Field = {
  id: 'name',
  kind: 'line',
  label: recordLabels.name,
  missing: recordFormTexts.nameMissing,
  maxLength: recordLimits.name,
};

export const mailField: Field = {
  id: 'mail',
  kind: 'line',
  label: recordLabels.mail,
  missing: recordFormTexts.mailMissing,
  maxLength: recordLimits.name,
};

export const phoneField: Field = {
  id: 'phone',
  kind: 'line',
  label: recordLabels.phone,
  maxLength: recordLimits.name,
};

export const repositoryField: Field = {
  id: 'packageRepository',
  kind: 'line',
  label: recordLabels.packageRepository,
  maxLength: recordLimits.address,
};

export const versionField: Field = {
  id: 'installedVersion',
  kind: 'line',
  label: recordLabels.installedVersion,
  maxLength: recordLimits.version,
};

export const referenceField: Field = {
  id: 'reference',
  kind: 'line',
  label: accessTaskTexts.reference,
  maxLength: recordLimits.name,
};

/** What shows that a step of an onboarding is done. */
export const evidenceField: Field = {
  id: 'evidence',
  kind: 'line',
  label: onboardingFormTexts.evidence,
  maxLength: recordLimits.address,
};

export const reasonField: Field = {
  id: 'reason',
  kind: 'text',
  label: onboardingFormTexts.reason,
  missing: onboardingFormTexts.reasonMissing,
  maxLength: recordLimits.reason,
};
