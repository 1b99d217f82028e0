import type { TextPart } from '../../page-api';
import { isSafeLink } from '../state/message-link';
import { openLink } from '../state/open-link';

/** A message's text: always text, never markup. */
export function MessageText({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <p className="message-text">
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function Part({ part }: { readonly part: TextPart }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'mention':
      return (
        <span className="mention" data-viewer={part.viewer}>
          {part.viewer ? `@${part.text}` : part.text}
        </span>
      );
    case 'link':
      return isSafeLink(part.url) ? (
        <a
          className="text-link"
          href={part.url}
          target="_blank"
          rel="noopener noreferrer"
          onClick={(event) => {
            event.preventDefault();
            openLink(part.url);
          }}
        >
          {part.text}
        </a>
      ) : (
        part.text
      );
    default:
      return part satisfies never;
  }
}

/** The text as one line, for announcements. */
export function plainText(parts: readonly TextPart[]): string {
  return parts
    .map((part) => part.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
