const named = process.env.MONGODB_TEST_URI;

/** The address of the server that everything runs on, if the environment names one. */
export const namedServerUri = named === '' ? undefined : named;

let reason: string | undefined;

/**
 * Said by a suite that is about the embedded store itself: it runs there even where MONGODB_TEST_URI names another
 * server, and prints why.
 */
export function onlyEmbedded(why: string): void {
  reason = why;
  if (namedServerUri !== undefined)
    console.log(`Not on the server of MONGODB_TEST_URI but on the embedded store: ${why}.`);
}

/** Whether this test file may start the embedded store: where no server is named, where it says why, and in its own tests. */
export function mayStartEmbedded(testFile: string): boolean {
  return (
    namedServerUri === undefined || reason !== undefined || testFile.includes('/test/unit/embedded-store/')
  );
}
