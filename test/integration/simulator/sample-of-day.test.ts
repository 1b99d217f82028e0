import { berlin } from '../../support/given';
import { SimulatedDesk } from '../../support/simulated-desk';

const dispatchChannel = '19:dispatch@thread.tacv2';

describe('given Teams on this machine, started on Mi 10.06.2026', () => {
  let desk: SimulatedDesk;
  beforeEach(async () => {
    desk = await SimulatedDesk.open();
  });
  afterEach(() => desk.close());

  async function contacts(): Promise<string> {
    const seat = desk.at('dispatcher-1', dispatchChannel);
    const before = (await seat.messages()).length;
    await seat.writes('@Software-Pflege Ansprechpartner');
    return desk.until(async () => {
      const messages = await seat.messages();
      const said = JSON.stringify(messages.slice(before).map(({ card }) => card));
      return said.includes('Hotline') ? said : undefined;
    });
  }

  it('then somebody is absent from two days ago on, with a deputy, and stays so over a restart a week later', async () => {
    const absent = 'abwesend vom Mo 08.06.2026 bis Fr 19.06.2026';
    expect(await contacts()).toContain(absent);
    expect(await contacts()).toContain('Vertretung: Maintainer West');
    await desk.stop();
    desk.time = berlin('2026-06-17T10:00');
    await desk.start();
    expect(await contacts()).toContain(absent);
  });

  it('when it is reset later, then it is of that day', async () => {
    await desk.clock('nextOpening');
    desk.time = berlin('2026-08-03T10:00');
    expect((await desk.post('/api/reset')).status).toBe(200);
    expect(await contacts()).toContain('abwesend vom Sa 01.08.2026 bis Mi 12.08.2026');
  });
});
