import { createHash } from 'node:crypto';
import type { Logger } from '../adapters/logging';
import type { DeadlineReport } from '../app/check-deadlines';
import type { MigrationReport } from '../adapters/mongo/migrate';
import type { DeliveryReport } from '../app/delivery-attempts';
import type { MovedPlacesReport } from '../app/moved-places';
import type { DueRecordsReport } from '../app/record-due';
import type { BackgroundReport } from '../app/verify/background-check';
import type { StoreSilence } from './watch-store';

/** What the deadline check did, for the people who run the bot: ticket numbers, nothing typed. */
export function reportDeadline(logger: Logger, what: DeadlineReport): void {
  switch (what.kind) {
    case 'failed':
      logger.error({ err: what.error, ticket: what.ticket }, 'what is due could not be recorded');
      break;
    case 'setAside':
      logger.error(
        { ticket: what.ticket },
        'the deadlines of a ticket cannot be checked; they are still tried',
      );
      break;
    case 'clockMoved':
      logger.warn({ milliseconds: what.by }, 'the clock was moved; every timer is armed anew');
      break;
    case 'recorded':
      logger.info({ ticket: what.ticket, what: what.what, lateness: what.lateness }, 'due, recorded');
  }
}

/** What time brought to the organisation's records: how many, nobody's name. */
export function reportDueRecords(logger: Logger, { records }: DueRecordsReport): void {
  logger.info({ records }, 'due of the organisation, recorded');
}

/** What followed from another organisation file, or from roles that began or ended. */
export function reportMovedPlaces(logger: Logger, what: MovedPlacesReport): void {
  switch (what.kind) {
    case 'unreadable':
      logger.error({ err: what.error, ticket: what.ticket }, 'a ticket whose place has moved cannot be read');
      break;
    case 'followed':
      logger.info({ cards: what.cards }, 'what stands in Teams follows the organisation file');
  }
}

/** What the verification in the background found: numbers and places, nothing typed. */
export function reportVerification(logger: Logger, what: BackgroundReport): void {
  switch (what.kind) {
    case 'found':
      logger.error({ finding: what.finding }, 'stored data was changed by somebody else than the bot');
      break;
    case 'failed':
      logger.error({ err: what.error }, 'stored data could not be verified');
      break;
    case 'verified':
      logger.info({ ...what.verification }, 'stored data verified');
  }
}

/** What becomes of the connection to a store that does not answer; milliseconds without an answer. */
export function reportStoreSilence(logger: Logger, what: StoreSilence): void {
  const { silent } = what;
  switch (what.kind) {
    case 'connection renewed':
      logger.warn({ silent }, 'the database answers again, over a new connection');
      break;
    case 'connection not renewed':
      logger.warn({ silent, err: what.error }, 'the database does not answer, over a new connection either');
      break;
    case 'store lost':
      logger.fatal(
        { silent },
        'the database has not answered for 10 minutes: the process ends, start it again',
      );
  }
}

/** The outcome of a delivery. */
export function reportDelivery(logger: Logger, what: DeliveryReport): void {
  switch (what.kind) {
    case 'failed':
      logger.error({ err: what.error, ticket: what.ticket }, 'delivery failed');
      break;
    case 'setAside':
      logger.error(
        { delivery: what.id && shortened(what.id), ticket: what.ticket },
        'failed too often: set aside',
      );
      break;
    case 'sent':
      logger.debug({ delivery: shortened(what.id) }, 'sent');
      break;
    case 'undeliverable':
    case 'paused':
      logger.warn({ delivery: shortened(what.id), status: what.status }, what.kind);
  }
}

/** A delivery's id names the conversation or person it goes to; its hash still tells the lines of one from another's. */
function shortened(deliveryId: string): string {
  return createHash('sha256').update(deliveryId).digest('hex').slice(0, 12);
}

/** What a start does with data of earlier software. */
export function reportMigration(logger: Logger, told: MigrationReport): void {
  switch (told.what) {
    case 'waiting':
      logger.info('another process migrates the data, this one waits');
      break;
    case 'begun':
      logger.info('the data is of earlier software and is migrated');
      break;
    case 'under way':
      logger.debug({ documents: told.documents }, 'migrating');
      break;
    case 'done':
      logger.info({ documents: told.documents }, 'migrated');
  }
}
