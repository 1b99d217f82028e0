import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
} from 'botbuilder';
import { createConnection, type Model, Schema } from 'mongoose';
import { createServer, plugins, type Server } from 'restify';
import type { WaitingTicket } from './activity-press';

interface FloorTicket {
  _id: string;
  version: number;
  state: string;
  text: string;
}

export interface RunningFloor {
  readonly port: number;
  readonly tickets: WaitingTicket[];
  close(): Promise<void>;
}

/**
 * The minimum that can answer a press on a card: restify and the SDK's adapter with a fixed card. With a store, also
 * the minimum that can record the press: one find and one guarded findOneAndUpdate of a 1 KB document.
 */
export async function startFloor(storeUri: string | undefined, count: number): Promise<RunningFloor> {
  const card: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'cards', 'ticket.card.json'), 'utf8'));
  const response = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  const store = storeUri === undefined ? undefined : await connect(storeUri, count);
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, answer) => {
    // The SDK's own type for the request does not allow for what may be missing.
    await adapter.process(request as unknown as Request, answer, async (context) => {
      const body = (await store?.accept(context.activity)) ?? response;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    });
  });
  const port = await listening(server);
  return {
    port,
    tickets: Array.from({ length: count }, (_, at) => ({ number: numberOf(at), version: 1 })),
    close: async () => {
      server.close();
      await store?.close();
    },
  };

  async function connect(uri: string, documents: number) {
    const connection = await createConnection(uri, {
      dbName: 'floor',
      writeConcern: { w: 'majority', journal: true },
    }).asPromise();
    const fields = { _id: String, version: Number, state: String, text: String };
    const schema = new Schema<FloorTicket>(fields, { strict: 'throw', versionKey: false });
    const model: Model<FloorTicket> = connection.model('FloorTicket', schema);
    const text = 'x'.repeat(1_000);
    for (let at = 0; at < documents; at++) {
      await model.create({ _id: numberOf(at), version: 1, state: 'requested', text });
    }
    return {
      accept: async (activity: Activity): Promise<unknown> => {
        const { action } = activity.value as { action: { data: { ticket: string } } };
        const found = await model.findOne({ _id: action.data.ticket }).lean();
        if (found === null) throw new Error('there is no such ticket');
        const guard = { _id: found._id, version: found.version };
        const update = { $inc: { version: 1 }, $set: { state: 'accepted' } };
        const after = await model.findOneAndUpdate(guard, update, { returnDocument: 'after' }).lean();
        if (after === null) throw new Error('somebody else was faster');
        return response;
      },
      close: () => connection.close(),
    };
  }
}

function numberOf(at: number): string {
  return `SP-2000-${String(at + 1).padStart(4, '0')}`;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}
