/** What a post tells, as what cannot be told twice without being repeated. */
export interface Post {
  readonly at: number;
  readonly tells: ReadonlySet<string>;
}

export interface RepeatedPost {
  readonly at: number;
  /** When the first post came that tells some of it again. */
  readonly again: number;
}

export function repeatedPosts(posts: readonly Post[]): readonly RepeatedPost[] {
  return posts.flatMap(({ at, tells }, index) => {
    const again = posts.slice(index + 1).find((later) => [...later.tells].some((each) => tells.has(each)));
    return again === undefined ? [] : [{ at, again: again.at }];
  });
}

/** A kill excuses one post of a conversation: the one under way, or sent and not yet recorded as such. */
export function withoutKillOfItsOwn(
  repeated: readonly RepeatedPost[],
  kills: readonly number[],
): readonly RepeatedPost[] {
  const left = [...kills].sort((a, b) => a - b);
  return repeated.filter(({ at, again }) => {
    // A request may be carried out after whoever sent it is gone.
    const excuse = left.findIndex((kill) => at - 10_000 <= kill && kill <= again);
    if (excuse >= 0) left.splice(excuse, 1);
    return excuse < 0;
  });
}
