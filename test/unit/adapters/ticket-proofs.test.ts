import { createTicketProofs } from '../../../src/adapters/ticket-proofs';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';

describe('the proof that a card carries', () => {
  it('given a number, then each proof is another one and genuine for that number alone', async () => {
    const proofs = await createTicketProofs(createInMemoryStores().settings);
    const [one, other] = [proofs.make('SP-2026-0001'), proofs.make('SP-2026-0001')];
    expect(one).toMatch(/^[0-9a-f]{32}\.[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
    expect([one, other].map((proof) => proofs.isGenuine('SP-2026-0001', proof))).toEqual([true, true]);
    expect(proofs.isGenuine('SP-2026-0002', one)).toBe(false);
  });

  it('given another process on the same data, then it knows the proofs; one on other data does not', async () => {
    const { settings } = createInMemoryStores();
    const proof = (await createTicketProofs(settings)).make('SP-2026-0001');
    expect((await createTicketProofs(settings)).isGenuine('SP-2026-0001', proof)).toBe(true);
    const elsewhere = await createTicketProofs(createInMemoryStores().settings);
    expect(elsewhere.isGenuine('SP-2026-0001', proof)).toBe(false);
  });

  it.each([
    '',
    '.',
    'x',
    'a.b',
    `${'0'.repeat(32)}.`,
    `.${'0'.repeat(32)}`,
    `${'0'.repeat(32)}.${'0'.repeat(32)}`,
  ])('given "%s", then it is none', async (madeUp) => {
    const proofs = await createTicketProofs(createInMemoryStores().settings);
    expect(proofs.isGenuine('SP-2026-0001', madeUp)).toBe(false);
  });
});
