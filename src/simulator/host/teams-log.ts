import { open, type Database, type RootDatabase } from 'lmdb';
import type { JsonObject } from '../connector/json';
import type { Message } from '../connector/messages';

/** A message as it is kept: the views as a list. */
type KeptMessage = Omit<Message, 'views'> & { readonly views: [string, JsonObject][] };

/** Single facts besides the messages. */
interface Facts {
  /** How far the clock was moved, milliseconds. */
  readonly clockMoved: number;
  /** Ids of the conversations in which the bot was told that it is there. */
  readonly announced: string[];
  /** Numbers of the first steps that were done. */
  readonly stepsDone: number[];
  /** A reset has begun and not ended: the next start ends it. */
  readonly resetting: boolean;
}

/**
 * What the simulated Teams keeps over restarts, in an LMDB folder of its own: one entry per message, written when it
 * changes, so that nothing is ever written whole again. What `settled` has waited for survives a kill.
 */
export class TeamsLog {
  private readonly root: RootDatabase<unknown, string>;
  private readonly messages: Database<KeptMessage, number>;
  /** By person and conversation: the id of the last message read. */
  private readonly seen: Database<string, string[]>;
  private readonly facts: Database<unknown, string>;
  /** In memory, as LMDB shows a write only after its commit. */
  private readonly seenNow = new Map<string, number>();
  private factsNow: Partial<Facts> = {};
  private last: Promise<unknown> = Promise.resolve();

  /** `report` hears of a write that failed; what it was about goes on in memory. */
  constructor(
    folder: string,
    private readonly report: (error: unknown) => void,
  ) {
    // Without overlappingSync a write is acknowledged only once it is on the disk.
    this.root = open({ path: folder, overlappingSync: false });
    this.messages = this.root.openDB({ name: 'messages' });
    this.seen = this.root.openDB({ name: 'seen' });
    this.facts = this.root.openDB({ name: 'facts' });
    for (const { key, value } of this.seen.getRange()) this.seenNow.set(key.join(' '), Number(value));
    for (const { key, value } of this.facts.getRange()) this.factsNow = { ...this.factsNow, [key]: value };
  }

  /** Every message, in the order of posting. */
  *keptMessages(): Generator<Message> {
    for (const { value } of this.messages.getRange()) yield { ...value, views: new Map(value.views) };
  }

  keep(message: Message): void {
    // A copy: the message goes on changing while the write waits for its turn.
    const kept = structuredClone({ ...message, views: [...message.views] });
    this.write(this.messages.put(Number(message.id), kept));
  }

  seenUpTo(person: string, conversationId: string): number {
    return this.seenNow.get(`${person} ${conversationId}`) ?? 0;
  }

  see(person: string, conversationId: string, messageId: string): void {
    this.seenNow.set(`${person} ${conversationId}`, Number(messageId));
    this.write(this.seen.put([person, conversationId], messageId));
  }

  fact<Name extends keyof Facts>(name: Name): Facts[Name] | undefined {
    return this.factsNow[name];
  }

  setFact<Name extends keyof Facts>(name: Name, value: Facts[Name]): void {
    this.factsNow = { ...this.factsNow, [name]: value };
    this.write(this.facts.put(name, value));
  }

  /** Resolves when everything written so far is on the disk, or was reported. */
  async settled(): Promise<void> {
    await this.last;
  }

  /** Forgets everything, in one step: after a kill all of it is there, or nothing. */
  async clear(): Promise<void> {
    this.seenNow.clear();
    this.factsNow = {};
    await this.root.transaction(() => {
      this.messages.clearSync();
      this.seen.clearSync();
      this.facts.clearSync();
    });
  }

  async close(): Promise<void> {
    await this.settled();
    await this.root.close();
  }

  private write(written: Promise<unknown>): void {
    this.last = Promise.all([this.last, written.catch(this.report)]);
  }
}
