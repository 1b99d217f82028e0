/** Somebody and the place where they act. */
export interface CastMember {
  readonly person: string;
  readonly conversationId: string;
}

export interface CastOperator {
  /** The choice the dispatcher makes for somebody who phones. */
  readonly name: string;
  readonly members: readonly CastMember[];
  /** Names of the modules under contract, now and a month ago. */
  readonly maintained: readonly string[];
  readonly unmaintained: readonly string[];
}

/** Who plays the sample month; the lists are not empty. */
export interface SampleCast {
  readonly dispatchers: readonly CastMember[];
  readonly operators: readonly CastOperator[];
  /** By module name; `choice` is their name in the dispatcher's form. */
  readonly maintainers: Readonly<Record<string, readonly (CastMember & { readonly choice: string })[]>>;
  readonly platform?: CastMember;
}
