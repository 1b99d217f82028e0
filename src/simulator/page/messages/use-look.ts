import { type RefObject, useEffect, useRef } from 'react';
import type { MessageView } from '../../page-api';
import { post } from '../state/api';
import { announceChange } from '../state/live';

/** How long a changed card counts as the answer to the previous look; milliseconds. */
const answered = 2_000;

/**
 * Tells the host when a card with `refresh` comes into view, once per version. The card that comes as the answer is
 * itself a new version and is not looked at again; otherwise this would never end.
 */
export function useLook(element: RefObject<HTMLElement | null>, base: string, message: MessageView): void {
  const looked = useRef(new Set<string>());
  const waiting = useRef<{ readonly until: number }>(undefined);
  const refreshes = message.card?.['refresh'] !== undefined && !message.deleted;
  const version = message.cardVersion ?? message.id;
  useEffect(() => {
    const target = element.current;
    if (!refreshes || !target || looked.current.has(version)) return;
    if (waiting.current && performance.now() < waiting.current.until) {
      waiting.current = undefined;
      looked.current.add(version);
      return;
    }
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting) || document.visibilityState !== 'visible') return;
      observer.disconnect();
      looked.current.add(version);
      waiting.current = { until: Number.POSITIVE_INFINITY };
      const settle = (): void => {
        waiting.current &&= { until: performance.now() + answered };
      };
      // If a refresh fails, the card stays as it is, as in Teams.
      post(`${base}/look`, {})
        .then(announceChange, () => undefined)
        .finally(settle);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, base, refreshes, version]);
}
