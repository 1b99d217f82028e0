import type { Activity } from 'botbuilder';
import type { AdaptiveCardJson } from '../../../../../src/adapters/teams/cards/card-json';
import { fits } from '../../../../../src/adapters/teams/cards/card-room';
import {
  accessCallActivity,
  contractEndsActivity,
} from '../../../../../src/adapters/teams/sender/call-activities';
import type { Named } from '../../../../../src/adapters/teams/sender/mention-activity';
import type {
  Contract,
  ContractReminder,
  Installation,
} from '../../../../../src/domain/organisation/installation';
import type { Place } from '../../../../../src/domain/organisation/place';
import { lintCard } from '../../../../cards/card-linter';
import { stringsIn } from '../../../../cards/card-parts';
import { grantForNord, revokeFromNord } from '../../../../support/access';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';

const named: readonly Named[] = [
  { member: { id: '29:p', name: 'Person platform' } },
  { name: 'Person owner', because: 'absent' },
];
const view = viewAt(berlin('2026-06-12T14:00'));
const late = viewAt(berlin('2026-06-15T08:30'));
const dispatch: Place = { kind: 'dispatch' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };

function cardOf({ attachments = [] }: Partial<Activity>): AdaptiveCardJson {
  return attachments[0]?.content as AdaptiveCardJson;
}
const textsOf = (activity: Partial<Activity>) =>
  stringsIn(cardOf(activity)).flatMap(({ text, inData }) => (inData ? [] : [text]));

describe('a call to tasks of package access (process 8)', () => {
  it('given one that is new, then a sentence says what is to be done and until when', () => {
    const { text, summary } = accessCallActivity([grantForNord], named, view);
    expect(text).toBe(
      '<at>Person platform</at>, Person owner: Bitte richten Sie den Paketzugang von Netz Nord zu Betriebstagebuch ein; fällig bis Fr 12.06.2026, 14:00 Uhr.',
    );
    expect(summary).toMatch(/^Bitte richten Sie den Paketzugang von Netz Nord/);
  });

  it('given one that is late, then the sentence says since when', () => {
    const { text } = accessCallActivity([{ ...revokeFromNord, reminders: 1 }], [], late);
    expect(text).toBe(
      'Bitte entziehen Sie den Paketzugang von Netz Nord zu Betriebstagebuch; überfällig seit Fr 12.06.2026, 14:00 Uhr.',
    );
  });

  it('given several, then a card lists them and leads to all', () => {
    const newer = { ...revokeFromNord, module: 'outage', since: berlin('2026-06-12T10:00') };
    const activity = accessCallActivity([newer, grantForNord], named, late);
    expect(activity.summary).toBe('2 Zugänge einzurichten oder zu entziehen');
    expect(textsOf(activity)).toEqual(
      expect.arrayContaining([
        'Netz Nord – Betriebstagebuch',
        'Paketzugang einrichten, überfällig seit Fr 12.06.2026, 14:00 Uhr',
        'Netz Nord – Störungsinformationstool',
        'Paketzugang entziehen, fällig bis Di 16.06.2026, 17:00 Uhr',
        'Nicht in diesem Kanal: Person owner',
      ]),
    );
    expect(cardOf(activity).actions?.[0]?.['data']).toEqual({ do: 'list', list: 'accessTasks', page: 1 });
    expect(lintCard(cardOf(activity), 'message')).toEqual([]);
  });

  it.each([
    [11, '… und eine weitere'],
    [300, '… und 290 weitere'],
  ])('given %d, then ten stand there and the others are counted', (count, further) => {
    const tasks = Array.from({ length: count }, (_, index) => ({ ...grantForNord, id: `grant-${index}` }));
    const texts = textsOf(accessCallActivity(tasks, named, view));
    expect(texts.filter((text) => text === 'Netz Nord – Betriebstagebuch')).toHaveLength(10);
    expect(texts).toContain(further);
  });
});

/** With contracts that end on these days. */
function ending(changes: Readonly<Record<string, Partial<Contract>>>): Installation {
  return {
    ...installation,
    contracts: installation.contracts.map((each) => ({ ...each, ...changes[each.id] })),
  };
}
const remindersOf = ({ contracts }: Installation): readonly ContractReminder[] =>
  contracts.flatMap(({ id, to }) =>
    to === undefined || id === 'sued-journal' ? [] : [{ contract: id, to, daysBefore: 90 }],
  );

