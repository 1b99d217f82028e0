import { createMetrics } from '../../../src/adapters/metrics';

const stored = {
  backlog: () => Promise.resolve({ due: 7, retried: 2 }),
  givenUp: () => Promise.resolve({ unreachable: 1, refused: 4, failed: 3 }),
  ticketsSetAside: () => Promise.resolve(['effects', 'deadlines', 'deadlines'] as const),
};

describe('what is measured of the running bot', () => {
  it('given what was due and recorded, then its lateness is counted in seconds, by what it was', async () => {
    const metrics = createMetrics(stored);
    metrics.deadline({ kind: 'recorded', ticket: 'SP-2026-0001', what: 'reaction:50', lateness: 4_000 });
    metrics.deadline({ kind: 'recorded', ticket: 'SP-2026-0002', what: 'reaction:50', lateness: 40_000 });
    const { text } = await metrics.expose();
    expect(text).toContain('deadline_lateness_seconds_count{what="reaction:50"} 2');
    expect(text).toContain('deadline_lateness_seconds_bucket{le="5",what="reaction:50"} 1');
    expect(text).toContain('deadline_lateness_seconds_bucket{le="60",what="reaction:50"} 2');
    expect(text).not.toContain('SP-2026');
  });

  it('given what failed, and a clock that was moved, then each is counted', async () => {
    const metrics = createMetrics(stored);
    metrics.deadline({ kind: 'failed', error: new Error('x') });
    metrics.deadline({ kind: 'clockMoved', by: -3_600_000 });
    const { text } = await metrics.expose();
    for (const kind of ['failed', 'clockMoved'])
      expect(text).toContain(`deadline_reports_total{kind="${kind}"} 1`);
  });

  it('given deliveries that wait, then they are asked for when somebody looks', async () => {
    const { text } = await createMetrics(stored).expose();
    expect(text).toContain('deliveries_due{state="due"} 7');
    expect(text).toContain('deliveries_due{state="retried"} 2');
  });

  it('given a service of tokens that does not work, then it and those that do are told', async () => {
    const { text } = await createMetrics({
      ...stored,
      tokenServicesDown: () => ({ 'own access token': true, 'token issuer keys': false }),
    }).expose();
    expect(text).toContain('token_service_down{service="own access token"} 1');
    expect(text).toContain('token_service_down{service="token issuer keys"} 0');
  });

  it('given a store that does not answer, then all else is told, and of what is counted there nothing old', async () => {
    let answer: () => Promise<{ due: number; retried: number }> = stored.backlog;
    const metrics = createMetrics({ ...stored, backlog: () => answer() });
    metrics.deadline({ kind: 'clockMoved', by: 1 });
    expect((await metrics.expose()).text).toContain('store_answers 1');
    answer = () => Promise.reject(new Error('no store'));
    const { text } = await metrics.expose();
    expect(text).toContain('store_answers 0');
    expect(text).toContain('deadline_reports_total{kind="clockMoved"} 1');
    expect(text).not.toMatch(/^(deliveries_due|deliveries_given_up|tickets_set_aside)[ {]/m);
    answer = stored.backlog;
    expect((await metrics.expose()).text).toMatch(/store_answers 1[\s\S]*deliveries_due\{state="due"\} 7/);
  });

  it('given posts that were given up, then each is counted once, and what is still given up shows beside what is due', async () => {
    const metrics = createMetrics(stored);
    metrics.delivery({ kind: 'undeliverable', id: 'a', status: 403, again: false });
    metrics.delivery({ kind: 'undeliverable', id: 'a', status: 403, again: true });
    metrics.delivery({ kind: 'setAside', id: 'b' });
    metrics.delivery({ kind: 'setAside', ticket: 'SP-2026-0001' });
    const { text } = await metrics.expose();
    expect(text).toContain('deliveries_given_up_total{why="refused"} 1');
    expect(text).toContain('deliveries_given_up_total{why="failed"} 1');
    expect(text).toContain('deliveries_given_up_total{why="notPlanned"} 1');
    expect(text).toContain('deliveries_given_up{why="refused"} 4');
    expect(text).toContain('deliveries_given_up{why="failed"} 3');
    expect(text).toContain('deliveries_given_up{why="unreachable"} 1');
    expect(text).toContain('tickets_set_aside{what="effects"} 1');
    expect(text).toContain('tickets_set_aside{what="deadlines"} 2');
    expect(text).not.toContain('SP-2026');
  });
});
