import { useSyncExternalStore } from 'react';

/** One pane at a time. */
export const useNarrow = (): boolean => useMedia('(max-width: 899px)');

/** Room for a panel beside the messages. */
export const useWide = (): boolean => useMedia('(min-width: 1180px)');

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches,
  );
}
