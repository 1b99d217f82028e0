import type { Document } from 'bson';
import type { Socket } from 'node:net';
import { commandFor } from './commands';
import type { CommandContext } from './command';
import type { Cursors } from './cursors';
import type { DataRecorder } from './data-record';
import { Login } from './login';
import type { Storage } from './storage';
import { asStoreError, StoreError } from './store-error';
import { decodeRequest, encodeReply, maxMessage, MessageReader, type Request } from './wire';

/** What all connections share. */
export interface Served {
  readonly storage: Storage;
  readonly cursors: Cursors;
  readonly recorder: DataRecorder;
  readonly secret: string;
}

/** Greeting and login need less than this; who has not logged in may not fill the memory. Bytes. */
const maxBeforeLogin = 48_000;
/** How long a client may take to read its last replies on closing; only a hanging one needs it. Milliseconds. */
const readingGrace = 1_000;

/** One client: its messages are answered in their order. */
export class ServedConnection {
  private readonly login: Login;
  private readonly reader = new MessageReader(() => (this.login.done ? maxMessage : maxBeforeLogin));
  /** Resolves when everything received so far is answered; never rejects. */
  private answered = Promise.resolve();
  private accepting = true;
  private broken = false;

  constructor(
    private readonly served: Served,
    private readonly socket: Socket,
    private readonly id: number,
  ) {
    this.login = new Login(served.secret);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.accepting = false;
      served.cursors.endFor(id);
    });
  }

  /** Takes nothing more; resolves when what was received is answered. */
  async finish(): Promise<void> {
    this.accepting = false;
    await this.answered;
  }

  /** Closes the connection once the client has read its replies, or anyway if it does not read. */
  end(): void {
    const { socket } = this;
    socket.destroySoon();
    // Does not itself keep the process alive; the socket of a hanging client does.
    const cut = setTimeout(() => socket.destroy(), readingGrace).unref();
    socket.once('close', () => clearTimeout(cut));
  }

  private receive(chunk: Buffer): void {
    if (this.accepting) this.answered = this.answered.then(() => this.answerAll(chunk));
  }

  /** What cannot be read, or a reply that cannot be written, ends this connection and no other. */
  private async answerAll(chunk: Buffer): Promise<void> {
    if (this.broken) return;
    try {
      for (const message of this.reader.push(chunk)) await this.handle(decodeRequest(message));
    } catch {
      this.broken = true;
      this.accepting = false;
      this.socket.destroy();
    }
  }

  private async handle(request: Request): Promise<void> {
    const reply = await this.answer(request.body);
    if (request.answered && this.socket.writable) this.socket.write(encodeReply(request, reply));
  }

  private async answer(body: Document): Promise<Document> {
    const { storage, cursors, recorder } = this.served;
    try {
      const { command, name } = commandFor(body);
      if (!this.login.done && command.beforeLogin !== true)
        throw new StoreError(13, `command ${name} requires authentication`);
      const database = String(body.$db ?? 'admin');
      const ns = `${database}.${String(body[name])}`;
      const context: CommandContext = {
        storage,
        cursors,
        connectionId: this.id,
        database,
        ns,
        login: this.login,
      };
      if (command.writes !== true) return { ...(await command.run(context, body)), ok: 1 };
      const result = await storage.write(() => command.run(context, body), command.onlyRemoves);
      recorder.written();
      return { ...result, ok: 1 };
    } catch (error) {
      return asStoreError(error).toReply();
    }
  }
}
