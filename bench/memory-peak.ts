import { readFile, writeFile } from 'node:fs/promises';

/** Forgets the peak so far, where the system can (Linux); answers what the process holds now, in megabytes. */
export async function startOfPeak(): Promise<number> {
  await writeFile('/proc/self/clear_refs', '5').catch(() => undefined);
  return process.memoryUsage.rss() / 2 ** 20;
}

/** The most that the process held since, in megabytes; pages of the embedded store's file that are mapped count too. */
export async function peak(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes === undefined ? process.resourceUsage().maxRSS / 2 ** 10 : Number(kilobytes) / 2 ** 10;
}
