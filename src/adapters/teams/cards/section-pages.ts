import { maxCardBytes } from './teams-limits';
import type { Section } from './labelled-lines';

/** What a card has besides its sections, and a section's line besides its text. */
const bytesAround = 3_000;
const bytesAroundLine = 300;

/**
 * Sections in their order on as few pages as they fit on: always one page at least, never more than `most` sections on
 * one, and on the first page room left for `first`.
 */
export function intoPages(
  sections: readonly Section[],
  most: number,
  first: Section = { lines: [] },
): readonly (readonly Section[])[] {
  const pages: Section[][] = [[]];
  let bytes = estimatedBytes(first);
  for (const section of sections) {
    const size = estimatedBytes(section);
    const page = pages.at(-1) ?? [];
    const begun = page.length > 0 || (pages.length === 1 && first.lines.length > 0);
    if (begun && (page.length >= most || bytes + size > maxCardBytes - bytesAround)) {
      pages.push([section]);
      bytes = size;
    } else {
      page.push(section);
      bytes += size;
    }
  }
  return pages;
}

/** At least what the section takes in the card's JSON. */
function estimatedBytes(section: Section): number {
  return Buffer.byteLength(JSON.stringify(section)) + bytesAroundLine * (section.lines.length + 1);
}
