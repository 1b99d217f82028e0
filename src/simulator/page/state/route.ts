import { useMemo, useSyncExternalStore } from 'react';

/** The content of the address: a window shows one person, at one place, perhaps at one message. */
export interface Route {
  readonly person?: string;
  readonly place?: string;
  readonly message?: string;
}

const changed = 'page-address-changed';

/** The address of a route: /person/<key>?ort=<conversation>&nachricht=<message>. */
export function hrefOf(route: Route): string {
  if (route.person === undefined) return '/';
  const query = new URLSearchParams();
  if (route.place !== undefined) query.set('ort', route.place);
  if (route.message !== undefined) query.set('nachricht', route.message);
  const search = query.toString();
  return `/person/${encodeURIComponent(route.person)}${search === '' ? '' : `?${search}`}`;
}

/** Reads an address; an unknown one means the start page. */
export function routeOf(pathname: string, search: string): Route {
  const key = /^\/person\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (key === undefined) return {};
  const query = new URLSearchParams(search);
  return {
    person: decoded(key),
    place: query.get('ort') ?? undefined,
    message: query.get('nachricht') ?? undefined,
  };
}

/** Goes there without reloading the page. Going to the same address again still counts as a visit: the message is shown again. */
export function goTo(route: Route): void {
  const href = hrefOf(route);
  if (href === location.pathname + location.search) history.replaceState(visit(), '', href);
  else history.pushState(visit(), '', href);
  window.dispatchEvent(new Event(changed));
}

/** The current route, and a number that grows with each visit. */
export function useRoute(): Route & { readonly visit: number } {
  const snapshot = useSyncExternalStore(subscribe, () => `${visits}|${location.pathname}|${location.search}`);
  return useMemo(() => {
    const [count = '0', pathname = '/', ...search] = snapshot.split('|');
    return { ...routeOf(pathname, search.join('|')), visit: Number(count) };
  }, [snapshot]);
}

let visits = 0;

function visit(): { readonly visit: number } {
  visits += 1;
  return { visit: visits };
}

function subscribe(notify: () => void): () => void {
  const back = (): void => {
    visits += 1;
    notify();
  };
  window.addEventListener('popstate', back);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener('popstate', back);
    window.removeEventListener(changed, notify);
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
