/** A service gave no answer that can be used. */
export class NoUsableAnswer extends Error {
  /** `reason` is in words without addresses and content. */
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'NoUsableAnswer';
  }
}

/** The JSON at an address. Rejects with NoUsableAnswer for whatever else happens. */
export async function fetchJson(url: string, init: RequestInit): Promise<unknown> {
  const response = await answering(() => fetch(url, init));
  if (!response.ok) {
    // An unread body would keep its connection.
    await answering(() => response.body?.cancel() ?? Promise.resolve());
    throw new NoUsableAnswer(`HTTP ${response.status}`);
  }
  const text = await answering(() => response.text());
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NoUsableAnswer('unreadable content');
  }
}

/** Runs a request or reads its answer; what goes wrong on the way becomes NoUsableAnswer. */
export async function answering<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const timedOut = (error as { readonly name?: unknown }).name === 'TimeoutError';
    throw new NoUsableAnswer(timedOut ? 'no answer in time' : 'no connection');
  }
}
