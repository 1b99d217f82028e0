/**
 * What was asked for, or undefined if it is not there within the milliseconds. It goes on all the same; whoever gave it
 * keeps what it brings. Rejects as it does.
 */
export async function within<Result>(
  milliseconds: number,
  asked: Promise<Result>,
): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
