import type { UnsentDelivery } from '../../../src/app/ports/delivery-store';
import { unsentLines } from '../../../src/cli/unsent-list';
import { viewFor } from '../../../src/texts/view';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';

it('given deliveries that have lost what they say or to whom, when they are listed, then each can be dropped by its id', () => {
  const damaged = [undefined, { kind: 'showCard' }].map((effect, index) => ({
    id: `lost-${index}`,
    status: 'undeliverable',
    attempts: 5,
    problem: { kind: 'failed' },
    effect,
  })) as readonly UnsentDelivery[];
  const view = viewFor({ installation, now: berlin('2026-06-10T10:00') });
  const lines = unsentLines({ deliveries: damaged, tickets: [] }, view).split('\n');
  expect(lines).toEqual([expect.stringContaining('lost-0'), expect.stringContaining('lost-1')]);
});
