import type { Instant } from '../../instant';
import type { PersonId } from '../../organisation/installation';

/** Work that began before the plan was binding: classes 1 and 2 only, with a reason; the plan must still follow (process 3). */
export interface ImmediateStart {
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** What a maintainer hands over with the repair (process 3). */
export interface CompletionContent {
  readonly fixVersion: string;
  readonly packageReference: string;
  /** What was changed. */
  readonly changed: string;
  /** Versions, or ranges of them such as '<2.3.1' or '2.x'. */
  readonly affectedVersions: readonly string[];
  readonly commitLink?: string;
  readonly buildLink?: string;
  /** The QA or demo environment in which the repair can be seen. */
  readonly environmentLink?: string;
}

export interface Completion extends CompletionContent {
  readonly by: PersonId;
  readonly at: Instant;
}

/** How a repair was tested. */
export interface TestRecord {
  readonly environment: string;
  readonly steps: string;
  readonly result: string;
}

/** The current test, or the one the ticket was closed with. */
export interface TestRun {
  readonly tester: PersonId;
  readonly since: Instant;
  /** Present once the test passed. */
  readonly record?: TestRecord;
}

/** Why the last test failed. */
export interface Defect {
  readonly text: string;
  readonly record: TestRecord;
  readonly by: PersonId;
  readonly at: Instant;
}

export const completionLinks = ['commitLink', 'buildLink', 'environmentLink'] as const;
export type CompletionLink = (typeof completionLinks)[number];

/** Only http(s) addresses are links: others could run or open something on the reader's machine. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The links that are none, of those given. */
export function linksNotAllowed(
  given: Readonly<Partial<Record<CompletionLink, string | undefined>>>,
): readonly CompletionLink[] {
  return completionLinks.filter((link) => {
    const address = given[link];
    return address !== undefined && !isWebLink(address);
  });
}
