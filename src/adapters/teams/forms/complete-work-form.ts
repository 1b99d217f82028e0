import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { submitLabels } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FixPlan } from '../../../domain/ticket/plan/fix-plan';
import { type Completion, completionLinks, linksNotAllowed } from '../../../domain/ticket/work/work';
import { fieldErrors } from '../../../texts/form-errors.de';
import type { FieldErrors, FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { ticketOf } from './ticket-of';
import { readVersions, versionListField, versionsText } from './version-list';

/** "Bearbeitung abschließen": what the dispatcher tests and the affected operators get (process 3, 6). */
export const completeWorkForm: FormDefinition = {
  id: 'completeWork',
  title: () => actionNames.completeWork,
  submitLabel: () => submitLabels.completeWork,
  fields: () => [
    { id: 'fixVersion', kind: 'line', ...fieldTexts.fixVersion, maxLength: textLimits.fixVersion },
    {
      id: 'packageReference',
      kind: 'line',
      ...fieldTexts.packageReference,
      maxLength: textLimits.packageReference,
    },
    { id: 'changed', kind: 'text', ...fieldTexts.changed, maxLength: textLimits.changed },
    versionListField,
    ...completionLinks.map(
      (id) => ({ id, kind: 'line', ...fieldTexts[id], maxLength: textLimits.link }) as const,
    ),
  ],
  initialValues,
  info: () => [],
  read,
};

/**
 * The versions that the plan says are affected; after a failed test what was handed over before, to be corrected. Commit and
 * build are asked for anew: those of before are the ones that failed. Whoever gets the form may read what was typed into the
 * ticket (process 10).
 */
function initialValues(context: FormContext): FieldValues {
  const { fixPlan, completion } = ticketOf(context);
  const affected = affectedBy(fixPlan, completion);
  const { fixVersion, packageReference, changed, environmentLink } = completion ?? {};
  return defined({
    fixVersion,
    packageReference,
    changed,
    affectedVersions: affected && versionsText(affected),
    environmentLink,
  });
}

/** What was said last: a plan may have been changed since the test. */
function affectedBy(
  plan: FixPlan | undefined,
  completion: Completion | undefined,
): readonly string[] | undefined {
  if (plan === undefined || completion === undefined) return (completion ?? plan)?.affectedVersions;
  return (plan.at > completion.at ? plan : completion).affectedVersions;
}

function read(_context: FormContext, values: FieldValues): FormReading {
  const reading = readVersions(values['affectedVersions']);
  const errors = { ...(reading.ok ? {} : reading.errors), ...linkErrors(values) };
  if (!reading.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { fixVersion = '', packageReference = '', changed = '' } = values;
  const { commitLink, buildLink, environmentLink } = values;
  return {
    ok: true,
    command: {
      type: 'completeWork',
      completion: {
        fixVersion,
        packageReference,
        changed,
        affectedVersions: reading.versions,
        ...defined({ commitLink, buildLink, environmentLink }),
      },
    },
  };
}

function linkErrors(values: FieldValues): FieldErrors {
  return Object.fromEntries(linksNotAllowed(values).map((link) => [link, fieldErrors.notAWebLink]));
}
