import MarkdownIt from 'markdown-it';
import { isSafeLink } from '../state/message-link';

// The subset that Teams shows in a text of a card: emphasis, links, lists and line breaks. No HTML, no images, no headings.
const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'emphasis',
  'link',
  'list',
  'newline',
  'escape',
  'entity',
]);
markdown.validateLink = isSafeLink;

/** Text of a card as HTML that holds nothing but this subset; everything else is escaped. */
export function markdownAsHtml(text: string): string {
  return markdown.render(text);
}
