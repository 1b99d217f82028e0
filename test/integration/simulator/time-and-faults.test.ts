import { berlin } from '../../support/given';
import { reportInputs, SimulatedDesk } from '../../support/simulated-desk';

const nordChannel = '19:netz-nord@thread.tacv2';
const dispatchChannel = '19:dispatch@thread.tacv2';
const off = { throttle: false, delayMs: 0, fail: null, loseAnswers: null };

describe('given Teams on this machine on a Wednesday at 10:00', () => {
  let desk: SimulatedDesk;
  beforeEach(async () => {
    desk = await SimulatedDesk.open();
  });
  afterEach(() => desk.close());

  const nord = () => desk.at('leitwarte-nord-a', nordChannel);
  const dispatch = () => desk.at('dispatcher-1', dispatchChannel);

  it('shared-clock, clock-moves: when the clock is moved, then bot and Teams have the new time, and real time comes back', async () => {
    expect(await desk.overview()).toMatchObject({ now: desk.time, clockMoved: 0 });
    expect((await desk.clock('nextDeadline')).body.error).toBe('Es läuft keine Frist.');
    expect((await desk.clock('real')).body.error).toBe('Die Uhr geht schon richtig.');

    const number = await nord().reports();
    // Class 2: six hours of service time from 10:00.
    const deadline = berlin('2026-06-10T16:00');
    expect((await desk.clock('hour')).body.now).toBe(berlin('2026-06-10T11:00'));
    await nord().writes(`@Software-Pflege Ticket ${number}`);
    const copy = await nord().waitsFor('Kopie, Stand');
    expect(copy.at).toBe(berlin('2026-06-10T11:00'));
    expect(JSON.stringify(copy.card)).toContain('Kopie, Stand Mi 10.06.2026, 11:00 Uhr');

    const { clockMoves } = await desk.overview();
    expect(clockMoves).toContainEqual({ move: 'nextDeadline', to: berlin('2026-06-10T13:00') });
    // Half of the time, three quarters, the end, and the breach after it.
    for (const due of [berlin('2026-06-10T13:00'), berlin('2026-06-10T14:30'), deadline + 1]) {
      expect((await desk.clock('nextDeadline')).body.now).toBe(due);
    }
    await dispatch().waitsFor('Reaktionsfrist Mi 10.06.2026, 16:00 Uhr versäumt');
    expect((await desk.clock('nextOpening')).body.now).toBe(berlin('2026-06-11T08:30'));
    expect((await desk.clock('nextOpening')).body.now).toBe(berlin('2026-06-12T08:30'));
    expect((await desk.clock('nextOpening')).body.now).toBe(berlin('2026-06-15T08:30'));
    expect((await desk.clock('real')).body).toEqual({ now: desk.time, clockMoved: 0 });
  });

  it('clock-moves: when the clock is moved to a deadline, then what the bot says of it is there at once, and told with the move', async () => {
    const number = await nord().reports();
    for (const [due, said] of [
      [berlin('2026-06-10T13:00'), '50 %'],
      [berlin('2026-06-10T14:30'), '75 %'],
      [berlin('2026-06-10T16:00') + 1, 'versäumt'],
    ] as const) {
      const before = (await dispatch().messages()).length;
      const { now, happened } = (await desk.clock('nextDeadline')).body;
      expect(now).toBe(due);
      const written = (await dispatch().messages()).slice(before);
      expect(JSON.stringify(written)).toContain(said);
      expect(happened).toContainEqual({ place: 'Dispatch', text: expect.stringContaining(number) as string });
    }
  });

  it('fail, lose-answers, delay: when Teams goes wrong, then the bot repeats until all of it has arrived', async () => {
    for (const wrong of [
      { fail: { status: 503, times: 3 } },
      { loseAnswers: { times: 2 } },
      { delayMs: 20 },
    ]) {
      const title = `Bei ${Object.keys(wrong).join()}`;
      const check = await nord().fillsReport(title);
      await desk.post('/api/misbehaviour', wrong);
      await nord().submits(check, 'Absenden', {});
      // The cards of both places; an answer to a question is sent once, a change until it has arrived.
      await dispatch().waitsFor(`Angefragt[^]*${title}`);
      await nord().waitsFor(`Angefragt[^]*${title}`);
    }
    // What is counted has been used up; what has no end is there until it is ended.
    expect((await desk.overview()).misbehaviour).toEqual({ ...off, delayMs: 20 });
    expect((await desk.post('/api/misbehaviour', { delayMs: 0 })).body).toEqual(off);
    expect((await desk.post('/api/misbehaviour', { fail: { status: 200, times: 1 } })).status).toBe(400);
    expect((await desk.post('/api/misbehaviour', { delayMs: 3_600_000 })).status).toBe(400);
  });

  it('throttle: when the bot is above the limits, then it is told when to come again, in the time of the machine', async () => {
    await desk.post('/api/misbehaviour', { throttle: true });
    const url = `${desk.address}/_connector/v3/conversations/${encodeURIComponent(dispatchChannel)}/activities`;
    const send = () =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: 'Nachricht' }),
      });
    for (let count = 0; count < 7; count += 1) expect((await send()).status).toBe(201);
    // The moved clock does not count: nobody waits a month for a limit, or gets around one.
    await desk.clock('nextOpening');
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    desk.time += 2_000;
    expect((await send()).status).toBe(201);
  });

  it('unreachable-app: when the bot gives no answer, then the person reads so and the dialog keeps what was typed', async () => {
    const form = await nord().opensReport();
    const inputs = reportInputs(form, 'Ohne Antwort');
    await desk.stopBot();
    expect(await nord().submits(form, 'Weiter', inputs)).toEqual({
      kind: 'error',
      text: 'Die App ist nicht erreichbar. Bitte versuchen Sie es noch einmal.',
    });
    await desk.startBotAgain();
    expect((await nord().submits(form, 'Weiter', inputs)).kind).toBe('dialog');
  });
});
