import { fieldErrors, tooLongText } from '../../../texts/form-errors.de';

/**
 * Characters nobody types: controls except tab and line feed, signs that turn the direction of the text around so that
 * it reads otherwise than it is, and halves of characters.
 */
const unwanted = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** Blanks, and what takes room without showing. */
const blank = /^[\s\p{Z}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** One form of line ends, whatever the client's. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function isBlank(text: string): boolean {
  return blank.test(text);
}

/** What is wrong with a typed text, as the sentence at its field; undefined when nothing. */
export function textProblem(text: string, maxLength: number, oneLine: boolean): string | undefined {
  if (unwanted.test(text)) return fieldErrors.controlCharacters;
  if (oneLine && text.includes('\n')) return fieldErrors.oneLine;
  return text.length > maxLength ? tooLongText(maxLength, text.length) : undefined;
}

/** For what is given back of a text that no form of ours lets anybody type. */
export function withoutUnwanted(text: string): string {
  return text.replace(new RegExp(unwanted, 'gu'), '');
}
