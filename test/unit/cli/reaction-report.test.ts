import type { PublishedReaction } from '../../../src/app/ports/reaction-store';
import { cyclesCsv, inMonth, readMonth, spanAround, totalsCsv } from '../../../src/cli/reaction-report';
import { FieldError } from '../../../src/cli/field-error';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';

function reaction(number: number, overrides: Partial<PublishedReaction> = {}): PublishedReaction {
  const ticket = `SP-2026-000${number}`;
  return {
    id: `${ticket}:1`,
    ticket,
    cycle: 1,
    version: 3,
    operator: 'nord',
    module: 'journal',
    assigned: false,
    faultClass: 2,
    startedAt: berlin('2026-06-10T10:00'),
    deadline: berlin('2026-06-10T16:00'),
    reactedAt: berlin('2026-06-10T11:00'),
    result: 'met',
    decidedAt: berlin('2026-06-10T11:00'),
    ...overrides,
  };
}

const options = { installation, excel: false };
const missed = reaction(2, {
  result: 'missed',
  breachReason: 'reclassification',
  faultClass: 1,
  deadline: berlin('2026-06-10T14:00'),
});

describe('the report of a month', () => {
  it('given cycles, then there is one line each, by operator, class and deadline, with times of the calendar’s zone', () => {
    expect(
      cyclesCsv([reaction(1), reaction(3, { operator: 'sued' }), missed], options).split('\r\n'),
    ).toEqual([
      'Netzbetreiber,Klasse,Ticket,Zyklus,Modul,Beginn,Frist,Reaktion,Zurückgezogen,Ergebnis,Grund',
      'Netz Nord,1,SP-2026-0002,1,Betriebstagebuch,2026-06-10T10:00:00+02:00,2026-06-10T14:00:00+02:00,2026-06-10T11:00:00+02:00,,versäumt,Umklassifizierung',
      'Netz Nord,2,SP-2026-0001,1,Betriebstagebuch,2026-06-10T10:00:00+02:00,2026-06-10T16:00:00+02:00,2026-06-10T11:00:00+02:00,,eingehalten,',
      'Netz Süd,2,SP-2026-0003,1,Betriebstagebuch,2026-06-10T10:00:00+02:00,2026-06-10T16:00:00+02:00,2026-06-10T11:00:00+02:00,,eingehalten,',
      '',
    ]);
  });

  it('given cycles, then the totals are by operator and class, and of all', () => {
    const withdrawn = reaction(4, { result: 'withdrawn' });
    const open = reaction(5, { result: 'open', operator: 'sued', faultClass: 4 });
    expect(totalsCsv([reaction(1), missed, withdrawn, open], options).split('\r\n')).toEqual([
      'Netzbetreiber,Klasse,eingehalten,versäumt,offen,zurückgezogen,Zyklen',
      'Netz Nord,1,0,1,0,0,1',
      'Netz Nord,2,1,0,0,1,2',
      'Netz Süd,4,0,0,1,0,1',
      'Alle,alle,1,1,1,1,4',
      '',
    ]);
  });

  it('given two operators with the same name, then each has lines of its own, told apart', () => {
    const organisations = installation.organisations.map((each) =>
      each.id === 'sued' ? { ...each, name: 'netz  nord' } : each,
    );
    const same = { installation: { ...installation, organisations }, excel: false };
    const csv = totalsCsv(
      [reaction(1), reaction(3, { operator: 'sued' }), reaction(4, { operator: 'sued' })],
      same,
    );
    expect(csv.split('\r\n').slice(1, -1)).toEqual([
      'netz  nord (sued),2,2,0,0,0,2',
      'Netz Nord (nord),2,1,0,0,0,1',
      'Alle,alle,3,0,0,0,3',
    ]);
  });

  it('given a name that a spreadsheet would take for a formula, then it is none', () => {
    const organisations = installation.organisations.map((each) =>
      each.id === 'nord' ? { ...each, name: '=HYPERLINK("http://example.org")' } : each,
    );
    const csv = cyclesCsv([reaction(1)], { installation: { ...installation, organisations }, excel: false });
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")",2,`);
  });

  it('given Excel, then the columns are parted by semicolons, after the mark of the encoding', () => {
    expect(totalsCsv([], { installation, excel: true })).toMatch(/^\uFEFFNetzbetreiber;Klasse;/);
  });

  it('given an operator and a module that have left the file, then their ids stand there', () => {
    const csv = cyclesCsv([reaction(1, { operator: 'fort', module: 'weg' })], options);
    expect(csv).toContain('fort,2,SP-2026-0001,1,weg,');
  });

  it.each([
    ['2026-05-31T23:59', false],
    ['2026-06-01T00:00', false],
    ['2026-06-01T00:01', true],
    ['2026-06-30T23:59', true],
    ['2026-07-01T00:00', true],
    ['2026-07-01T00:01', false],
  ])('given a deadline at %s in the calendar’s zone, then that it is in June is %s', (local, expected) => {
    const deadline = berlin(local);
    const { from, to } = spanAround('2026-06');
    expect(deadline >= from && deadline < to).toBe(true);
    expect(inMonth(reaction(1, { deadline }), '2026-06', installation.calendars)).toBe(expected);
  });

  it.each(['2026-12', '1970-01', '2199-12'])('given %s, then its span is longer than the month', (month) => {
    const { from, to } = spanAround(readMonth(month));
    expect(to - from).toBeGreaterThan(34 * 86_400_000);
  });

  it.each([undefined, '2026', '2026-13', '2026-6', '06-2026', '1969-12', '2200-01'])(
    'given %s, then it is no month, and the sentence names the argument',
    (text) => {
      expect(() => readMonth(text)).toThrow(FieldError);
      expect(() => readMonth(text)).toThrow(/^--month: Erwartet wird ein Monat als JJJJ-MM/);
    },
  );
});
