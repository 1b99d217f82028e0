import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { answering, NoUsableAnswer } from './fetch-json';

type NetworkResponse<Body> = Awaited<ReturnType<INetworkModule['sendPostRequestAsync']>> & {
  readonly body: Body;
};

/**
 * MSAL's requests with an end. Its own have none: each one that hangs keeps a socket for as long as the other side
 * likes, and another attempt follows it.
 */
export class BoundedNetwork implements INetworkModule {
  /** `timeout` in milliseconds, for request and answer together. */
  constructor(private readonly timeout: number) {}

  sendGetRequestAsync<Body>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<Body>> {
    return this.send(url, 'GET', options);
  }

  sendPostRequestAsync<Body>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<Body>> {
    return this.send(url, 'POST', options);
  }

  /** Any status is MSAL's to judge, as long as it comes with JSON. */
  private async send<Body>(
    url: string,
    method: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> {
    const signal = AbortSignal.timeout(this.timeout);
    const response = await answering(() => fetch(url, { ...options, method, signal }));
    const text = await answering(() => response.text());
    try {
      const body = JSON.parse(text) as Body;
      return { headers: Object.fromEntries(response.headers), body, status: response.status };
    } catch {
      throw new NoUsableAnswer(response.ok ? 'unreadable content' : `HTTP ${response.status}`);
    }
  }
}
