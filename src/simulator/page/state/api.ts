import type { ErrorBody } from '../../page-api';
import { texts } from '../texts/page.de';

/** The host refused or did not answer; the message is a German sentence for the user. */
export class HostError extends Error {}

/** The API path of a person's resources. */
export function personPath(person: string, ...parts: string[]): string {
  return ['/api/people', person, ...parts]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/** GET; returns the text, so that unchanged answers can be recognised. Throws a HostError. */
export async function getText(path: string): Promise<string> {
  const response = await send(path, { headers: { Accept: 'application/json' } });
  return response.text();
}

/** POST as JSON. Throws a HostError. */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new HostError(texts.hostSilent);
  }
  if (response.ok) return response;
  throw new HostError(await refusalOf(response));
}

async function refusalOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as Partial<ErrorBody>;
    if (typeof body.error === 'string' && body.error !== '') return body.error;
  } catch {
    // Not the host's own answer: only the status is known.
  }
  return texts.hostFailed(response.status);
}

/** The sentence for anything thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof HostError ? error.message : texts.pageFailed;
}
