import { texts } from '../texts/page.de';
import type { Suggestion } from './suggestions';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** The one that Enter takes; -1 for none. */
  readonly active: number;
  readonly accept: (suggestion: Suggestion) => void;
}

/** The suggestions above a compose box; the focus stays in the box, which names the active one. */
export function SuggestionList({ id, suggestions, active, accept }: SuggestionListProps) {
  return (
    <ul className="suggestions" id={id} role="listbox" aria-label={texts.suggestions}>
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.label}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          ref={(element) => {
            if (index === active) element?.scrollIntoView({ block: 'nearest' });
          }}
          onMouseDown={(event) => {
            // The focus stays where it is.
            event.preventDefault();
            accept(suggestion);
          }}
        >
          <span className="suggestion-label">{suggestion.label}</span>
          <span className="suggestion-line">{suggestion.description}</span>
        </li>
      ))}
    </ul>
  );
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
