import { useRef } from 'react';
import type { ConversationView } from '../../page-api';
import { type Resource, useResource } from '../state/resource';

/** The host gives so many threads at once; asking for fewer would fetch again with each portion drawn. */
const step = 500;

/**
 * A conversation with at least so many of its threads, and with that of a message named by a link. While more are being
 * fetched, what is there stays.
 */
export function useConversation(
  path: string,
  threads: number,
  message: string | undefined,
): Resource<ConversationView> {
  const last = useRef<{ readonly path: string; readonly data: ConversationView }>(undefined);
  const query = new URLSearchParams({ threads: String(Math.ceil(threads / step) * step) });
  if (message !== undefined && /^\d+$/.test(message)) query.set('message', message);
  const resource = useResource<ConversationView>(`${path}?${query.toString()}`);
  if (resource.data) last.current = { path, data: resource.data };
  const data = last.current?.path === path ? last.current.data : undefined;
  return { data, error: resource.error };
}
