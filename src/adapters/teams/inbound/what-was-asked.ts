import type { BotRequest } from './read-request';

/** For the log: verbs and numbers only, nothing typed and nobody's name. */
export function whatWasAsked(request: BotRequest): object {
  if (request.kind === 'pressed') return { verb: request.payload.do, ...ticketAndForm(request.payload) };
  return { command: request.kind === 'said' ? (request.said?.command ?? 'unknown') : 'unknown' };
}

function ticketAndForm(payload: object): object {
  const { ticket, form, action } = payload as {
    readonly ticket?: string;
    readonly form?: string;
    readonly action?: string;
  };
  return { ticket, form, action };
}
