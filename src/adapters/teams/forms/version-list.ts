import { fieldTexts } from '../../../texts/actions.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import { tooManyVersionsText, versionTooLongText } from '../../../texts/form-errors.de';
import type { Field } from './field';

const { affectedVersion, affectedVersionEntries } = textLimits;
const separator = ', ';

/** "Betroffene Versionen": versions or ranges of them such as '<2.3.1', separated by commas or line breaks. */
export const versionListField: Field = {
  id: 'affectedVersions',
  kind: 'text',
  ...fieldTexts.affectedVersions,
  maxLength: affectedVersionEntries * (affectedVersion + separator.length),
};

export type VersionReading =
  | { readonly ok: true; readonly versions: readonly string[] }
  | { readonly ok: false; readonly errors: { readonly affectedVersions: string } };

/** The entries as they were typed, each once. */
export function readVersions(text = ''): VersionReading {
  const entries = text.split(/[,\n]/).map((entry) => entry.trim());
  const versions = [...new Set(entries.filter((entry) => entry !== ''))];
  if (versions.length === 0) return wrong(fieldTexts.affectedVersions.missing);
  if (versions.length > affectedVersionEntries) {
    return wrong(tooManyVersionsText(affectedVersionEntries, versions.length));
  }
  const tooLong = versions.some((version) => version.length > affectedVersion);
  return tooLong ? wrong(versionTooLongText(affectedVersion)) : { ok: true, versions };
}

/** The list as the field shows it. */
export function versionsText(versions: readonly string[]): string {
  return versions.join(separator);
}

function wrong(affectedVersions: string): VersionReading {
  return { ok: false, errors: { affectedVersions } };
}
