import { z } from 'zod';

/** Treated as absent if a sender writes null. */
const objects = z
  .array(z.looseObject({}))
  .nullish()
  .transform((list) => list ?? undefined);
const text = z
  .string()
  .nullish()
  .transform((given) => given ?? undefined);

/** What every activity from Teams has; the rest is read by the bot. Unknown fields pass through. */
const activityShape = z.looseObject({
  type: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string().min(1) }),
  text,
  entities: objects,
  attachments: objects,
  membersAdded: objects,
  membersRemoved: objects,
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
