import { performance } from 'node:perf_hooks';

/** Tells how long this process's event loop was kept busy in one piece, at most, since `start`. */
export interface PieceProbe {
  start(): void;
  /** Milliseconds; includes what other processes took of the machine meanwhile. */
  longest(): number;
  stop(): void;
}

/** Takes its turn whenever the event loop is free: between two turns lies one piece of work, or several without a pause. */
export function probePieces(): PieceProbe {
  let [last, longest] = [performance.now(), 0];
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(turn, 1);
  return {
    start() {
      [last, longest] = [performance.now(), 0];
    },
    longest() {
      turn();
      return longest;
    },
    stop: () => clearInterval(timer),
  };
}
