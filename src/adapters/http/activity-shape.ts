import { z } from 'zod';

/** Treated as absent if a sender writes null. */
const text = z
  .string()
  .nullish()
  .transform((given) => given ?? undefined);
const object = z
  .looseObject({})
  .nullish()
  .transform((given) => given ?? undefined);
const objects = z
  .array(z.looseObject({}))
  .nullish()
  .transform((list) => list ?? undefined);
const yesOrNo = z
  .boolean()
  .nullish()
  .transform((given) => given ?? undefined);
/** Becomes part of addresses and of keys in the store. */
const id = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^\P{Cc}*$/u);
const idOrNone = id.nullish().transform((given) => given ?? undefined);
/** Some clients leave out the name of somebody. What an answer repeats has to be of its type: the SDK sends nothing else. */
const account = z.looseObject({ id: idOrNone, name: text, aadObjectId: idOrNone, role: text });
const accounts = z
  .array(account)
  .nullish()
  .transform((list) => list ?? undefined);

/** A web address; one with a user in front of the host only looks like the host that it begins with. */
const webAddress = z.url({ protocol: /^https?$/ }).refine((address) => {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
});

/** What every activity from Teams has; the rest is read by the bot. Unknown fields pass through. */
const activityShape = z.looseObject({
  type: z.string().min(1),
  serviceUrl: webAddress,
  // What kind of conversation it is, is read from whatever stands there: an odd word is no private chat, nor is what is no word.
  conversation: z.looseObject({
    id,
    name: text,
    aadObjectId: idOrNone,
    role: text,
    tenantId: idOrNone,
    conversationType: text.catch(undefined),
    isGroup: yesOrNo.catch(true),
  }),
  from: z.looseObject({ id, name: text, aadObjectId: idOrNone, role: text }),
  recipient: account.nullish().transform((given) => given ?? undefined),
  id: idOrNone,
  replyToId: idOrNone,
  name: text,
  action: text,
  channelId: text,
  locale: text,
  deliveryMode: text,
  text,
  channelData: object,
  relatesTo: object,
  entities: objects,
  attachments: objects,
  membersAdded: accounts,
  membersRemoved: accounts,
});

export type IncomingActivity = z.infer<typeof activityShape>;

/** The activity, or the fields that are missing or wrong (names only, never values). */
export function readActivity(
  body: unknown,
): { readonly activity: IncomingActivity } | { readonly wrong: readonly string[] } {
  const reading = activityShape.safeParse(body);
  if (reading.success) return { activity: reading.data };
  const wrong = reading.error.issues.map((issue) => issue.path.join('.') || 'activity');
  return { wrong: [...new Set(wrong)] };
}
