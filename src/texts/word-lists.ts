/** Lists of words as they are written: blanks between words, a phrase a line. */
export function words(text: string): readonly string[] {
  return text.split(/\s/).filter(Boolean);
}

export function lines(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
