import { useState } from 'react';
import { post, sentenceOf } from '../state/api';
import { announceChange } from '../state/live';

export interface Sender {
  readonly busy: boolean;
  /** Why the last request was refused. */
  readonly problem: string | undefined;
  readonly send: (body: unknown) => void;
}

/** One kind of request to the host, with its busy state and refusal. */
export function useRequest(path: string): Sender {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = (body: unknown): void => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    post(path, body)
      .then(announceChange, (error: unknown) => setProblem(sentenceOf(error)))
      .finally(() => setBusy(false));
  };
  return { busy, problem, send };
}
