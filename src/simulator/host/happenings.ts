import { setTimeout as wait } from 'node:timers/promises';
import type { Connector } from '../connector/connector';
import type { Happening } from '../page-api';
import { previewOf } from './preview';

/** So long is waited for what the bot writes, where Teams is slow or refuses on purpose; milliseconds of the machine's clock. */
const patience = 3_000;

/** Resolves when the bot has nothing left to write, or when that takes too long. */
export async function untilSettled(settled: Promise<void>): Promise<void> {
  const enough = new AbortController();
  try {
    await Promise.race([settled, wait(patience, undefined, { signal: enough.signal })]);
  } finally {
    enough.abort();
  }
}

/** What the bot has posted since the message of this id, in the order of posting. */
export function happenedSince(id: number, { world, messages }: Connector): Happening[] {
  return world
    .conversations()
    .flatMap((conversation) =>
      messages
        .in(conversation.id)
        .filter((message) => message.author === undefined && Number(message.id) > id)
        .map((message) => ({ message, place: conversation.name })),
    )
    .sort((one, other) => Number(one.message.id) - Number(other.message.id))
    .map(({ message, place }) => ({ place, text: previewOf(message.activity) }));
}
