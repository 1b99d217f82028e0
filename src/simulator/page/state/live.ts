import { useSyncExternalStore } from 'react';

/** How long changes are collected before the page fetches again, and at most; milliseconds. */
const quiet = 80;
const maxQuiet = 400;
/** How long until a closed stream is reopened; milliseconds. */
const reopenAfter = 1_500;
const name = 'simulator-events';

type Notice = { readonly kind: 'changed' } | { readonly kind: 'connection'; readonly up: boolean };

let version = 0;
let connected = true;
let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | undefined;
const listeners = new Set<() => void>();

/** Grows whenever the page has to fetch its content again. */
export function useVersion(): number {
  return useSyncExternalStore(subscribe, () => version);
}

/** Whether the host's stream of changes is connected. */
export function useConnected(): boolean {
  return useSyncExternalStore(subscribe, () => connected);
}

/** Announces that something changed, here or at the host. Changes in quick succession are fetched together. */
export function announceChange(): void {
  const now = performance.now();
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      waitingSince = undefined;
      version += 1;
      tell();
    },
    Math.max(0, Math.min(quiet, waitingSince + maxQuiet - now)),
  );
}

/**
 * Follows the host's changes. A browser allows six connections per origin, and a stream occupies one, so only one
 * window holds the stream (a web lock decides which) and tells the others.
 */
export function followChanges(): void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<Notice>) => take(event.data);
  const pass = (notice: Notice): void => {
    take(notice);
    channel.postMessage(notice);
  };
  const hold = (): Promise<never> => new Promise<never>(() => openStream(pass));
  navigator.locks.request(name, hold).catch(() => openStream(take));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') announceChange();
  });
}

function openStream(pass: (notice: Notice) => void): void {
  const stream = new EventSource('/api/events');
  stream.onopen = () => {
    pass({ kind: 'connection', up: true });
    // Covers what happened while there was no stream.
    pass({ kind: 'changed' });
  };
  stream.onmessage = () => pass({ kind: 'changed' });
  stream.onerror = () => {
    pass({ kind: 'connection', up: false });
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => openStream(pass), reopenAfter);
  };
}

function take(notice: Notice): void {
  if (notice.kind === 'changed') return announceChange();
  if (connected === notice.up) return;
  connected = notice.up;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
