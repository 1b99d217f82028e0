import { useEffect, useRef, useState } from 'react';

/** How often the displayed clock checks whether a minute has passed; milliseconds. */
const beat = 1_000;

/** The simulated clock between two answers of the host: the last one plus the time elapsed here. */
export function useSimulatedNow(said: number | undefined): number | undefined {
  const received = useRef({ said, at: performance.now() });
  if (received.current.said !== said) received.current = { said, at: performance.now() };
  const [, setBeats] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setBeats((count) => count + 1), beat);
    return () => clearInterval(timer);
  }, []);
  return said === undefined ? undefined : said + (performance.now() - received.current.at);
}
