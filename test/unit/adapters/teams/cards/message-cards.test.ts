import { viewAt } from '../../../../support/view';
import { renderContent } from '../../../../../src/adapters/teams/cards/content-card';
import { renderDeadlineExplanation } from '../../../../../src/adapters/teams/cards/deadline-card';
import { renderHelpCard } from '../../../../../src/adapters/teams/cards/help-card';
import { mentionText } from '../../../../../src/adapters/teams/cards/mention-text';
import { renderServiceHoursCard } from '../../../../../src/adapters/teams/cards/service-hours-card';
import { renderTicketListCard } from '../../../../../src/adapters/teams/cards/ticket-list-card';
import { createServiceCalendar } from '../../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../../src/domain/service-calendar/standard-calendar';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { longest, ordinary } from '../../../../cards/typing';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { sampleTickets } from '../../../../cards/sample-stories';
import { ticketList } from '../../../../support/ticket-list';

const scopes = (
  ['operator', 'dispatcher', 'maintainer', 'platformMaintainer', 'processOwner'] as const
).flatMap((role) => (['channel', 'personal'] as const).map((at) => [role, at] as const));
/** The lines of a help card that say a command and what it means. */
const commandsIn = (text: string) => text.split('\n').filter((line) => line.includes(': '));
const read = (card: object) => new CardScreen(card as Record<string, unknown>).text;

describe('"Servicezeiten"', () => {
  test('given an hour of service, when it is asked for, then it says until when, and of when that is', () => {
    expect(read(renderServiceHoursCard({ view: viewAt(berlin('2026-06-12T12:00')) }))).toContain(
      'Servicezeit bis Fr 12.06.2026, 14:00 Uhr (Stand Fr 12.06.2026, 12:00 Uhr)',
    );
  });

  test('given the weekend, when it is asked for, then it says from when it goes on', () => {
    expect(read(renderServiceHoursCard({ view: viewAt(berlin('2026-06-13T12:00')) }))).toContain(
      'Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr (Stand Sa 13.06.2026, 12:00 Uhr)',
    );
  });

  test('given the standard calendar, when it is asked for, then its week and the next holidays stand there', () => {
    const text = read(renderServiceHoursCard({ view: viewAt(berlin('2026-12-01T12:00')) }));
    expect(text).toContain('Montag: 08:30–17:00 Uhr');
    expect(text).toContain('Freitag: 08:30–14:00 Uhr');
    expect(text).toContain('Sonntag: geschlossen');
    expect(text).toContain('Fr 25.12.2026: geschlossen');
  });

  test('given windows up to midnight and an extra open day, when it is asked for, then both are shown as they count', () => {
    const calendar = createServiceCalendar({
      ...standardCalendar,
      hours: {
        ...standardCalendar.hours,
        1: [
          { from: '08:30', to: '12:00' },
          { from: '18:00', to: '24:00' },
        ],
      },
      openDays: [{ date: '2026-06-13', windows: [{ from: '09:00', to: '10:30' }] }],
    });
    const calendars = [
      { id: 'a', validFrom: '2020-01-01', calendar },
      { id: 'b', validFrom: '2027-01-01', calendar },
    ];
    const text = read(
      renderServiceHoursCard({
        view: viewAt(berlin('2026-06-10T12:00'), { ...installation, calendars }),
      }),
    );
    expect(text).toContain('Montag: 08:30–12:00, 18:00–24:00 Uhr');
    expect(text).toContain('Sa 13.06.2026: 09:00–10:30 Uhr');
    expect(text).toContain('Ab Fr 01.01.2027 gilt ein anderer Kalender.');
  });
});

describe('"Hilfe"', () => {
  test('given a conversation that is no place, when help is asked for, then only help and ids are offered', () => {
    const help = renderHelpCard({ at: 'noPlace' }, 'dialog');
    expect(new CardScreen(help).buttons).toEqual(['Kennungen']);
    expect(read(help)).not.toContain('Störung melden');
  });

  test.each(scopes)(
    'given %s at %s, then five lines stand there, and "Mehr" unfolds all others',
    (role, at) => {
      const help = new CardScreen(renderHelpCard({ at, role }, 'dialog'));
      const whole = new CardScreen(renderHelpCard({ at, role, isWhole: true }, 'dialog'));
      expect(commandsIn(help.text)).toHaveLength(5);
      expect(help.foldButtons).toEqual(['Mehr']);
      expect(commandsIn(help.unfolded).toSorted()).toEqual(commandsIn(whole.text).toSorted());
      expect(commandsIn(help.unfolded)).toHaveLength(new Set(commandsIn(whole.text)).size);

      const atOnce = help.buttons;
      help.toggle(help.button('Mehr'));
      expect(help.text).toBe(help.unfolded);
      // Each command that is said as it stands is a button, once; what is switched is typed.
      expect(help.buttons).toEqual(expect.arrayContaining(atOnce));
      expect(help.buttons.toSorted()).toEqual(
        [
          ...['Störung melden', at === 'channel' ? 'Unsere Tickets' : 'Meine Tickets', 'Offene Tickets'],
          ...['Übersicht', 'Bugfix-Pakete', 'Vertrag', 'Servicezeiten', 'Ansprechpartner', 'Kennungen'],
          ...(role === 'processOwner' ? ['Organisation'] : []),
        ].toSorted(),
      );
      help.toggle(help.button('Mehr'));
      expect(commandsIn(help.text)).toHaveLength(5);
    },
  );

  test('given the whole help, which was asked for by words, then nothing of it is folded', () => {
    const whole = renderHelpCard({ at: 'channel', role: 'operator', isWhole: true }, 'dialog');
    expect(new CardScreen(whole).foldButtons).toEqual([]);
    expect(JSON.stringify(whole)).not.toContain('isVisible');
  });

  test('given a channel, when help is asked for, then its buttons say the commands', () => {
    expect(
      (renderHelpCard({ at: 'channel', role: 'operator', isWhole: true }, 'dialog').actions ?? []).map(
        (action) => action['data'],
      ),
    ).toEqual([
      { msteams: { type: 'task/fetch' }, do: 'open', form: 'reportFault' },
      ...['Unsere Tickets', 'Offene Tickets', 'Übersicht', 'Bugfix-Pakete', 'Servicezeiten'].map(
        (command) => ({
          do: 'say',
          command,
        }),
      ),
    ]);
  });
});

