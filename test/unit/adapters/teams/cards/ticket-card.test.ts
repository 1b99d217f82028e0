import { defined } from '../../../../../src/defined';
import type { Organisation } from '../../../../../src/domain/organisation/installation';
import { viewAt } from '../../../../support/view';
import type { Place } from '../../../../../src/domain/organisation/place';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { asOfVersion12 } from '../../../../../src/simulator/connector/card-walk';
import { actorIn } from '../../../../../src/domain/ticket/rights';
import { installation } from '../../../../support/installation';
import { renderNotice, strangerText } from '../../../../../src/adapters/teams/cards/notice-card';
import {
  renderReportedCard,
  renderTicketCard,
  renderTicketCopy,
  renderWithdrawnCard,
} from '../../../../../src/adapters/teams/cards/ticket-card';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { ordinary } from '../../../../cards/typing';
import { type Sample, sampleTickets } from '../../../../cards/sample-stories';

const dispatch: Place = { kind: 'dispatch' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };
const journal: Place = { kind: 'module', module: 'journal' };
const platform: Place = { kind: 'platform' };
const samples = sampleTickets(ordinary);

function sample(name: string): Sample {
  const found = samples.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sample "${name}"`);
  return found;
}

function cardOf({ record, now }: Sample, place: Place) {
  return renderTicketCard({ record, place, view: viewAt(now), mode: 'dialog' });
}

function screen(name: string, place: Place): CardScreen {
  return new CardScreen(cardOf(sample(name), place));
}

const reading = ['Verlauf', 'Fristberechnung'];
const more = 'Weitere Aktionen';
/** Of the six buttons of a client without a menu one unfolds the card. */
const maxBesideFold = 5;

describe('the buttons of a ticket', () => {
  test.each([
    ['requested', dispatch, ['Analyse starten', 'Akzeptieren und zuweisen', 'Akzeptieren', more]],
    ['requested', nord, ['Kommentieren', 'Meldung zurückziehen', more]],
    [
      'analysed',
      dispatch,
      ['Akzeptieren und zuweisen', 'Akzeptieren', 'Zurückweisen (Angaben fehlen)', more],
    ],
    ['accepted', dispatch, ['Zuweisen', 'Zurückweisen (Angaben fehlen)', 'Ablehnen', more]],
    ['assigned', dispatch, ['Rückfrage', 'Kommentieren', 'Zurückholen', more]],
    ['assigned', journal, ['Plan vorschlagen', 'Bearbeitung beginnen', 'An Dispatcher zurückgeben', more]],
    ['assigned', nord, ['Kommentieren', more]],
    ['returned', nord, ['Ergänzen', 'Kommentieren', 'Meldung zurückziehen', more]],
    ['returned', dispatch, ['Ergänzen', more]],
    ['returned without answer', dispatch, ['Ergänzen', 'Schließen ohne Antwort', more]],
    ['plan proposed', dispatch, ['Dem Plan zustimmen', 'Dem Plan widersprechen', more]],
    ['plan proposed', nord, ['Dem Plan zustimmen', 'Dem Plan widersprechen', 'Kommentieren', more]],
    ['plan proposed', journal, ['Plan ändern', 'Bearbeitung beginnen', 'An Dispatcher zurückgeben', more]],
    ['plan bound', journal, ['Bearbeitung beginnen', 'Plan ändern', 'An Dispatcher zurückgeben', more]],
    ['inProgress', journal, ['Bearbeitung abschließen', 'Rückfrage', 'Unterstützung anfordern', more]],
    ['fixed', dispatch, ['Test beginnen', 'Unterstützung anfordern', 'Kommentieren', more]],
    [
      'inTest',
      dispatch,
      ['Freigeben und schließen', 'Test nicht bestanden', 'Unterstützung anfordern', more],
    ],
    ['question open', nord, ['Antworten', 'Kommentieren', more]],
    ['support requested', platform, ['Unterstützung übernehmen', 'Kommentieren']],
    ['support taken', platform, ['Unterstützung erledigen', 'Kommentieren']],
    ['closed with a fix', dispatch, ['Für einen Netzbetreiber als gelesen bestätigen']],
    ['closed with a fix', nord, []],
    ['declined', dispatch, []],
    ['withdrawn', nord, []],
    ['assigned', platform, []],
  ])(
    'given a ticket %s at %p, when its card is drawn, then what the place can do next are its buttons and the menu has the rest',
    (name, place, expected) => {
      const { buttons, menu } = screen(name, place);
      const steps = expected.filter((title) => title !== more);
      expect(buttons.filter((title) => !menu.includes(title))).toEqual(steps);
      const first = expected.includes(more) ? [more, ...reading] : reading;
      expect(menu.slice(0, first.length)).toEqual(first);
      expect(menu.length > first.length).toBe(expected.includes(more));
      const older = new CardScreen(asOfVersion12(cardOf(sample(name), place)));
      expect(older.menu).toEqual([]);
      // At most six, the one that unfolds among them, and so that what the menu has is found behind "Weitere Aktionen".
      expect(older.buttons.slice(0, expected.length)).toEqual(expected);
      expect(older.buttons.length + older.foldButtons.length).toBeLessThanOrEqual(6);
      if (expected.includes(more)) {
        expect(older.buttons.slice(0, maxBesideFold)).toEqual(
          [...expected, ...reading, ...menu.slice(first.length)].slice(0, maxBesideFold),
        );
      }
    },
  );

  test.each(samples.map((each) => [each.name, each] as const))(
    'given a ticket %s, when its cards are drawn, then their menus have what "Weitere Aktionen" offers, in the same words',
    (_name, each) => {
      for (const [place, person, role] of [
        [dispatch, 'dispatcher-1', 'dispatcher'],
        [nord, 'nord-1', 'operator'],
        [journal, 'maintainer-a1', 'maintainer'],
        [platform, 'platform', 'platformMaintainer'],
      ] as const) {
        const actor = actorIn(installation, person, role);
        if (actor === undefined) throw new Error(`${person} is no ${role}`);
        const { menu } = new CardScreen(cardOf(each, place));
        const context = { view: viewAt(each.now), actor, place, record: each.record };
        const offered = forms.moreActions.fields(context)[0]?.choices?.map(({ title }) => title) ?? [];
        expect(menu.filter((title) => title !== more && !reading.includes(title))).toEqual(offered);
      }
    },
  );

  test('given what cannot be taken back or asks for something, when it stands in the menu, then it opens its form', () => {
    const { actions = [] } = cardOf(sample('requested'), dispatch);
    const inMenu = actions.filter(({ mode }) => mode === 'secondary');
    for (const title of ['Ablehnen', 'Klasse ändern', 'Als sicherheitsrelevant kennzeichnen']) {
      expect(inMenu.find((action) => action['title'] === title)).toMatchObject({
        type: 'Action.Submit',
        data: { msteams: { type: 'task/fetch' }, do: 'open', card: 'ticket' },
      });
    }
  });

  test('given a security-relevant ticket, when its card is drawn, then it is not marked again', () => {
    const [marked] = sampleTickets(ordinary, { securityRelevant: true }).filter(
      ({ name }) => name === 'assigned',
    );
    const { record, now } = marked ?? sample('assigned');
    const card = renderTicketCard({ record, place: nord, view: viewAt(now), mode: 'dialog' });
    const { buttons, menu } = new CardScreen(card);
    expect(buttons.filter((title) => !menu.includes(title))).toEqual([
      'Gemeldet am …',
      'Kommentieren',
      'Inhalt anzeigen',
    ]);
    expect(menu).toEqual(['Einzelheiten', ...reading]);
  });

  test('given inline mode, when a card is drawn, then every button asks the bot and none a dialog', () => {
    const { record, now } = sample('requested');
    const { actions = [] } = renderTicketCard({ record, place: dispatch, view: viewAt(now), mode: 'inline' });
    const kinds = actions.map(({ type, verb }) => `${type} ${String(verb)}`);
    expect(kinds.slice(0, 7)).toEqual([
      'Action.Execute act',
      ...Array.from({ length: 3 }, () => 'Action.Execute open'),
      'Action.ToggleVisibility undefined',
      'Action.Execute read',
      'Action.Execute read',
    ]);
    // What stands in the menu besides.
    expect(new Set(kinds.slice(7))).toEqual(new Set(['Action.Execute open']));
  });
});

describe('what a place reads', () => {
  test('given a title of more than a line, when the card is read, then its beginning is the heading and all of it is unfolded', () => {
    const title = 'Schichtbuch bleibt nach dem Anmelden leer und die Übergabe lässt sich nicht abschließen';
    const [reported] = sampleTickets((field) => (field === 'title' ? title : ordinary(field)));
    if (reported === undefined) throw new Error('no sample');
    const shown = new CardScreen(cardOf(reported, dispatch));
    expect(shown.text).toContain('\nSchichtbuch bleibt nach dem Anmelden leer u…\n');
    expect(shown.text).not.toContain(title);
    expect(shown.unfolded).toContain(`Titel: ${title}`);
    expect(screen('requested', dispatch).unfolded).not.toContain('Titel: ');
  });

  test('given a report at night, when the operator reads, then it says when its time begins and whom to call', () => {
    expect(screen('requested at night', nord).text).toContain(
      'Eingegangen. Die Reaktionszeit zählt ab Mo 15.06.2026, 08:30 Uhr. Hotline: +49 30 0000000',
    );
  });

  test('given a running deadline, when operator and dispatcher read, then it says how it came about', () => {
    expect(screen('requested', nord).unfolded).toContain('So gerechnet: Mi 10:00-16:00 6 h');
    expect(screen('requested', dispatch).unfolded).toContain('So gerechnet: Mi 10:00-16:00 6 h');
  });

  test('given a delivery that failed, when places read, then only the dispatchers are told', () => {
    const { record, now } = sample('requested');
    const problems = [
      { kind: 'unreachable', place: { kind: 'organisation', organisation: 'sued' } },
    ] as const;
    const textAt = (place: Place) =>
      new CardScreen(renderTicketCard({ record, place, problems, view: viewAt(now), mode: 'dialog' })).text;
    expect(textAt(dispatch)).toContain('Netz Süd: Nicht über Teams erreichbar, bitte anrufen.');
    expect(textAt(nord)).not.toContain('Netz Süd');
  });

  test('given somebody who is not in a channel, when the dispatchers read, then they are told who', () => {
    const { record, now } = sample('assigned');
    const problems = [{ kind: 'notInRoster', people: ['maintainer-a1'], place: journal }] as const;
    const card = renderTicketCard({ record, place: dispatch, problems, view: viewAt(now), mode: 'dialog' });
    expect(new CardScreen(card).text).toContain(
      'Person maintainer-a1 ist nicht Mitglied des Kanals (Kanal von Betriebstagebuch).',
    );
  });

  test('given a ticket handed back, when places read why, then only the dispatchers do', () => {
    expect(screen('handed back', dispatch).unfolded).toContain('Grund der Rückgabe: Angabe zu reason');
    expect(screen('handed back', nord).unfolded).not.toContain('Rückgabe:');
  });

  test('given an operator whose contact people are all absent, when the dispatchers read, then they are told to call, and until when', () => {
    const { record, now } = sample('requested');
    const away = (person: string) => ({ person, from: '2020-01-01', to: '2029-12-31' });
    const read = (place: Place, absent: readonly string[], edit: Partial<Organisation> = {}) => {
      const organisations = installation.organisations.map(({ channel, ...each }) =>
        each.id === 'nord'
          ? { ...each, contactPeople: ['nord-1', 'nord-2'], ...edit }
          : { ...each, ...defined({ channel }) },
      );
      const view = viewAt(now, { ...installation, organisations, absences: absent.map(away) });
      return new CardScreen(renderTicketCard({ record, place, view, mode: 'dialog' })).text;
    };
    const days = 'abwesend vom Mi 01.01.2020 bis Mo 31.12.2029';
    expect(read(dispatch, ['nord-1', 'nord-2'])).toContain(
      `Netz Nord: Von den Ansprechpersonen ist niemand da, bitte anrufen (Person nord-1 ${days}; Person nord-2 ${days}).`,
    );
    for (const text of [
      read(nord, ['nord-1', 'nord-2']),
      read(dispatch, ['nord-1']),
      read(dispatch, ['nord-1', 'nord-2'], { contactPeople: [] }),
      read(dispatch, ['nord-1', 'nord-2'], { channel: installation.dispatchChannel }),
    ]) {
      expect(text).not.toContain('niemand da');
    }
  });

  test('given a module without maintainer, when the card is read, then it says who names one and what can be done meanwhile', () => {
    const { text } = screen('accepted without maintainer', dispatch);
    expect(text).toContain(
      'Als Nächstes: Prozessverantwortlicher (Person owner) – Maintainer für Kontaktstammdaten benennen',
    );
    expect(text).toContain('Kein Maintainer benannt (N.N.): bis dahin rückfragen');
    expect(screen('accepted without maintainer', nord).text).not.toContain('bis dahin');
  });

  test('given a support request, when the platform maintainer reads it, then what they are asked for comes first', () => {
    const { text } = screen('support requested', platform);
    expect(text).toContain('Als Nächstes: Plattform-Maintainer – Unterstützung leisten; außerdem ');
    expect(text).toMatch(
      /^(Technische Frage|Test und Abnahme|Commit als Eclipse-Committer): Angabe zu question$/m,
    );
    expect(screen('support requested', dispatch).text).not.toContain('Plattform-Maintainer – ');
  });

  test('given any of them, when it is drawn, then only a button unfolds what is not for one glance', () => {
    expect(screen('requested', dispatch).foldButtons).toEqual(['Einzelheiten']);
    expect(screen('plan bound', dispatch).text).not.toContain('Zugestimmt haben');
    expect(screen('plan bound', dispatch).unfolded).toContain('Zugestimmt haben');
  });

  test('given a story that the card holds in full, when it is drawn, then no "Inhalt anzeigen" promises more', () => {
    expect(screen('requested', dispatch).unfolded).not.toContain('Inhalt anzeigen');
    expect(screen('requested', dispatch).unfolded).toContain('Beschreibung: Angabe zu description');
  });

  test('given each class, when its card is drawn, then its header differs by more than colour', () => {
    const { record, now } = sample('requested');
    const headers = ([1, 2, 3, 4] as const).map((faultClass) => {
      const ticket = { ...record.ticket, faultClass };
      const [header] = renderTicketCard({
        record: { ...record, ticket },
        place: dispatch,
        view: viewAt(now),
        mode: 'dialog',
      }).body;
      return { style: header?.['style'], text: JSON.stringify(header).match(/Klasse \d/)?.[0] };
    });
    expect(headers).toEqual([
      { style: 'attention', text: 'Klasse 1' },
      { style: 'warning', text: 'Klasse 2' },
      { style: 'accent', text: 'Klasse 3' },
      { style: 'emphasis', text: 'Klasse 4' },
    ]);
  });

  test('given a contractor, when they read what happened, then people of the operator are not named', () => {
    expect(screen('requested', journal).unfolded).not.toContain('Person nord-1');
    expect(screen('requested', nord).unfolded).toContain('Gemeldet – Person nord-1');
  });

  test('given a word by phone, when the operator reads, then who said it, how and when is shown', () => {
    expect(screen('supplemented', nord).unfolded).toContain(
      'Mitgeteilt: Telefon, Mi 10.06.2026, 14:00 Uhr, Angabe zu saidBy',
    );
  });

  test('given a very long description, when the card is drawn, then it is cut and says so', () => {
    const [long] = sampleTickets((field) => (field === 'description' ? 'a'.repeat(3_000) : field));
    const { record, now } = long ?? sample('requested');
    const { text, unfolded, buttons } = new CardScreen(
      renderTicketCard({ record, place: dispatch, view: viewAt(now), mode: 'dialog' }),
    );
    expect(text).toMatch(/^a{99}…$/m);
    expect(unfolded).toContain(`Beschreibung (gekürzt): ${'a'.repeat(599)}…`);
    expect(buttons).not.toContain('Inhalt anzeigen');
    expect(unfolded).toContain('[Inhalt anzeigen]');
  });
});

describe('cards that are no longer, or not, the tracked one', () => {
  test('given a copy, when it is drawn, then it names its time, leads to the card, refreshes and cannot be pressed', () => {
    const { record, now } = sample('requested');
    const trackedCardLink = 'https://teams.microsoft.com/l/message/19%3Anord%40thread.tacv2/1';
    const copy = renderTicketCopy({
      record,
      place: nord,
      view: viewAt(now),
      mode: 'dialog',
      trackedCardLink,
    });
    expect(new CardScreen(copy).buttons).toEqual([]);
    expect(new CardScreen(copy).text).toContain('Kopie, Stand Mi 10.06.2026, 10:00 Uhr');
    expect(new CardScreen(copy).text).toContain(`Zur Karte des Tickets (${trackedCardLink})`);
    expect(copy['refresh']).toEqual({
      action: {
        type: 'Action.Execute',
        title: 'Aktualisieren',
        verb: 'refresh',
        data: { do: 'refresh', ticket: 'SP-2026-0001' },
      },
    });
  });

  test.each(['dialog', 'inline'] as const)(
    'given a tracked card (%s), when it is drawn, then it refreshes for everybody, and all of it says that it is the tracked one',
    (mode) => {
      const { record, now } = sample('requested');
      const card = renderTicketCard({ record, place: nord, view: viewAt(now), mode });
      const data = { do: 'refresh', ticket: 'SP-2026-0001', card: 'ticket' };
      expect(card['refresh']).toEqual({
        action: { type: 'Action.Execute', title: 'Aktualisieren', verb: 'refresh', data },
      });
      const buttons = (card.actions ?? []).filter(({ type }) => type !== 'Action.ToggleVisibility');
      expect(buttons.length).toBeGreaterThan(2);
      for (const button of buttons) expect(button['data']).toMatchObject({ card: 'ticket' });
    },
  );

  test('given a place that lost the ticket, when its card is edited, then number and "abgegeben" are left', () => {
    expect(new CardScreen(renderWithdrawnCard('SP-2026-0001')).text).toBe('SP-2026-0001 | abgegeben');
  });

  test('given a report that was sent, when its card is edited, then it says the number and where the ticket is', () => {
    const { record } = sample('requested');
    expect(new CardScreen(renderReportedCard({ record, link: 'https://example.org/1' })).text).toBe(
      'Gemeldet: SP-2026-0001\nZur Karte des Tickets (https://example.org/1)',
    );
  });

  test('given a link that is none, when a card shall show it, then it is refused', () => {
    const { record } = sample('requested');
    expect(() => renderReportedCard({ record, link: 'javascript:alert(1)' })).toThrow(TypeError);
  });

  test('given a refusal, when it is shown with the present card, then the sentence stands first', () => {
    const { record, now } = sample('requested');
    const card = renderTicketCard({ record, place: dispatch, view: viewAt(now), mode: 'dialog' });
    expect(new CardScreen(renderNotice('Bereits erledigt.', card)).text.split('\n').slice(0, 2)).toEqual([
      'Hinweis: Bereits erledigt.',
      'SP-2026-0001 | Angefragt · Klasse 2',
    ]);
  });

  test('given a stranger, when they ask, then they are told whom to ask and nothing else', () => {
    expect(strangerText(viewAt())).toBe(
      'Sie sind für die Software-Pflege nicht eingetragen. Bitte wenden Sie sich an owner@example.org oder Hotline +49 30 0000000.',
    );
  });
});
