import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SettingStore } from '../app/ports/setting-store';
import type { TicketProofs } from '../app/ports/ticket-proofs';

const settingName = 'ticketProofKey';
/** Bytes of chance in a proof, and of its seal. */
const size = 16;

/**
 * Proofs sealed with a key that stays with the data: it is in each backup, so a card of a ticket that a restore has lost
 * can still be told from one that somebody made up.
 */
export async function createTicketProofs(settings: SettingStore): Promise<TicketProofs> {
  const key = await settings.readOrWrite(settingName, randomBytes(32).toString('hex'));
  const sealOf = (number: string, chance: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([number, chance]))
      .digest()
      .subarray(0, size);
  return {
    make(number) {
      const chance = randomBytes(size).toString('hex');
      return `${chance}.${sealOf(number, chance).toString('hex')}`;
    },
    isGenuine(number, proof) {
      const [chance = '', seal = ''] = proof.split('.');
      const given = Buffer.from(seal, 'hex');
      return given.length === size && timingSafeEqual(given, sealOf(number, chance));
    },
  };
}
