import { CardScreen } from '../../../../src/simulator/people/card-screen';
import { Clicks } from '../../../../src/simulator/people/clicks';
import { ClientRefusal } from '../../../../src/simulator/people/client-refusal';

function screen(body: object[], actions: object[] = [], more: object = {}): CardScreen {
  return new CardScreen({ type: 'AdaptiveCard', version: '1.5', body, actions, ...more });
}

describe('a card on the screen', () => {
  it('reads texts, facts, columns, tables, images, fallbacks and buttons line by line', () => {
    const cell = (words: string) => ({ type: 'TableCell', items: [{ type: 'TextBlock', text: words }] });
    const card = screen(
      [
        { type: 'TextBlock', text: '**SP-2026-0001**' },
        { type: 'TextBlock', text: 'unsichtbar', isVisible: false },
        { type: 'RichTextBlock', inlines: ['wie ', { type: 'TextRun', text: '**getippt**' }] },
        { type: 'FactSet', facts: [{ title: 'Klasse', value: '1' }] },
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', items: [{ type: 'TextBlock', text: 'links' }] },
            { type: 'Column', items: [{ type: 'TextBlock', text: 'rechts' }] },
          ],
        },
        { type: 'Table', columns: [], rows: [{ type: 'TableRow', cells: [cell('a'), cell('b')] }] },
        { type: 'Image', url: 'https://x.example/a.png', altText: 'Ampel rot' },
        { type: 'Chart.Donut', fallback: { type: 'TextBlock', text: '3 offen' } },
        { type: 'Badge', fallback: 'drop' },
        {
          type: 'Container',
          items: [{ type: 'TextBlock', text: 'innen' }],
          selectAction: { type: 'Action.OpenUrl', title: 'Öffnen', url: 'https://x.example' },
        },
      ],
      [
        { type: 'Action.Execute', title: 'Los', verb: 'go' },
        { type: 'Action.Execute', title: 'Gesperrt', verb: 'no', isEnabled: false },
      ],
    );
    expect(card.text.split('\n')).toEqual([
      'SP-2026-0001',
      'wie **getippt**',
      'Klasse: 1',
      'links | rechts',
      'a | b',
      '(Bild: Ampel rot)',
      '3 offen',
      'innen',
      '[Öffnen]',
      '[Los] (Gesperrt)',
    ]);
    expect(card.buttons).toEqual(['Öffnen', 'Los', 'Gesperrt']);
    expect(() => card.button('Gesperrt')).toThrow(ClientRefusal);
    expect(() => card.button('Fehlt')).toThrow('No button "Fehlt"; present: "Öffnen", "Los", "Gesperrt"');
  });

  it('shows and hides by Action.ToggleVisibility', () => {
    const more = {
      type: 'Action.ToggleVisibility',
      title: 'Mehr',
      targetElements: ['more', { elementId: 'less', isVisible: false }],
    };
    const card = screen(
      [
        { type: 'TextBlock', id: 'more', text: 'ausführlich', isVisible: false },
        { type: 'TextBlock', id: 'less', text: 'kurz' },
      ],
      [more],
    );
    expect(card.text).toBe('kurz\n[Mehr]');
    card.toggle(card.button('Mehr'));
    expect(card.text).toBe('ausführlich\n[Mehr]');
    card.toggle(card.button('Mehr'));
    expect(card.text).toBe('[Mehr]');
  });

  it('reads and presses what stands in the menu of a card or of a set of actions', () => {
    const card = screen(
      [
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.Execute', title: 'Innen', verb: 'in', mode: 'secondary' }],
        },
      ],
      [
        { type: 'Action.Execute', title: 'Selten', verb: 'rare', mode: 'secondary' },
        { type: 'Action.Execute', title: 'Los', verb: 'go', mode: 'primary' },
        { type: 'Action.Execute', title: 'Gesperrt', verb: 'no', mode: 'secondary', isEnabled: false },
      ],
    );
    expect(card.text).toBe('[…: Innen]\n[Los] […: Selten | (Gesperrt)]');
    expect(card.menu).toEqual(['Innen', 'Selten', 'Gesperrt']);
    expect(card.button('Selten')['verb']).toBe('rare');
    expect(() => card.button('Gesperrt')).toThrow(ClientRefusal);
  });

  it('what is hidden can be neither read, filled nor pressed until it is shown, and its fields are sent', () => {
    const hidden = {
      type: 'Container',
      id: 'more',
      isVisible: false,
      items: [
        { type: 'TextBlock', text: 'Verlauf' },
        { type: 'Input.Text', id: 'note', label: 'Notiz', value: 'alt' },
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.Execute', title: 'Speichern', verb: 'save', mode: 'secondary' }],
        },
      ],
    };
    const show = {
      type: 'Action.ToggleVisibility',
      title: 'Mehr',
      targetElements: ['more'],
      mode: 'secondary',
    };
    const card = screen([hidden], [show]);
    expect(card.text).toBe('[…: Mehr]');
    expect(card.buttons).toEqual([]);
    expect(card.foldButtons).toEqual(['Mehr']);
    expect(() => card.button('Speichern')).toThrow('No button "Speichern"');
    expect(() => card.fill({ Notiz: 'neu' })).toThrow('No field "Notiz"');
    expect(card.inputsFor({ type: 'Action.Submit' })).toEqual({ note: 'alt' });

    card.toggle(card.button('Mehr'));

    expect(card.text).toBe('Verlauf\nNotiz: [alt]\n[…: Speichern]\n[…: Mehr]');
    expect(card.button('Speichern')['verb']).toBe('save');
  });

  it('a toggle names elements, never an action of the same id', () => {
    const show = { type: 'Action.ToggleVisibility', id: 'more', title: 'Mehr', targetElements: ['more'] };
    const card = screen([{ type: 'TextBlock', id: 'more', text: 'da' }], [show]);
    card.toggle(card.button('Mehr'));
    expect(card.text).toBe('[Mehr]');
    const vain = { ...show, targetElements: ['weg'] };
    expect(() => card.toggle(vain)).toThrow('Nothing with the id "weg"');
  });

  it.each([
    [
      'Pflicht',
      { type: 'Input.Text', isRequired: true, errorMessage: 'Bitte ausfüllen' },
      null,
      'Bitte ausfüllen',
    ],
    ['zu lang', { type: 'Input.Text', maxLength: 3 }, 'vier', 'höchstens 3 Zeichen'],
    ['Muster', { type: 'Input.Text', regex: '^[0-9]+$', errorMessage: 'Nur Ziffern' }, 'x1', 'Nur Ziffern'],
    ['keine Zahl', { type: 'Input.Number' }, 'viele', 'keine Zahl'],
    ['zu groß', { type: 'Input.Number', max: 9 }, 10, 'außerhalb des Bereichs'],
    ['kein Datum', { type: 'Input.Date' }, '12.06.2026', 'kein Datum'],
    ['zu früh', { type: 'Input.Date', min: '2026-06-12' }, '2026-06-11', 'außerhalb des Bereichs'],
    ['keine Uhrzeit', { type: 'Input.Time' }, '24:00', 'keine Uhrzeit'],
    ['zu spät', { type: 'Input.Time', max: '17:00' }, '17:01', 'außerhalb des Bereichs'],
    ['nicht angekreuzt', { type: 'Input.Toggle', title: 'Feld', isRequired: true }, false, 'Pflichtfeld'],
  ])('the client checks before sending: %s', (_name, input, entered, complaint) => {
    const card = screen(
      [{ id: 'field', label: 'Feld', ...input }],
      [{ type: 'Action.Submit', title: 'Los' }],
    );
    card.fill({ Feld: entered });
    expect(() => card.inputsFor(card.button('Los'))).toThrow(new ClientRefusal(`Feld: ${complaint}`));
    expect(card.inputsFor({ type: 'Action.Submit', associatedInputs: 'none' })).toEqual({});
  });

  it('takes choices by title, one or several, and refuses what is not offered', () => {
    const choices = [
      { title: 'Eins', value: '1' },
      { title: 'Zwei', value: '2' },
    ];
    const card = screen([
      { type: 'Input.ChoiceSet', id: 'one', label: 'Eine', choices, value: '2' },
      { type: 'Input.ChoiceSet', id: 'many', label: 'Mehrere', choices, isMultiSelect: true },
      { type: 'Input.Text', id: 'line', label: 'Zeile' },
    ]);
    expect(card.text).toBe('Eine: [Zwei]\nMehrere: [ ]\nZeile: [ ]');
    card.fill({ Eine: 'Eins', Mehrere: ['Eins', 'Zwei'] });
    expect(card.inputsFor({ type: 'Action.Submit' })).toEqual({ one: '1', many: '1,2' });
    expect(card.text).toBe('Eine: [Eins]\nMehrere: [Eins, Zwei]\nZeile: [ ]');
    expect(() => card.fill({ Eine: 'Drei' })).toThrow('"Eine" has no choice "Drei"; present: "Eins", "Zwei"');
    expect(() => card.fill({ Eine: ['Eins', 'Zwei'] })).toThrow(ClientRefusal);
    expect(() => card.fill({ Zeile: 'zwei\nZeilen' })).toThrow(ClientRefusal);
  });

  it('shows every choice that stands there at once, and takes one by a beginning that no other has', () => {
    const choices = [
      { title: '1 – Die Arbeit steht', value: 'a' },
      { title: '2 – Die Arbeit geht', value: 'b' },
      { title: '2 – Die Arbeit geht weiter', value: 'c' },
    ];
    const card = screen([
      { type: 'Input.ChoiceSet', id: 'one', label: 'Klasse', choices, style: 'expanded', value: 'b' },
    ]);
    expect(card.text).toBe(
      'Klasse: ( ) 1 – Die Arbeit steht (x) 2 – Die Arbeit geht ( ) 2 – Die Arbeit geht weiter',
    );
    expect(card.fill({ Klasse: '1' }) ?? card.value('Klasse')).toBe('a');
    expect(card.fill({ Klasse: '2 – Die Arbeit geht' }) ?? card.value('Klasse')).toBe('b');
    expect(card.fill({ Klasse: '2 – Die Arbeit geht w' }) ?? card.value('Klasse')).toBe('c');
    expect(() => card.fill({ Klasse: '2' })).toThrow('"Klasse" has no choice "2"');
  });

  it('shows mentions of the card and refuses two fields of one label', () => {
    const entities = [{ type: 'mention', text: '<at>Dispatcher Eins</at>', mentioned: { id: '29:1' } }];
    const twice = { type: 'Input.Text', label: 'Gleich' };
    const card = screen(
      [
        { type: 'TextBlock', text: '<at>Dispatcher Eins</at> <at>Jemand</at>' },
        { ...twice, id: 'a' },
        { ...twice, id: 'b' },
      ],
      [],
      { msteams: { entities } },
    );
    expect(card.text.split('\n')[0]).toBe('@Dispatcher Eins <at>Jemand</at>');
    expect(() => card.fill({ Gleich: 'x' })).toThrow('2 fields "Gleich"');
  });
});

