/**
 * The longest text of each field, in UTF-16 units. They keep the largest card well below the Teams limit (28 KB a
 * card), even for a form and its check page with every field filled.
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
  cause: 1_500,
  /** One entry of a list of affected versions, and how many entries a list has at most. */
  affectedVersion: 60,
  affectedVersionEntries: 20,
  testApproach: 800,
  risks: 800,
  fixVersion: 60,
  packageReference: 300,
  changed: 2_000,
  link: 500,
  testEnvironment: 200,
  testSteps: 1_500,
  testResult: 1_000,
  defect: 2_000,
  comment: 3_000,
  question: 2_000,
  noticeText: 1_500,
  legalReference: 200,
} as const;
