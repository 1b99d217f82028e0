import type { ConnectorFactory } from 'botframework-connector';
import { RequestTimedOut } from '../../../src/adapters/teams/sdk/connector-clients';
import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { failureOf } from '../../../src/adapters/teams/sender/delivery-failures';
import { defined } from '../../../src/defined';
import { PlayedTeams } from './played-teams';

const now = 0;

describe('requests to Teams', () => {
  const teams = new PlayedTeams();
  let connectors: ConnectorFactory;

  beforeAll(() => teams.start());
  afterAll(() => teams.stop());
  beforeEach(() => {
    teams.requests = 0;
    connectors = connectorsThatWait();
  });

  // Not limited: a pause that one asks for would hold for the others.
  function connectorsThatWait(requestTimeout?: number): ConnectorFactory {
    return new TeamsAuthentication({
      limited: false,
      ...defined({ requestTimeout }),
    }).createConnectorFactory();
  }

  const send = () => teams.failureOfSending(connectors);

  it.each([
    { status: 500, transient: true },
    { status: 502, transient: true },
    { status: 503, transient: true },
    { status: 504, transient: true },
    { status: 412, transient: true },
    { status: 429, transient: true },
    { status: 401, transient: true },
    { status: 403, transient: false },
    { status: 404, transient: false },
    { status: 413, transient: false },
  ])('sends once when Teams answers $status', async ({ status, transient }) => {
    teams.behave = (response) => {
      response.writeHead(status, { 'Retry-After': '2', 'Content-Type': 'application/json' });
      response.end('{"error":{"code":"Some","message":"thing"}}');
    };
    const failure = failureOf(await send(), now);
    expect(teams.requests).toBe(1);
    expect(failure).toMatchObject({ transient, status, retryAfter: 2_000 });
  });

  it('sends once when the connection is reset', async () => {
    teams.behave = (response) => response.destroy();
    const failure = failureOf(await send(), now);
    expect(teams.requests).toBe(1);
    expect(failure).toMatchObject({ transient: true, status: undefined });
  });

  it('gives a request up that gets no answer', async () => {
    connectors = connectorsThatWait(500);
    teams.behave = () => undefined;
    const error = await send();
    expect(error).toBeInstanceOf(RequestTimedOut);
    expect(teams.requests).toBe(1);
    expect(failureOf(error, now)).toMatchObject({ transient: true, status: undefined });
  });

  it('gives a request up whose answer never ends', async () => {
    connectors = connectorsThatWait(500);
    teams.behave = (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"id":');
    };
    expect(await send()).toBeInstanceOf(RequestTimedOut);
  });

  it('leaves a fault of ours what it is', () => {
    expect(failureOf(new TypeError('x is undefined'), now)).toBeUndefined();
  });

  it('makes one client for each service URL', async () => {
    expect(await connectors.create('http://127.0.0.1:1')).toBe(await connectors.create('http://127.0.0.1:1'));
  });
});