describe('the clicks of a person', () => {
  const choices = [
    { title: 'Eins', value: '1' },
    { title: 'Zwei', value: '2' },
  ];
  const text = { type: 'Input.Text', id: 'text', label: 'Text' };
  const fields = [
    text,
    { type: 'Input.Text', id: 'more', label: 'Mehr' },
    { type: 'Input.ChoiceSet', id: 'list', label: 'Liste', choices },
    { type: 'Input.ChoiceSet', id: 'open', label: 'Offen', choices, style: 'expanded' },
    { type: 'Input.ChoiceSet', id: 'many', label: 'Viele', choices, isMultiSelect: true },
    { type: 'Input.Toggle', id: 'tick', label: 'Haken', title: 'Haken' },
    { type: 'Input.Date', id: 'day', label: 'Tag' },
  ];

  it.each([
    ['the field with the cursor', { Text: 'a' }, 0],
    ['another field', { Mehr: 'a' }, 1],
    ['the next one, where the Tab key leads', { Text: 'a', Mehr: 'b' }, 0],
    ['one that is not the next', { Text: 'a', Tag: '2026-06-10' }, 1],
    ['the one after a tick', { Haken: true, Tag: '2026-06-10' }, 1],
    ['a list that is opened', { Liste: 'Zwei' }, 2],
    ['a choice that stands there', { Offen: 'Zwei' }, 1],
    ['several of a list', { Viele: ['Eins', 'Zwei'] }, 3],
    ['a tick', { Haken: true }, 1],
    ['the cursor lost to a choice', { Offen: 'Eins', Text: 'a' }, 2],
    ['what is there already', { Haken: false, Text: null }, 0],
  ] as const)('given %s, then it counts what the hand does', (_what, filled, clicks) => {
    const counted = new Clicks();
    const card = new CardScreen({ type: 'AdaptiveCard', version: '1.5', body: fields }, counted).focusFirst();
    card.fill(filled as unknown as Record<string, string>);
    expect(counted.count).toBe(clicks);
  });

  it('counts a button once, and twice behind the menu', () => {
    const counted = new Clicks();
    const actions = [
      { type: 'Action.Submit', title: 'Los' },
      { type: 'Action.Submit', title: 'Dahinter', mode: 'secondary' },
    ];
    const card = new CardScreen({ type: 'AdaptiveCard', version: '1.5', body: [text], actions }, counted);
    card.pressed('Los');
    expect(counted.count).toBe(1);
    card.pressed('Dahinter');
    expect(counted.count).toBe(3);
    expect(() => card.pressed('Fehlt')).toThrow('No button "Fehlt"');
    card.fill({ Text: 'a' });
    expect(counted.count).toBe(4);
  });
});
