/** Somebody at the place where they act. */
export interface CastMember {
  readonly person: string;
  readonly conversationId: string;
}

export interface CastOperator {
  /** As the dispatcher chooses it for somebody who phones. */
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
  /** By the module's name; `choice` is how the dispatcher's form names them. */
  readonly maintainers: Readonly<Record<string, readonly (CastMember & { readonly choice: string })[]>>;
  readonly platform?: CastMember;
}
