const acceptable = /^[\w.:-]{1,64}$/;

/** The caller's X-Request-Id if it is safe to log as it is, otherwise a new one. */
export function requestIdOf(header: string | readonly string[] | undefined, newId: () => string): string {
  const given = Array.isArray(header) ? undefined : header;
  return typeof given === 'string' && acceptable.test(given) ? given : newId();
}
