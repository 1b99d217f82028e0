import { defined } from '../../../defined';
import { NoUsableAnswer } from './fetch-json';
import type { OutageCause } from './outage';

/** What Entra ID's refusals of an app's own token are about, by the number of their AADSTS code. */
const variables: Readonly<Record<string, string>> = {
  // The secret is wrong, has expired, or is none.
  7000215: 'MicrosoftAppPassword',
  7000222: 'MicrosoftAppPassword',
  7000216: 'MicrosoftAppPassword',
  7000218: 'MicrosoftAppPassword',
  // No such app in this tenant, or it was switched off there.
  700016: 'MicrosoftAppId',
  7000112: 'MicrosoftAppId',
  7000229: 'MicrosoftAppId',
  // No such tenant.
  90002: 'MicrosoftAppTenantId',
  900021: 'MicrosoftAppTenantId',
  900023: 'MicrosoftAppTenantId',
};

/**
 * Why no token came, as far as it can be told without MSAL's messages: they name tenant and app, and quote what was
 * sent. Its own codes are like `invalid_client`.
 */
export function causeOf(error: unknown): OutageCause {
  if (error instanceof NoUsableAnswer) return { reason: error.reason };
  const { errorCode } = Object(error) as { readonly errorCode?: unknown };
  const number = refusalNumberOf(error);
  return {
    reason: typeof errorCode === 'string' && /^[\w-]{1,64}$/.test(errorCode) ? errorCode : nameOf(error),
    ...(number !== undefined && { code: `AADSTS${number}`, ...defined({ variable: variables[number] }) }),
  };
}

function refusalNumberOf(error: unknown): string | undefined {
  const { errorNo, message } = Object(error) as { readonly errorNo?: unknown; readonly message?: unknown };
  const [, number] = /^(\d{4,9})$/.exec(String(errorNo)) ?? /\bAADSTS(\d{4,9})\b/.exec(String(message)) ?? [];
  return number;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
