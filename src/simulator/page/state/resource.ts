import { useEffect, useRef, useState } from 'react';
import { getText, sentenceOf } from './api';
import { useVersion } from './live';

export interface Resource<Data> {
  readonly data: Data | undefined;
  /** Why there is nothing, or nothing new. */
  readonly error: string | undefined;
}

interface Held<Data> extends Resource<Data> {
  readonly path: string;
  readonly text: string | undefined;
}

/**
 * The resource at a path, fetched again after each change. An identical answer keeps the same data object; a late
 * answer never overwrites a newer one; after a failure the last data stays visible.
 */
export function useResource<Data>(path: string | undefined): Resource<Data> {
  const version = useVersion();
  const [held, setHeld] = useState<Held<Data>>();
  const asked = useRef(0);
  const shown = useRef(0);
  useEffect(() => {
    if (path === undefined) return;
    asked.current += 1;
    const turn = asked.current;
    const settle = (next: (before: Held<Data> | undefined) => Held<Data>): void => {
      if (turn < shown.current) return;
      shown.current = turn;
      setHeld((before) => next(before?.path === path ? before : undefined));
    };
    getText(path).then(
      (text) =>
        settle((before) =>
          before?.text === text && before.error === undefined
            ? before
            : {
                path,
                text,
                error: undefined,
                data: before?.text === text ? before.data : (JSON.parse(text) as Data),
              },
        ),
      (error: unknown) =>
        settle((before) => ({ path, text: before?.text, data: before?.data, error: sentenceOf(error) })),
    );
  }, [path, version]);
  return held !== undefined && held.path === path ? held : { data: undefined, error: undefined };
}
