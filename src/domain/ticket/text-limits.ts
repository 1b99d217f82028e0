/**
 * The longest text of each field, in UTF-16 units. They keep the largest card well below what Teams carries
 * (28 KB a card) with a form and its check page holding every field at once.
 */
export const textLimits = {
  title: 120,
  description: 3_000,
  since: 200,
  moduleVersion: 60,
  workaround: 1_000,
  saidBy: 120,
  reason: 1_000,
  missing: 2_000,
  answer: 3_000,
} as const;
