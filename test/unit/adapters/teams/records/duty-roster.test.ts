import { dutyList } from '../../../../../src/adapters/teams/records/duty-list';
import { dutyWeekForm } from '../../../../../src/adapters/teams/records/duty-week-form';
import { defined } from '../../../../../src/defined';
import { personById } from '../../../../../src/domain/organisation/find';
import type { DutyDay, Installation, Person } from '../../../../../src/domain/organisation/installation';
import { aroundTheClock, installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { commandOf, contextOf, errorsOf, type Opened, rowsOf } from './record-support';

const withDuty = (...duty: readonly DutyDay[]): Installation => ({ ...installation, duty });
const fieldsOf = (opened: Opened) => dutyWeekForm.fields(contextOf(opened));

describe('the duty roster by the week (process 2, Warnings)', () => {
  const now = '2026-12-09T12:00';

  it('given a week, then the list names it, its service days and who is on duty, all where nobody is named', () => {
    const recorded = withDuty(
      { day: '2026-12-07', dispatchers: ['dispatcher-1'] },
      { day: '2026-12-08', dispatchers: ['dispatcher-2', 'dispatcher-1'] },
      { day: '2026-12-09', dispatchers: [] },
    );
    const rows = rowsOf(dutyList, { recorded, now });
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual({
      text: 'KW 50: Mo 07.12.2026 bis Fr 11.12.2026',
      details: [
        'Mo 07.12.: Person dispatcher-1',
        'Di 08.12.: Person dispatcher-2; Person dispatcher-1',
        'Mi 09.12.: alle',
        'Do 10.12.: alle',
        'Fr 11.12.: alle',
      ],
      buttons: [{ title: 'Ändern', form: 'dutyWeek', of: '2026-12-07' }],
    });
    expect(rows[1]?.details).toEqual(['Niemand ist eingeteilt: Es werden alle Wartungs-Dispatcher gerufen.']);
    expect(rows.slice(1, 5).map(({ text }) => text)).toEqual([
      'KW 51: Mo 14.12.2026 bis Fr 18.12.2026',
      'KW 52: Mo 21.12.2026 bis Fr 25.12.2026',
      'KW 53: Mo 28.12.2026 bis Fr 01.01.2027',
      'KW 1: Mo 04.01.2027 bis Fr 08.01.2027',
    ]);
  });

  it('given holidays, then there is no duty on them', () => {
    const recorded = withDuty({ day: '2026-12-21', dispatchers: ['dispatcher-1'] });
    const christmas = rowsOf(dutyList, { recorded, now })[2]?.details.map((text) => text.slice(0, 9));
    expect(christmas).toEqual(['Mo 21.12.', 'Di 22.12.', 'Mi 23.12.', 'Do 24.12.']);
  });

  it('given service time on all days, then the week goes to Sunday', () => {
    const duty = [{ day: '2026-12-13', dispatchers: ['dispatcher-1'] }];
    const [row] = rowsOf(dutyList, { recorded: { ...aroundTheClock, duty }, now });
    expect(row?.text).toBe('KW 50: Mo 07.12.2026 bis So 13.12.2026');
    expect(row?.details).toHaveLength(7);
  });

  it.each([
    ['the last instant of Sunday', '2026-12-13T23:59', 'KW 50'],
    ['Monday at midnight', '2026-12-14T00:00', 'KW 51'],
    ['the week in which the clock changes', '2026-10-25T02:30', 'KW 43'],
  ])('given %s, then the list begins with its week', (_, at, week) => {
    expect(rowsOf(dutyList, { now: at })[0]?.text.slice(0, 5)).toBe(week);
  });

  it('given a week of which no service day is left, then there is nothing to change', () => {
    const [row] = rowsOf(dutyList, { now: '2026-12-12T12:00' });
    expect(row?.buttons).toEqual([]);
    const opened = { now: '2026-12-12T12:00', of: '2026-12-07' };
    expect(errorsOf(dutyWeekForm, opened)['']).toContain('keinen Servicetag mehr');
  });
});

describe('the form of a week of duty', () => {
  const opened: Opened = { now: '2026-12-09T12:00', of: '2026-12-07', role: 'dispatcher' };

  it('given a week that has begun, then the days that are not past are planned', () => {
    expect(fieldsOf(opened).map(({ id, kind, label }) => `${id} ${kind} ${label}`)).toEqual([
      '2026-12-09 several Mi 09.12.2026',
      '2026-12-10 several Do 10.12.2026',
      '2026-12-11 several Fr 11.12.2026',
    ]);
    expect(fieldsOf(opened)[0]?.choices?.map(({ value }) => value)).toEqual(['dispatcher-1', 'dispatcher-2']);
  });

  it('given what was chosen, then the command has every day; nobody chosen is nobody named', () => {
    expect(commandOf(dutyWeekForm, opened, { '2026-12-10': 'dispatcher-2' })).toEqual({
      type: 'planDuty',
      days: [
        { day: '2026-12-09', dispatchers: [] },
        { day: '2026-12-10', dispatchers: ['dispatcher-2'] },
        { day: '2026-12-11', dispatchers: [] },
      ],
    });
  });

  it('given a planned day, when nothing is typed, then it stays as recorded, in its order', () => {
    const duty = { day: '2026-12-11', dispatchers: ['dispatcher-2', 'dispatcher-1'] };
    const command = commandOf(dutyWeekForm, { ...opened, recorded: withDuty(duty) });
    expect(command).toMatchObject({ days: [{}, {}, duty] });
  });

  it('given somebody named who dispatches no more then, then they are not offered, and go with the next change', () => {
    const recorded: Installation = {
      ...withDuty({ day: '2026-12-11', dispatchers: ['dispatcher-1', 'dispatcher-2'] }),
      people: installation.people.map((each) =>
        each.id === 'dispatcher-1' ? { ...each, until: '2026-12-10' } : each,
      ),
    };
    const offered = fieldsOf({ ...opened, recorded }).map(({ choices = [] }) => choices.length);
    expect(offered).toEqual([2, 2, 1]);
    const command = commandOf(dutyWeekForm, { ...opened, recorded });
    expect(command).toMatchObject({ days: [{}, {}, { dispatchers: ['dispatcher-2'] }] });
  });

  it('given an absent dispatcher, then their choice says so on the days of the absence alone', () => {
    const absences = [{ person: 'dispatcher-2', from: '2026-12-10', to: '2026-12-10' }];
    const recorded = { ...installation, absences };
    const titles = fieldsOf({ ...opened, recorded }).map(({ choices }) => choices?.[1]?.title);
    expect(titles).toEqual(['Person dispatcher-2', 'Person dispatcher-2 (abwesend)', 'Person dispatcher-2']);
  });

  it.each([undefined, '2026-11-30', '2026-12-08', '2027-02-01', '2026-12-7', 'x'])(
    'given the forged key %s, then there is nothing to fill in',
    (of) => {
      const forged = { now: '2026-12-09T12:00', ...defined({ of }) };
      expect(errorsOf(dutyWeekForm, forged, { '2026-12-10': 'dispatcher-1' })).toHaveProperty('');
      expect(fieldsOf(forged)).toEqual([]);
    },
  );

  it('given the last of the weeks, then it can be planned', () => {
    expect(fieldsOf({ ...opened, of: '2027-01-25' })).toHaveLength(5);
  });

  it.each(['owner', 'nord-1', 'dispatcher-1,nord-1', 'dispatcher-1;dispatcher-2'])(
    'given %s, then nobody but those who dispatch is taken',
    (text) => {
      expect(Object.keys(errorsOf(dutyWeekForm, opened, { '2026-12-10': text }))).toEqual(['2026-12-10']);
    },
  );

  it('given 500 people, then whoever is named is among what is offered, and no list is too long', () => {
    const large = largeOrganisation();
    const people = large.people.map((each): Person => ({ ...each, roles: [{ role: 'dispatcher' }] }));
    const named = ['person-499', 'person-450'];
    const recorded = {
      ...large,
      people: [...people, personById(installation, 'owner') as Person],
      duty: [{ day: '2026-12-10', dispatchers: named }],
    };
    const [, day] = fieldsOf({ ...opened, recorded });
    expect(day?.choices).toHaveLength(60);
    expect(commandOf(dutyWeekForm, { ...opened, recorded })).toMatchObject({
      days: [{}, { dispatchers: named }, {}],
    });
    expect(rowsOf(dutyList, { recorded, now: '2026-12-09T12:00' })[0]?.details[3]).toContain('Person 499');
  });

  it('given the form, then it is sent at once: what it changes is what it shows', () => {
    expect(dutyWeekForm).not.toHaveProperty('check');
  });
});
