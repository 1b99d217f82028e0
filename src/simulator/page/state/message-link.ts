/** A place in Teams named by a deep link. */
export interface LinkedMessage {
  readonly place: string;
  readonly message: string;
}

/** Reads https://teams.microsoft.com/l/message/<conversation>/<message>?…; undefined for every other address. */
export function linkedMessage(address: string): LinkedMessage | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' || url.hostname !== 'teams.microsoft.com') return undefined;
  const [, place, message] = /^\/l\/message\/([^/]+)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  if (place === undefined || message === undefined) return undefined;
  try {
    return { place: decodeURIComponent(place), message: decodeURIComponent(message) };
  } catch {
    return undefined;
  }
}

/** Whether a card or message may link there: only web and mail. */
export function isSafeLink(address: string): boolean {
  try {
    return ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
