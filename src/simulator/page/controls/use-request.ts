import { useState } from 'react';
import { post, sentenceOf } from '../state/api';
import { announceChange } from '../state/live';

export interface Sender<Answered> {
  readonly busy: boolean;
  /** Why the last request was refused. */
  readonly problem: string | undefined;
  /** What the last request was answered; undefined until then and after a refusal. */
  readonly answer: Answered | undefined;
  readonly send: (body: unknown) => void;
}

/** One kind of request to the host, with its busy state and refusal. */
export function useRequest<Answered = unknown>(path: string): Sender<Answered> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [answer, setAnswer] = useState<Answered>();
  const send = (body: unknown): void => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setAnswer(undefined);
    post<Answered>(path, body)
      .then(
        (answered) => {
          setAnswer(answered);
          announceChange();
        },
        (error: unknown) => setProblem(sentenceOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return { busy, problem, answer, send };
}
