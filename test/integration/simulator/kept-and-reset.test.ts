import { chatIdOf } from '../../../src/local-mode/teams-of-installation';
import { TeamsLog } from '../../../src/simulator/host/teams-log';
import { SimulatedDesk } from '../../support/simulated-desk';

const nordChannel = '19:netz-nord@thread.tacv2';
const dispatchChannel = '19:dispatch@thread.tacv2';

describe('given Teams on this machine with a ticket, a clock that was moved and a card somebody has read', () => {
  let desk: SimulatedDesk;
  let number: string;
  const nord = () => desk.at('leitwarte-nord-a', nordChannel);
  const dispatch = () => desk.at('dispatcher-1', dispatchChannel);
  const chat = () => desk.at('fremde-person', chatIdOf('fremde-person'));

  beforeEach(async () => {
    desk = await SimulatedDesk.open();
    number = await nord().reports('Bleibt erhalten');
    const card = await dispatch().waitsFor(`${number}[\\s\\S]*Als Nächstes`);
    await desk.post(`${dispatch().path}/seen`, { messageId: card.id });
    await dispatch().presses(card, 'Analyse starten');
    // Of the colleague, as the own view comes before the edit for all.
    await desk.at('dispatcher-2', dispatchChannel).waitsFor(`${number}[\\s\\S]*analysiert sie`);
    await nord().waitsFor(`${number}[\\s\\S]*analysiert sie`);
    await desk.clock('nextOpening');
    await desk.settled();
  });
  afterEach(() => desk.close());

  it('kept-over-restart, told-once: when it is stopped and started, then everything is as it was, and the next press works', async () => {
    const before = (await desk.overview()) as object;
    const views = await Promise.all([nord().view(), dispatch().view(), chat().view()]);
    expect(views[2]?.body.threads).toHaveLength(1);

    await desk.restart();

    expect(await desk.overview()).toEqual(before);
    expect(await Promise.all([nord().view(), dispatch().view(), chat().view()])).toEqual(views);
    // The morning's digest names the ticket below its card.
    const card = await dispatch().waitsFor(`${number}[^]*Akzeptieren`);
    expect((await dispatch().presses(card, 'Akzeptieren')).kind).toBe('dialog');
    // The bot edits the card that it knows from before, and posts none beside it.
    const changed = await nord().reports('Noch eine');
    await dispatch().waitsFor(changed);
    expect(
      // A digest names the ticket too, and has no history of it.
      (await dispatch().messages())
        .map(({ card: shown }) => JSON.stringify(shown ?? ''))
        .filter((shown) => shown.includes(number) && shown.includes('"what":"history"')),
    ).toHaveLength(1);
  });

  it('reset: when it is reset, then there is no ticket, no message and no moved clock, and numbers begin anew', async () => {
    expect((await desk.post('/api/reset')).status).toBe(200);
    const { clockMoved, firstSteps, sampleData, now } = await desk.overview();
    expect({ clockMoved, now, sample: sampleData.state }).toEqual({
      clockMoved: 0,
      now: desk.time,
      sample: 'available',
    });
    expect(firstSteps.some(({ done }) => done)).toBe(false);
    await saysHello();
    // Installed anew: the bot says hello in private chats, once.
    expect(await chat().messages()).toHaveLength(1);
    expect(await nord().reports('Nach dem Zurücksetzen')).toBe('SP-2026-0001');
    await desk.restart();
    expect(JSON.stringify(await dispatch().messages())).not.toContain('Bleibt erhalten');
  });

  /** The bot comes in anew, and says so: nothing else is there. */
  async function saysHello(): Promise<void> {
    const messages = await nord().messages();
    expect(messages).toHaveLength(1);
    expect(JSON.stringify(messages)).toContain('Guten Tag, hier nehme ich Störungen');
  }

  it('reset: when a kill has interrupted it, then the next start ends it', async () => {
    await desk.stop();
    const log = new TeamsLog(desk.conversationsFolder, (error) => {
      throw error;
    });
    log.setFact('resetting', true);
    await log.close();
    await desk.start();
    await saysHello();
    expect((await desk.overview()).sampleData.state).toBe('available');
    expect(await nord().reports('Danach')).toBe('SP-2026-0001');
  });

  it('told-once: when it is stopped while the bot is being told, then nobody is greeted twice after the next start', async () => {
    await desk.post('/api/reset');
    await desk.stop();
    const log = new TeamsLog(desk.conversationsFolder, (error) => {
      throw error;
    });
    await log.clear();
    await log.close();
    await desk.start({ untilAnnounced: false });
    await desk.stop();
    await desk.start();
    for (const person of ['dispatcher-1', 'leitstelle-sued-a', 'fremde-person']) {
      expect(await desk.at(person, chatIdOf(person)).messages()).toHaveLength(1);
    }
  });
});
