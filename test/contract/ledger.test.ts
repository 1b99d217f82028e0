import type { LedgerSubject } from '../../src/app/ports/ledger';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

function headOf(number: number, version = 1): LedgerSubject {
  const of = `SP-2026-${String(number).padStart(4, '0')}`;
  return { kind: 'ticket', of, version, subjectHash: `${number}:${version}`, at: sampleTime };
}

describe.each(storesUnderTest)('Ledger on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given subjects, when anchored, then the head moves on by one each; the same again changes nothing', async () => {
    const { ledger } = stores();
    const before = (await ledger.head())?.seq ?? 0;
    await ledger.anchor([headOf(1), headOf(2)]);
    const head = await ledger.head();
    expect(head?.seq).toBe(before + 2);
    await ledger.anchor([headOf(2), headOf(1)]);
    await ledger.anchor([]);
    expect(await ledger.head()).toEqual(head);
    await ledger.anchor([headOf(1), headOf(1, 2)]);
    expect((await ledger.head())?.seq).toBe(before + 3);
  });

  it('given many who append at once, the same and others, then each subject gets one place and none is left out', async () => {
    const { ledger } = stores();
    const before = (await ledger.head())?.seq ?? 0;
    const writers = Array.from({ length: 8 }, (_, writer) =>
      ledger.anchor([headOf(1), headOf(10 + writer), headOf(2), headOf(20 + writer)]),
    );
    await Promise.all(writers);
    expect((await ledger.head())?.seq).toBe(before + 2 + 16);
  });
});
