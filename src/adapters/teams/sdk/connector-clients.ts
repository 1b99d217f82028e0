import type { Pipeline } from '@azure/core-rest-pipeline';
import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { ServiceUrlRule } from '../../../domain/organisation/service-urls';
import { serviceUrlNotAllowed } from './unverified-token';
import { targetedMessages } from './targeted';
import { RequestGate, type GateOptions } from './request-gate';
import { within } from './within';

/** No answer came in time; the request may have been carried out all the same. */
export class RequestTimedOut extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
    this.name = 'RequestTimedOut';
  }
}

/** The bot's own token is not sent to this service URL, so nothing was sent. */
export class ServiceUrlRefused extends Error {
  constructor() {
    super(serviceUrlNotAllowed);
    this.name = 'ServiceUrlRefused';
  }
}

/** Makes the client of a service URL; it sends each request once. */
export interface ConnectorClients {
  /** Rejects with ServiceUrlRefused where the bot sends nothing, wherever the address came from. */
  create(serviceUrl: string): Promise<ConnectorClient>;
}

/** Teams has few service URLs; more than these are somebody's play with forged activities in local mode. */
const maxServiceUrls = 50;

/**
 * Makes connector clients that send each request once and give it up after `timeout` milliseconds. The client that
 * the SDK makes repeats on 429, 5xx and resets without saying so and waits for ever: each repetition of a post whose
 * answer was lost would be a second post.
 */
export class SingleAttemptConnectorFactory extends ConnectorFactory {
  private readonly gate: RequestGate;
  private readonly clients = new LRUCache<string, Promise<ConnectorClient>>({ max: maxServiceUrls });

  constructor(
    private readonly inner: ConnectorFactory,
    private readonly timeout: number,
    /** Whether the bot may send to a service URL. */
    readonly mayServe: ServiceUrlRule,
    gate: GateOptions,
  ) {
    super();
    this.gate = new RequestGate(gate);
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!this.mayServe(serviceUrl)) return Promise.reject(new ServiceUrlRefused());
    const key = `${serviceUrl} ${audience ?? ''}`;
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    const made = this.make(serviceUrl, audience);
    this.clients.set(key, made);
    made.catch(() => this.clients.delete(key));
    return made;
  }

  private async make(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.inner.create(serviceUrl, audience);
    const pipeline = pipelineOf(client);
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(
      { name: 'requestTimeout', sendRequest: (request, next) => withTimeout(this.timeout, request, next) },
      // Around the credentials too: fetching a token may hang like any other request.
      { beforePolicies: ['ServiceClientContext_Credentials_SignRequest'] },
    );
    pipeline.addPolicy(targetedMessages, { beforePolicies: ['requestTimeout'] });
    // Around the time-out: a request is not under way while it waits for its turn.
    pipeline.addPolicy(
      { name: 'requestGate', sendRequest: (request, next) => this.gate.pass(request, next) },
      { beforePolicies: ['requestTimeout'] },
    );
    return client;
  }
}

type Send = Parameters<Parameters<Pipeline['addPolicy']>[0]['sendRequest']>;

async function withTimeout(milliseconds: number, request: Send[0], next: Send[1]): ReturnType<Send[1]> {
  const abort = new AbortController();
  request.abortSignal = abort.signal;
  const answer = await within(milliseconds, next(request));
  if (answer !== undefined) return answer;
  abort.abort();
  throw new RequestTimedOut(milliseconds);
}

/** The SDK keeps the pipeline to itself; there is no other way to its hidden repetitions (a test counts requests). */
function pipelineOf(client: ConnectorClient): Pipeline {
  return (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client.pipeline;
}
