import MarkdownIt from 'markdown-it';
import { isSafeLink } from '../state/message-link';

// The subset that Teams supports in card texts: emphasis, links, lists and line breaks. No HTML, no images, no
// headings.
const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'emphasis',
  'link',
  'list',
  'newline',
  'escape',
  'entity',
]);
markdown.validateLink = isSafeLink;

/** A card text as HTML limited to this subset; everything else is escaped. */
export function markdownAsHtml(text: string): string {
  return markdown.render(text);
}
