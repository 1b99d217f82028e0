import { AsyncLocalStorage } from 'node:async_hooks';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Activity } from 'botbuilder';
import { z } from 'zod';

const targeting = new AsyncLocalStorage<true>();

/**
 * What `work` posts, edits or deletes is a targeted message, which one person of a channel or group chat sees for 24 h. The
 * SDK's client has no parameter for it.
 */
export function asTargeted<Result>(work: () => Promise<Result>): Promise<Result> {
  return targeting.run(true, work);
}

/** Adds to the requests within `asTargeted` what makes them so. */
export const targetedMessages: PipelinePolicy = {
  name: 'targetedMessages',
  sendRequest(request, next) {
    if (targeting.getStore() === true) request.url += '?isTargetedActivity=true';
    return next(request);
  },
};

const targetedShape = z.object({ isTargeted: z.literal(true) });

/** The message was for the bot alone, though in a channel or group chat (a slash command): so must be the answer. */
export function wasAskedPrivately({ recipient }: Activity): boolean {
  return targetedShape.safeParse(recipient).success;
}
