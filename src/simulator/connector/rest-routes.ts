import {
  createConversation,
  deleteActivity,
  editActivity,
  postActivity,
  type Answer,
} from './activity-handlers';
import { isObject, type JsonObject } from './json';
import { addReaction, removeReaction } from './reaction-handlers';
import { TeamsRefusal } from './refusals';
import { allMembers, oneMember, pagedMembers, teamChannels, teamDetails } from './roster-handlers';
import type { ServerState } from './server-state';

/** A request as the routes see it; `body` is the result of JSON.parse, or undefined. */
export interface RestRequest {
  readonly method: string;
  /** Decoded segments of the path. */
  readonly segments: string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

interface Route {
  readonly method: string;
  /** `*` matches any segment, which is passed to the handler. */
  readonly path: string;
  answer(state: ServerState, request: RestRequest, parameters: string[]): Answer;
}

/** The part of the Bot Connector API that this product calls. */
export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: 'v3/conversations',
    answer: (state, request) => createConversation(state, bodyOf(request)),
  },
  {
    method: 'POST',
    path: 'v3/conversations/*/activities',
    answer: (state, request, [id = '']) => postActivity(state, id, bodyOf(request), isTargeted(request)),
  },
  {
    method: 'POST',
    path: 'v3/conversations/*/activities/*',
    answer: (state, request, [id = '']) => postActivity(state, id, bodyOf(request), isTargeted(request)),
  },
  {
    method: 'PUT',
    path: 'v3/conversations/*/activities/*',
    answer: (state, request, [id = '', activity = '']) =>
      editActivity(state, id, activity, bodyOf(request), isTargeted(request)),
  },
  {
    method: 'DELETE',
    path: 'v3/conversations/*/activities/*',
    answer: (state, request, [id = '', activity = '']) =>
      deleteActivity(state, id, activity, isTargeted(request)),
  },
  {
    method: 'PUT',
    path: 'v3/conversations/*/activities/*/reactions/*',
    answer: (state, _request, [id = '', activity = '', type = '']) => addReaction(state, id, activity, type),
  },
  {
    method: 'DELETE',
    path: 'v3/conversations/*/activities/*/reactions/*',
    answer: (state, _request, [id = '', activity = '', type = '']) =>
      removeReaction(state, id, activity, type),
  },
  {
    method: 'GET',
    path: 'v3/conversations/*/members',
    answer: (state, _request, [id = '']) => allMembers(state, id),
  },
  {
    method: 'GET',
    path: 'v3/conversations/*/pagedmembers',
    answer: (state, request, [id = '']) => pagedMembers(state, id, request.query),
  },
  {
    method: 'GET',
    path: 'v3/conversations/*/members/*',
    answer: (state, _request, [id = '', member = '']) => oneMember(state, id, member),
  },
  {
    method: 'GET',
    path: 'v3/teams/*',
    answer: (state, _request, [id = '']) => teamDetails(state, id),
  },
  {
    method: 'GET',
    path: 'v3/teams/*/conversations',
    answer: (state, _request, [id = '']) => teamChannels(state, id),
  },
];

/** Finds the route and runs it; refusals are thrown as TeamsRefusal. */
export function answerRest(state: ServerState, request: RestRequest): Answer {
  for (const route of routes) {
    const parameters = route.method === request.method ? match(route.path, request.segments) : undefined;
    if (parameters) return route.answer(state, request, parameters);
  }
  throw new TeamsRefusal('unknown-route', `${request.method} /${request.segments.join('/')}`);
}

function match(path: string, segments: string[]): string[] | undefined {
  const pattern = path.split('/');
  if (pattern.length !== segments.length) return undefined;
  const parameters: string[] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part === '*') parameters.push(segment);
    else if (part !== segment) return undefined;
  }
  return parameters;
}

function isTargeted({ query }: RestRequest): boolean {
  return query.get('isTargetedActivity') === 'true';
}

function bodyOf(request: RestRequest): JsonObject {
  if (!isObject(request.body)) throw new TeamsRefusal('malformed-body', 'a JSON object is needed');
  return request.body;
}
