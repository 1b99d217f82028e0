import type { z } from 'zod';
import type { MisbehaviourRequest, WriteRequest } from '../page-api';
import { apiQueries, apiRequests, readBody } from './api-requests';
import type { ThreadRange } from './conversations';
import type { Simulator } from './simulator';

/** `sent` is the body of a POST, the query of a GET. */
type Answering = (simulator: Simulator, parameters: string[], sent: unknown) => unknown;

interface ApiRoute {
  readonly method: 'GET' | 'POST';
  /** Segments after /api; `*` matches any segment, which is passed to the handler. */
  readonly path: string;
  readonly status: number;
  readonly answer: Answering;
}

const get = (path: string, answer: Answering): ApiRoute => ({ method: 'GET', path, status: 200, answer });

function post<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  answer: (simulator: Simulator, parameters: string[], request: z.infer<Shape>) => unknown,
  status = 200,
): ApiRoute {
  return {
    method: 'POST',
    path,
    status,
    answer: (simulator, parameters, sent) => answer(simulator, parameters, readBody(shape, sent)),
  };
}

/** The page's API, in the order of page-api.ts; /api/events is a stream and is handled by the server. */
const routes: readonly ApiRoute[] = [
  get('overview', (simulator) => simulator.overview()),
  get('people/*/conversations', (simulator, [person = '']) => simulator.conversations.list(person)),
  get('people/*/conversations/*', (simulator, [person = '', id = ''], query) =>
    simulator.conversations.view(person, id, readBody(apiQueries.threads, query) as ThreadRange),
  ),
  post(
    'people/*/conversations/*/messages',
    apiRequests.write,
    // The contract omits what zod leaves undefined.
    (simulator, [person = '', id = ''], request) => simulator.write(person, id, request as WriteRequest),
    201,
  ),
  post(
    'people/*/conversations/*/seen',
    apiRequests.seen,
    (simulator, [person = '', id = ''], { messageId }) => simulator.seen(person, id, messageId),
  ),
  post(
    'people/*/conversations/*/messages/*/actions',
    apiRequests.press,
    (simulator, [person = '', id = '', message = ''], request) => simulator.act(person, id, message, request),
  ),
  post(
    'people/*/conversations/*/messages/*/look',
    apiRequests.nothing,
    (simulator, [person = '', id = '', message = '']) => simulator.look(person, id, message),
  ),
  post('people/*/dialogs/*', apiRequests.action, (simulator, [person = '', dialog = ''], request) =>
    simulator.submit(person, dialog, request),
  ),
  post('people/*/dialogs/*/close', apiRequests.nothing, (simulator, [person = '', dialog = '']) =>
    simulator.closeDialog(person, dialog),
  ),
  post('clock', apiRequests.clock, (simulator, _none, { move }) => simulator.moveClock(move)),
  post('misbehaviour', apiRequests.misbehaviour, (simulator, _none, request) =>
    simulator.misbehave(request as MisbehaviourRequest),
  ),
  post('sample-data', apiRequests.nothing, (simulator) => simulator.playSampleData(), 202),
  post('reset', apiRequests.nothing, (simulator) => simulator.reset()),
];

/** The route of a request and the variable parts of its path; undefined if there is none. */
export function apiRoute(
  method: string,
  segments: readonly string[],
):
  { readonly status: number; readonly answer: (simulator: Simulator, sent: unknown) => unknown } | undefined {
  for (const route of routes) {
    const parameters = route.method === method ? parametersOf(route.path, segments) : undefined;
    if (parameters === undefined) continue;
    return {
      status: route.status,
      answer: (simulator, sent) => route.answer(simulator, parameters, sent),
    };
  }
  return undefined;
}

function parametersOf(path: string, segments: readonly string[]): string[] | undefined {
  const pattern = path.split('/');
  const fits =
    pattern.length === segments.length && pattern.every((part, at) => part === '*' || part === segments[at]);
  return fits ? segments.filter((_segment, at) => pattern[at] === '*') : undefined;
}
