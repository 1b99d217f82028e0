import { readFile, writeFile } from 'node:fs/promises';

/** Resets the peak, where the system supports it (Linux); returns the process's current memory in megabytes. */
export async function startOfPeak(): Promise<number> {
  await writeFile('/proc/self/clear_refs', '5').catch(() => undefined);
  return process.memoryUsage.rss() / 2 ** 20;
}

/** The peak memory since then, in megabytes; mapped pages of the embedded store's file count too. */
export async function peak(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes === undefined ? process.resourceUsage().maxRSS / 2 ** 10 : Number(kilobytes) / 2 ** 10;
}
