import type { Document } from 'bson';
import type { Cursors } from './cursors';
import type { Login } from './login';
import type { Storage } from './storage';

export interface CommandContext {
  readonly storage: Storage;
  readonly cursors: Cursors;
  readonly connectionId: number;
  readonly database: string;
  /** Database and collection, if the command names one. */
  readonly ns: string;
  readonly login: Login;
}
interface KnownCommand {
  /** The fields it knows, in addition to its own name and the fields common to all commands. */
  readonly fields: readonly string[];
  /** Makes room: it may use what is kept free for that. */
  readonly onlyRemoves?: true;
  /** For clients that have not shown the secret yet. */
  readonly beforeLogin?: true;
}

/** Lets others have their turn while it reads. */
export interface ReadingCommand extends KnownCommand {
  readonly writes?: never;
  run(context: CommandContext, command: Document): Document | Promise<Document>;
}

/** Runs inside a write: exclusively, and answered after the commit. */
export interface WritingCommand extends KnownCommand {
  readonly writes: true;
  run(context: CommandContext, command: Document): Document;
}

export type Command = ReadingCommand | WritingCommand;
