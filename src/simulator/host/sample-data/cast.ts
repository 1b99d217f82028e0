/** Somebody at the place where they act. */
export interface CastMember {
  person: string;
  conversationId: string;
}

export interface CastOperator {
  /** As the dispatcher chooses it for somebody who phones. */
  name: string;
  members: readonly CastMember[];
  /** Names of the modules under contract, now and a month ago. */
  maintained: readonly string[];
  unmaintained: readonly string[];
}

/** Who plays the sample month; the lists are not empty. */
export interface SampleCast {
  dispatchers: readonly CastMember[];
  operators: readonly CastOperator[];
  /** By the module's name; `choice` is how the dispatcher's form names them. */
  maintainers: Readonly<Record<string, readonly (CastMember & { choice: string })[]>>;
  platform?: CastMember;
}
