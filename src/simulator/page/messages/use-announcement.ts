import { useRef } from 'react';
import type { ConversationView } from '../../page-api';
import { texts } from '../texts/page.de';
import { plainText } from './message-text';

/** What a screen reader is told about messages that arrived since the conversation was opened, except the person's own. */
export function useAnnouncement(view: ConversationView | undefined, person: string): string {
  const known = useRef<Set<string>>(undefined);
  const said = useRef('');
  if (view) {
    const messages = view.threads.flatMap((thread) => thread.messages);
    const before = known.current;
    const arrived = before
      ? messages.filter((message) => !before.has(message.id) && message.author.key !== person)
      : [];
    if (arrived.length > 0)
      said.current = arrived
        .map(({ author, text }) => texts.arrived(author.name, plainText(text) || texts.arrivedCard))
        .join(' ');
    known.current = new Set(messages.map((message) => message.id));
  }
  return said.current;
}