describe('lists of tickets', () => {
  const tickets = sampleTickets(ordinary).map(({ record }) => record.ticket);
  const now = berlin('2026-06-10T12:00');

  test('given more tickets than a card holds, when they are listed, then it is cut with a count', () => {
    const list = ticketList([...tickets, ...tickets], { waiting: 1, total: 40 });
    const text = read(renderTicketListCard({ heading: 'Meine Tickets', list, view: viewAt(now) }));
    expect(text).toContain('40 offene Tickets, davon wartet eines auf Sie.');
    expect(text).toContain('25 weitere');
    expect(text.match(/ · wartet auf Sie · /g)).toHaveLength(1);
  });

  test('given a security-relevant ticket, when it is listed, then its title is not', () => {
    const [secret] = sampleTickets(ordinary, { securityRelevant: true }).map(({ record }) => record.ticket);
    const list = ticketList(secret === undefined ? [] : [secret]);
    const text = read(renderTicketListCard({ heading: 'Unsere Tickets', list, view: viewAt(now) }));
    expect(text).toContain('sicherheitsrelevant');
    expect(text).not.toContain('Angabe zu title');
  });
});

describe('what is shown on demand', () => {
  test('given a ticket, when its deadline is explained, then it can be recomputed', () => {
    const found = sampleTickets(ordinary).find(({ name }) => name === 'class changed');
    if (found === undefined) throw new Error('no such sample');
    const text = read(renderDeadlineExplanation({ record: found.record, view: viewAt(found.now) }));
    expect(text).toContain('Beginn: Mi 10.06.2026, 10:00 Uhr');
    expect(text).toContain('Reaktionszeit: 4 Stunden Servicezeit');
    expect(text).toContain('Gerechnet: Mi 10:00-14:00 4 h');
    expect(text).toContain('Bis Mi 10.06.2026, 15:00 Uhr: Klasse 2, Frist Mi 10.06.2026, 16:00 Uhr');
    expect(text).toContain('versäumt (Umklassifizierung)');
  });

  test('given a ticket, when its content is asked for, then everything typed is there in full', () => {
    const [long] = sampleTickets(longest('ä'));
    if (long === undefined) throw new Error('no such sample');
    const text = read(renderContent(long.record, { view: viewAt(), place: { kind: 'dispatch' } }));
    expect(text).toContain('ä'.repeat(3_000));
    expect(text).toContain('ä'.repeat(1_000));
  });

  test('given a story too long for a card, when its content is read page by page, then all of it is there', () => {
    const typed = (field: string) => `${field}-${'界'.repeat(450)}`;
    const found = sampleTickets(typed).find(({ name }) => name === 'notice confirmed');
    if (found === undefined) throw new Error('no such sample');
    const page = (number: number) =>
      new CardScreen(
        renderContent(found.record, { view: viewAt(), place: { kind: 'dispatch' }, page: number }),
      );
    expect(page(1).buttons).toEqual(['Nächste Seite']);
    expect(page(1).text).toContain(typed('description'));
    expect(page(1).text).toContain('Seite 1 von 5');
    expect(page(5).buttons).toEqual(['Vorige Seite']);
    const all = [1, 2, 3, 4, 5].map((number) => page(number).text).join('\n');
    for (const field of ['cause', 'risks', 'changed', 'testSteps', 'noticeText']) {
      expect(all).toContain(typed(field));
    }
  });

  test('given a reason for handing back, when the content is asked for, then the operator does not read it', () => {
    const found = sampleTickets(ordinary).find(({ name }) => name === 'handed back');
    if (found === undefined) throw new Error('no such sample');
    const at = (place: Parameters<typeof renderContent>[1]['place']) =>
      read(renderContent(found.record, place === undefined ? { view: viewAt() } : { view: viewAt(), place }));
    const handedBack = 'An Dispatcher zurückgegeben\nGrund: Angabe zu reason';
    expect(at({ kind: 'dispatch' })).toContain(handedBack);
    expect(at({ kind: 'organisation', organisation: 'nord' })).not.toContain(handedBack);
    expect(at(undefined)).not.toContain(handedBack);
  });
});

describe('mentions', () => {
  test('given people, when they are mentioned, then they stand before the sentence', () => {
    expect(mentionText('Ihnen zugewiesen.', ['<at>A</at>', 'B'])).toBe('<at>A</at>, B: Ihnen zugewiesen.');
  });

  test('given nobody, when the sentence is written, then it stands alone, and nothing in it is markup', () => {
    expect(mentionText('Netz <at>Nord</at> & Co.', [])).toBe('Netz &lt;at&gt;Nord&lt;/at&gt; &amp; Co.');
  });
});
