import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode, usingDirectory } from './directory-errors';
import { StoreError } from './store-error';

interface Tree {
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** What LMDB says about the data of the last commit. */
export interface Used {
  readonly pageSize: number;
  readonly lastPageNumber: number;
  readonly lastTxnId: number;
  readonly treeDepth: number;
  readonly root: Tree;
  readonly free: Tree;
}

const pagesOf = ({ treeBranchPageCount, treeLeafPageCount, overflowPages }: Tree): number =>
  treeBranchPageCount + treeLeafPageCount + overflowPages;

/** What one command writes: entries put or removed, and the bytes put. */
export interface Written {
  readonly entries: number;
  readonly bytes: number;
}

export const nothingWritten: Written = { entries: 0, bytes: 0 };

/** The sum; with -1, the difference. */
export const plus = (one: Written, other: Written, sign: 1 | -1 = 1): Written => ({
  entries: one.entries + sign * other.entries,
  bytes: one.bytes + sign * other.bytes,
});

/** How far ahead the file is extended; bytes. */
const step = 256 * 1024;
/** Kept for commands that only remove, so that room can be made; half of it at the end of the file. Bytes. */
const keptForRemoving = 256 * 1024;
/** A page that a commit no longer needs is used again only some commits later. */
const commitsUntilReuse = 4;
/** Pages that every commit may take besides: the uppermost ones and the list of free ones. */
const margin = 16;

/**
 * Room for commits, taken before LMDB writes them: LMDB 0.9.9 (lmdb 3.5.6) overruns a buffer when the disk refuses a
 * page, which ends the process. The data file is extended by zeros, which LMDB overwrites; the refusal is then ours.
 */
export class Room {
  private readonly file: number;
  private size: number;
  private used: Used;
  private readonly freePages = new Map<number, number>();
  /** Of commands whose commit is under way. */
  private pending = nothingWritten;

  constructor(
    dataFile: string,
    private readonly usedNow: () => Used,
  ) {
    this.file = openSync(dataFile, 'r+');
    this.size = fstatSync(this.file).size;
    this.used = usedNow();
  }

  /** Takes room for what a command has written; throws 14031 if there is none. Give it back when it is committed. */
  take(written: Written, onlyRemoves: boolean): void {
    this.pending = plus(this.pending, written);
    this.used = this.usedNow();
    this.size = fstatSync(this.file).size;
    const missing = this.missing(onlyRemoves);
    if (missing > 0) this.extend(missing);
  }

  giveBack(written: Written): void {
    this.pending = plus(this.pending, written, -1);
  }

  /** Gives back what was taken ahead; nothing may be written any more. */
  close(): void {
    this.used = this.usedNow();
    if (fstatSync(this.file).size > this.usedBytes()) ftruncateSync(this.file, this.usedBytes());
    closeSync(this.file);
  }

  /** Bytes by which the file has to grow; what is longer than a page may need room at its end. */
  private missing(onlyRemoves: boolean): number {
    const atTheEnd = this.size - this.usedBytes();
    const kept = onlyRemoves ? 0 : keptForRemoving;
    const neededAtTheEnd = onlyRemoves ? 0 : keptForRemoving / 2 + 2 * this.pending.bytes;
    return Math.max(this.need() + kept - atTheEnd - this.reusable(), neededAtTheEnd - atTheEnd);
  }

  private usedBytes(): number {
    return (this.used.lastPageNumber + 1) * this.used.pageSize;
  }

  /** Within the file: the least of what was free after one of the last commits. */
  private reusable(): number {
    const { lastTxnId, lastPageNumber, root, free, pageSize } = this.used;
    const metaPages = 2;
    const now = Math.max(0, lastPageNumber + 1 - metaPages - pagesOf(root) - pagesOf(free));
    this.freePages.set(lastTxnId, now);
    for (const commit of this.freePages.keys()) {
      if (commit < lastTxnId - commitsUntilReuse && this.freePages.size > 1) this.freePages.delete(commit);
    }
    return Math.min(...this.freePages.values()) * pageSize;
  }

  /** Every entry may copy the page it is on and those above it but the uppermost, and none is copied twice. */
  private need(): number {
    const { pageSize, treeDepth } = this.used;
    const pages = this.pending.entries * Math.max(2, treeDepth - 1);
    return Math.min(pages * pageSize, this.usedBytes()) + margin * pageSize + 2 * this.pending.bytes;
  }

  /** Ahead where the disk has that much; else what is needed, and nothing is kept of what is not enough. */
  private extend(missing: number): void {
    const before = this.size;
    for (const end of [before + missing + step, before + missing]) {
      try {
        this.append(end);
        return;
      } catch (error) {
        ftruncateSync(this.file, before);
        this.size = before;
        if (end === before + missing) throw noRoom(error);
      }
    }
  }

  private append(upTo: number): void {
    const { pageSize } = this.used;
    const end = Math.ceil(upTo / pageSize) * pageSize;
    const zeros = Buffer.alloc(64 * 1024);
    while (this.size < end) {
      // A full disk may take a part of it first.
      this.size += writeSync(this.file, zeros, 0, Math.min(zeros.length, end - this.size), this.size);
    }
  }
}

/** The refusal of a command for which there is no room, or which the disk does not take. */
export function noRoom(error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  const what = full
    ? 'there is no room left for the data directory'
    : 'the data directory cannot be written to';
  return new StoreError(full ? 14031 : 8, `${what} (${code}); nothing of this was stored`);
}

/** What LMDB's lock needs, which it takes without asking; bytes. */
const roomToOpen = 64 * 1024;

/** Throws DataDirectoryUnusable if there is not even room to open what is there. */
export async function tryRoom(directory: string): Promise<void> {
  const probe = path.join(directory, 'store-room');
  await usingDirectory(directory, async () => {
    try {
      await writeFile(probe, Buffer.alloc(roomToOpen), { mode: 0o600 });
    } finally {
      await rm(probe, { force: true });
    }
  });
}
