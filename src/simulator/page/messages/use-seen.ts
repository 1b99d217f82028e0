import { useEffect, useRef } from 'react';
import type { ConversationView, MessageView } from '../../page-api';
import { post } from '../state/api';
import { announceChange } from '../state/live';

/**
 * Marks visible messages as read. Returns the ids of messages unread since the conversation was opened: they stay
 * marked as new while the person is reading them.
 */
export function useSeen(path: string, view: ConversationView | undefined): ReadonlySet<string> {
  const fresh = useRef(new Set<string>());
  const messages = view?.threads.flatMap((thread) => thread.messages) ?? [];
  for (const message of messages) if (message.unread) fresh.current.add(message.id);
  const unread = messages.some((message) => message.unread);
  const last = newest(messages)?.id;
  useEffect(() => {
    if (!unread || last === undefined) return;
    const see = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', see);
      // After a failure the host still has it as unread: the next change tries again.
      post(`${path}/seen`, { messageId: last }).then(announceChange, () => undefined);
    };
    document.addEventListener('visibilitychange', see);
    see();
    return () => document.removeEventListener('visibilitychange', see);
  }, [path, unread, last]);
  return fresh.current;
}

/** Ids of messages are numbers that grow. */
function newest(messages: readonly MessageView[]): MessageView | undefined {
  return messages.reduce<MessageView | undefined>(
    (latest, message) => (latest === undefined || Number(message.id) >= Number(latest.id) ? message : latest),
    undefined,
  );
}
