import { useRef } from 'react';
import type { ConversationView } from '../../page-api';
import { texts } from '../texts/page.de';
import { plainText } from './message-text';

/** What a screen reader is told about messages that arrived since the conversation was opened, except the person's own. */
export function useAnnouncement(view: ConversationView | undefined, person: string): string {
  const newest = useRef<number>(undefined);
  const said = useRef('');
  if (view) {
    const messages = view.threads.flatMap((thread) => thread.messages);
    const before = newest.current;
    // Ids grow with time: what comes from further back when earlier threads are shown has not arrived now.
    const arrived =
      before === undefined
        ? []
        : messages.filter(({ id, author }) => Number(id) > before && author.key !== person);
    if (arrived.length > 0)
      said.current = arrived
        .map(({ author, text }) => texts.arrived(author.name, plainText(text) || texts.arrivedCard))
        .join(' ');
    newest.current = messages.reduce((latest, { id }) => Math.max(latest, Number(id)), before ?? 0);
  }
  return said.current;
}
