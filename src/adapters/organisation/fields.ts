import { z } from 'zod';
import { isPlaceholderId } from '../../domain/organisation/placeholder-id';
import { longestNotice } from '../../domain/organisation/notice';
import { isSafeServiceUrl } from '../../domain/organisation/service-urls';
import { type FaultClass, faultClasses } from '../../domain/reaction/fault-class';
import { parseDate } from '../../domain/service-calendar/civil-date';
import { found, unknownName } from './wording';

/** A map with exactly these keys; an unknown one is reported with the one probably meant. */
export function section<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? (issue.keys ?? []).map((key) => unknownName('key', key, Object.keys(shape))).join('; ')
        : expectation(`a map of ${Object.keys(shape).join(', ')}`)(issue),
  });
}

export function listOf<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: expectation(`a list of ${what}`) });
}

/** A field's error message: what is expected and what was found. */
function expectation(expected: string) {
  return ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? `missing, expected ${expected}` : `expected ${expected}${found(input)}`;
}

function textOf(expected: string) {
  return z.string({ error: expectation(expected) });
}

export const text = (expected: string) =>
  textOf(expected)
    .trim()
    .min(1, { error: `expected ${expected}, found ""` })
    .max(200, { error: expectation(`${expected} of at most 200 characters`) });

/** Plain, so that it needs no escaping in stored keys and links. */
export const id = (of: string, longest = 64) => {
  const expected = `the id of ${of}: lower-case letters, digits and single hyphens`;
  return textOf(expected)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: expectation(expected) })
    .max(longest, { error: expectation(expected) });
};

/** An Entra ID id; Teams sends them in lower case. */
export const entraId = (expected: string) =>
  z
    .guid({ error: expectation(`${expected}, a UUID`), abort: true })
    .refine((value) => !isPlaceholderId(value), {
      error: expectation(`${expected}, not one digit throughout`),
    })
    .transform((value) => value.toLowerCase());

export const day = textOf('a date YYYY-MM-DD').refine((value) => parseDate(value) !== undefined, {
  error: expectation('a date YYYY-MM-DD that exists'),
});

const monthsExpected = `whole months from 1 to ${longestNotice}`;

export const months = z
  .int({ error: expectation(monthsExpected) })
  .min(1, { error: expectation(monthsExpected) })
  .max(longestNotice, { error: expectation(monthsExpected) });

export const mail = z.email({ error: expectation('a mail address') });

const serviceUrlExpected =
  'the address of a Bot Connector service beginning with https:// (http:// on this machine only)';

/** Tokens are sent there, so unencrypted only to this machine. */
export const serviceUrl = z
  .url({ protocol: /^https?$/, error: expectation(serviceUrlExpected) })
  .refine(isSafeServiceUrl, { error: expectation(serviceUrlExpected) });

export const webAddress = z.url({
  protocol: /^https?$/,
  error: expectation('an address beginning with https:// or http://'),
});

const channelExpected = 'the id of a channel, "19:…@thread.tacv2", without ";messageid="';

export const channelId = textOf(channelExpected).regex(/^19:[^\s;@]+@thread\.(?:tacv2|skype)$/, {
  error: expectation(channelExpected),
});

const faultClassesExpected = `different fault classes from ${faultClasses.join(', ')}, such as [1, 2], or [] for none`;

/** Checked as a whole, so that one sentence says what is expected. */
export const faultClassList = z.custom<readonly FaultClass[]>(
  (value) =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((each) => faultClasses.some((known) => known === each)),
  { error: expectation(faultClassesExpected) },
);

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: expectation(`one of ${values.join(', ')}`) });

/** Said where it is so, and otherwise left out. */
export const isSo = z.literal(true, { error: expectation('true, or nothing') });

export const yesOrNo = z.boolean({ error: expectation('true or false') });
