import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { assigned, accepted, berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { BotDesk, dispatch } from './bot-desk';

function withDays(id: string, days: Partial<Pick<Person, 'since' | 'until' | 'roles'>>): Installation {
  const people = installation.people.map((person) => (person.id === id ? { ...person, ...days } : person));
  return { ...installation, people };
}

const moduleChannel = '19:journal@thread.tacv2';

describe('a role that begins later or has ended (process 1)', () => {
  const startAnalysis = async (desk: BotDesk, ticket: string) => {
    const answer = await desk.presses('dispatcher-2', dispatch, {
      do: 'act',
      action: 'startAnalysis',
      ticket,
      version: 1,
    });
    return { answer, by: (await desk.stores.tickets.find(ticket))?.ticket.analyst?.person };
  };

  it('gives no right before its first day begins on the calendar’s clock, and every one from then on', async () => {
    const desk = new BotDesk({ installation: withDays('dispatcher-2', { since: '2026-06-15' }) });
    const ticket = await desk.reported();
    desk.now = berlin('2026-06-14T23:59');
    const early = await startAnalysis(desk, ticket);
    expect(early.answer).toContain('dürfen hier nur: die Wartungs-Dispatcher');
    expect(early.by).toBeUndefined();
    expect(desk.stores.audit.attempts).toMatchObject([{ person: 'dispatcher-2', code: 'notPermitted' }]);
    // Midnight in Berlin; in UTC it is still the day before.
    desk.now = berlin('2026-06-15T00:00');
    expect((await startAnalysis(desk, ticket)).by).toBe('dispatcher-2');
  });

  it('gives every right on its last day, and none afterwards', async () => {
    const desk = new BotDesk({ installation: withDays('dispatcher-2', { until: '2026-06-15' }) });
    const first = await desk.reported();
    const second = await desk.reported();
    desk.now = berlin('2026-06-15T23:59');
    expect((await startAnalysis(desk, first)).by).toBe('dispatcher-2');
    desk.now = berlin('2026-06-16T00:00');
    expect((await startAnalysis(desk, second)).by).toBeUndefined();
  });

  it('is no choice in "Zuweisen", and refused however it is sent', async () => {
    const organisation = withDays('maintainer-a2', { since: '2027-01-01' });
    const desk = new BotDesk({ installation: organisation });
    const { number: ticket, version } = await desk.keeps(accepted(organisation));
    const open = { do: 'open', form: 'assign', ticket, version };
    const form = await desk.presses('dispatcher-1', dispatch, open, { name: 'task/fetch' });
    expect(form).toContain('Person maintainer-a1');
    expect(form).not.toContain('maintainer-a2');
    const nonce = '00000000-0000-4000-8000-0000000000aa';
    const forged = { do: 'submit', form: 'assign', page: 'fill', ticket, version, nonce };
    await desk.presses(
      'dispatcher-1',
      dispatch,
      { ...forged, person: 'maintainer-a2' },
      { name: 'task/submit' },
    );
    expect((await desk.stores.tickets.find(ticket))?.ticket.assignment).toBeUndefined();
  });

  it('acts on nothing in the channel of its module', async () => {
    const organisation = withDays('maintainer-a2', { since: '2027-01-01' });
    const desk = new BotDesk({ installation: organisation });
    const { number: ticket, version } = await desk.keeps(assigned(organisation));
    const open = { do: 'open', form: 'handBack', ticket, version };
    expect(await desk.presses('maintainer-a2', moduleChannel, open, { name: 'task/fetch' })).toContain(
      'dürfen hier nur',
    );
  });

  it('reads nothing in a private chat, and says from or until when the roles are held', async () => {
    const desk = new BotDesk({ installation: withDays('dispatcher-2', { since: '2027-01-01' }) });
    const ticket = await desk.reported();
    for (const text of ['Unsere Tickets', `Ticket ${ticket}`, 'Übersicht', 'Ansprechpartner', 'Hilfe']) {
      const answer = await desk.writes('dispatcher-2', 'a:dispatcher-2', text);
      expect(answer).toContain('gelten ab Fr 01.01.2027');
      expect(answer).not.toContain(ticket);
    }
    desk.installation = withDays('dispatcher-2', { since: '2020-01-01', until: '2026-06-11' });
    expect(await desk.writes('dispatcher-2', 'a:dispatcher-2', 'Hilfe')).toContain(
      'galten bis Do 11.06.2026',
    );
  });

  it.each<readonly [string, (from: Installation) => Installation]>([
    ['has no role at all', () => withDays('dispatcher-2', { roles: [] })],
    ['has none, and a last day to come', () => withDays('dispatcher-2', { roles: [], until: '2027-01-01' })],
    [
      'is of a company that is retired',
      (from) => ({
        ...from,
        organisations: from.organisations.map((each) =>
          each.id === 'cooperative' ? { ...each, retired: '2026-01-01' } : each,
        ),
      }),
    ],
  ])('reads in a private chat no day that says nothing, where the person %s', async (_case, change) => {
    const desk = new BotDesk({ installation: change(installation) });
    const answer = await desk.writes('dispatcher-2', 'a:dispatcher-2', 'Hilfe');
    expect(answer).toContain('Sie haben zurzeit keine Rolle in der Software-Pflege.');
    expect(answer).not.toContain('galten bis');
  });

  it('is nobody’s contact until then', async () => {
    const desk = new BotDesk({ installation: withDays('dispatcher-2', { since: '2027-01-01' }) });
    expect(await desk.writes('nord-1', '19:nord@thread.tacv2', 'Ansprechpartner')).not.toContain(
      'dispatcher-2@example.org',
    );
    desk.now = berlin('2027-01-01T00:00');
    const later = await desk.writes('nord-1', '19:nord@thread.tacv2', 'Ansprechpartner');
    expect(later).toContain('dispatcher-2@example.org');
    expect(later).toContain('seit Fr 01.01.2027');
  });
});
