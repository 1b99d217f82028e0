import { open, type Database, type RootDatabase } from 'lmdb';
import type { JsonObject } from '../connector/json';
import type { Message } from '../connector/messages';

/** A message as stored, with its views as a list. */
type KeptMessage = Omit<Message, 'views'> & { readonly views: [string, JsonObject][] };

/** Individual facts in addition to the messages. */
interface Facts {
  /** How far the clock was moved; milliseconds. */
  readonly clockMoved: number;
  /** Ids of the conversations that have been announced to the bot. */
  readonly announced: string[];
  /** Numbers of the completed first steps. */
  readonly stepsDone: number[];
  /** A reset has begun but not ended: the next start completes it. */
  readonly resetting: boolean;
}

/**
 * What the simulated Teams keeps across restarts, in its own LMDB folder: one entry per message, written when it
 * changes, so that only changes are ever written. Whatever `settled` has waited for survives a kill.
 */
export class TeamsLog {
  private readonly root: RootDatabase<unknown, string>;
  private readonly messages: Database<KeptMessage, number>;
  /** The id of the last message read, by person and conversation. */
  private readonly seen: Database<string, string[]>;
  private readonly facts: Database<unknown, string>;
  /** In memory, because LMDB shows a write only after its commit. */
  private readonly seenNow = new Map<string, number>();
  private factsNow: Partial<Facts> = {};
  private last: Promise<unknown> = Promise.resolve();

  /** `report` is told of failed writes; the data stays in memory. */
  constructor(
    folder: string,
    private readonly report: (error: unknown) => void,
  ) {
    // Without overlappingSync, a write is acknowledged only once it is on disk.
    this.root = open({ path: folder, overlappingSync: false });
    this.messages = this.root.openDB({ name: 'messages' });
    this.seen = this.root.openDB({ name: 'seen' });
    this.facts = this.root.openDB({ name: 'facts' });
    for (const { key, value } of this.seen.getRange()) this.seenNow.set(key.join(' '), Number(value));
    for (const { key, value } of this.facts.getRange()) this.factsNow = { ...this.factsNow, [key]: value };
  }

  /** Every message, in the order of posting. */
  *keptMessages(): Generator<Message> {
    for (const { value } of this.messages.getRange()) {
      // Kept by an earlier version, they have no reactions.
      const { reactions = [] } = value as { readonly reactions?: readonly string[] };
      yield { ...value, reactions, views: new Map(value.views) };
    }
  }

  keep(message: Message): void {
    // Copied, because the message may change while the write waits for its turn.
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

  /** Resolves when everything written so far is on disk, or has been reported as failed. */
  async settled(): Promise<void> {
    await this.last;
  }

  /** Forgets everything atomically: after a kill, either all or nothing is left. */
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
