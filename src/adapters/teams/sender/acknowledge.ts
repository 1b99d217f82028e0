import type { Activity } from 'botbuilder';
import type { Clock } from '../../../app/ports/clock';
import { DeliveryFailure } from '../../../app/ports/messenger';
import type { Logger } from '../../logging';
import type { ConnectorClients } from '../sdk/connector-clients';
import { markRecorded } from '../sdk/reactions';
import { withoutThread } from '../sdk/thread-id';
import { within } from '../sdk/within';
import { inItsTime } from './in-its-time';
import type { UntriedForNow } from './untried-for-now';

/** A sentence says the same, so nobody waits long for it. Milliseconds. */
const patience = 2_000;

const notFound = 404;
const notImplemented = 501;

/**
 * Sets ✅ to the message behind an activity. False where Teams does not take it now: then a sentence has to say so. A place
 * that refuses it for good is not asked again for a while.
 */
export async function acknowledge(
  {
    connectors,
    clock,
    logger,
    untried,
  }: {
    readonly connectors: ConnectorClients;
    readonly clock: Clock;
    readonly logger: Pick<Logger, 'warn'>;
    readonly untried: UntriedForNow;
  },
  { id, conversation, serviceUrl }: Activity,
): Promise<boolean> {
  const place = withoutThread(conversation.id);
  if (!id || untried.has(place)) return false;
  const message = { serviceUrl, conversation: conversation.id, activityId: id };
  try {
    const client = await connectors.create(serviceUrl);
    const asking = inItsTime({ clock, patience, tries: 2 }, () => markRecorded(client, message));
    // A try under way may take longer than Teams waits for us; both may be seen then, and neither is wrong.
    const isSet = await within(
      patience,
      asking.then(() => true),
    );
    if (isSet === undefined) logger.warn({}, 'no reaction in time');
    return isSet ?? false;
  } catch (error) {
    // What was said is recorded whatever goes wrong here.
    const { status, transient } = error instanceof DeliveryFailure ? error : {};
    // Teams answers 404 also for a message that its writer has deleted meanwhile: that says nothing of the place.
    if ((transient === false && status !== notFound) || status === notImplemented) untried.add(place);
    logger.warn(
      { status, transient, ...(!(error instanceof DeliveryFailure) && { err: error }) },
      'no reaction',
    );
    return false;
  }
}