function told(recorded: Installation, place: Place, now = '2026-06-12T10:00') {
  return contractEndsActivity(
    { reminders: remindersOf(recorded), place },
    named,
    viewAt(berlin(now), recorded),
  );
}

describe('contracts that end, as their parties are told (process 8)', () => {
  const one = ending({ 'nord-journal': { to: '2026-09-08', noticeMonths: 2 } });

  it('given one, then its operator reads of which module, when, until when notice can be given, and what follows', () => {
    const activity = told(one, nord);
    expect(activity.summary).toBe('Vertragsende am Di 08.09.2026: Netz Nord, Betriebstagebuch');
    const texts = textsOf(activity);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Ein Pflegevertrag endet',
        'Betriebstagebuch',
        'endet am Di 08.09.2026 (in 88 Tagen)',
        'Kündigungsfrist: 2 Monate, Kündigung bis Mi 08.07.2026',
      ]),
    );
    expect(texts.join(' ')).toContain('werden für dieses Modul keine neuen Störungen angenommen');
    expect(cardOf(activity).actions?.[0]).toMatchObject({
      title: 'Vertrag',
      data: { do: 'list', list: 'ownContracts' },
    });
    expect(lintCard(cardOf(activity), 'message')).toEqual([]);
  });

  it('given it, then the process owners read of which operator, and are led to all contracts', () => {
    const activity = told(one, dispatch);
    expect(textsOf(activity)).toContain('Netz Nord – Betriebstagebuch');
    expect(cardOf(activity).actions?.[0]).toMatchObject({
      title: 'Verträge',
      data: { do: 'list', list: 'contracts' },
    });
    expect(lintCard(cardOf(activity), 'message')).toEqual([]);
  });

  it.each([
    ['2026-09-08T10:00', 'endet am Di 08.09.2026 (heute)'],
    ['2026-09-07T10:00', 'endet am Di 08.09.2026 (morgen)'],
    ['2026-09-01T10:00', 'endet am Di 08.09.2026 (in 7 Tagen)'],
  ])('when it is told at %s, then the days that are left then are said', (now, text) => {
    const texts = textsOf(told(one, dispatch, now));
    expect(texts).toContain(text);
    expect(texts).toContain('Kündigungsfrist: 2 Monate, abgelaufen am Mi 08.07.2026');
  });

  it('given several, then the first to end stands first', () => {
    const recorded = ending({ 'nord-journal': { to: '2026-09-08' }, 'nord-outage': { to: '2026-07-08' } });
    const texts = textsOf(told(recorded, nord));
    expect(texts).toContain('2 Pflegeverträge enden');
    expect(texts.indexOf('Störungsinformationstool')).toBeLessThan(texts.indexOf('Betriebstagebuch'));
    expect(texts.join(' ')).toContain('für diese Module');
  });
});

describe.each(['x', 'ä', '界', '😀', '"', '\\'])('given names as long as they may be, in "%s"', (fill) => {
  const long = (text: string) => `${text}${fill.repeat(200)}`.slice(0, 200);
  const ids = Array.from({ length: 300 }, (_, index) => `c-${index}`);
  const recorded: Installation = {
    ...installation,
    organisations: installation.organisations.map((each) => ({ ...each, name: long(each.name) })),
    modules: installation.modules.map((each) => ({ ...each, name: long(each.name) })),
    contracts: ids.map((id) => ({
      id,
      operator: 'nord',
      module: 'journal',
      from: '2024-01-01',
      to: '2026-06-30',
      noticeMonths: 12,
    })),
  };
  const people: readonly Named[] = [
    ...Array.from({ length: 10 }, (_, index) => ({
      member: { id: `29:${'x'.repeat(80)}`, name: `Wartungs-Dispatcher der Genossenschaft ${index}` },
    })),
    ...Array.from({ length: 10 }, (_, index) => ({ name: `Person ${index}`, because: 'absent' }) as const),
  ];
  const longView = viewAt(berlin('2026-06-12T10:00'), recorded);

  it.each([dispatch, nord])('when 300 contracts end at once, then Teams carries the post (%o)', (place) => {
    const activity = contractEndsActivity({ reminders: remindersOf(recorded), place }, people, longView);
    expect(fits(cardOf(activity))).toBe(true);
    expect(textsOf(activity)).toContain('… und 290 weitere');
  });

  it('when 300 tasks arise at once, then Teams carries the post', () => {
    const tasks = ids.map((id) => ({ ...grantForNord, id }));
    expect(fits(cardOf(accessCallActivity(tasks, people, longView)))).toBe(true);
  });
});
