import { shortenedLabel } from '../../../texts/form-words.de';
import type { LabelledText } from './labelled-text';

/** A typed text as a card shows it where there is no room for all of it; cut between characters, never within one. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = longest - 1;
  const last = text.charCodeAt(end - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}

/** One line of a card as wide as Teams draws it. UTF-16 units. */
const titleLength = 44;

/** The title as the header shows it; what was cut stands in full under "Einzelheiten". */
export function titleGlance(title: string): string {
  return shortened(title, titleLength);
}

/** A labelled line with a typed text, which says so where it was cut; nothing where there is no text. */
export function typedLine(label: string, text: string | undefined, longest: number): readonly LabelledText[] {
  if (text === undefined || text === '') return [];
  const shown = shortened(text, longest);
  return [{ label: shown === text ? label : shortenedLabel(label), text: shown }];
}
