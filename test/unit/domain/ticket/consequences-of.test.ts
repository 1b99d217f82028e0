import { consequencesByDay, consequencesOf } from '../../../../src/domain/ticket/consequences-of';
import type { Installation } from '../../../../src/domain/organisation/installation';
import { consequencesByDayText, consequencesText } from '../../../../src/texts/consequences.de';
import { viewFor } from '../../../../src/texts/view';
import { accepted, assigned, inProgress, inTest, released } from '../../../support/given';
import { installation } from '../../../support/installation';
import { leaves, moduleMoves } from '../../../support/reorganised';

const numbered = (number: string, { stands }: ReturnType<typeof assigned>) => ({ ...stands, number });
const journal = [
  numbered('SP-2026-0001', assigned()),
  numbered('SP-2026-0002', inProgress()),
  numbered('SP-2026-0003', accepted()),
  numbered('SP-2026-0004', inTest()),
];
const outage = {
  ...numbered('SP-2026-0005', assigned()),
  module: 'outage',
  assignment: { organisation: 'contractor-b', person: 'maintainer-b1', since: 0 },
};
const tickets = [...journal, outage];
const after = leaves('maintainer-b1')(moduleMoves('journal', 'contractor-b', 'maintainer-b1')(installation));
const view = viewFor({ installation, now: assigned().now });
const said = (...change: Parameters<typeof consequencesOf>) =>
  consequencesText(consequencesOf(...change), view);

describe('given a change of the organisation', () => {
  it('when it takes tickets from their maintainers, then these are named by module', () => {
    expect(consequencesOf(installation, after, tickets)).toEqual([
      { module: 'journal', tickets: ['SP-2026-0001', 'SP-2026-0002', 'SP-2026-0004'] },
      { module: 'outage', tickets: ['SP-2026-0005'] },
    ]);
    expect(said(installation, after, tickets)).toBe(
      '4 offene Tickets gehen an die Wartungs-Dispatcher zurück: Betriebstagebuch (3) und Störungsinformationstool (1).',
    );
    expect(said(installation, after, [outage])).toBe(
      'Ein offenes Ticket geht an die Wartungs-Dispatcher zurück: Störungsinformationstool.',
    );
  });

  it('when nothing follows from it, or nothing more, then it says so', () => {
    const none = 'Keinem offenen Ticket wird dadurch die Zuweisung genommen.';
    expect(said(installation, leaves('maintainer-a2')(installation), tickets)).toBe(none);
    expect(said(after, leaves('maintainer-a1')(after), tickets)).toBe(none);
    expect(said(installation, after, [released().stands])).toBe(none);
  });

  it('when the bot then records what follows, then it is for the same tickets', () => {
    for (const [index, story] of [assigned(), inProgress(), accepted(), inTest()].entries()) {
      const told = consequencesOf(installation, after, [numbered('SP-2026-0009', story)]);
      expect(story.reorganised(() => after).length > 0).toBe(told.length > 0);
      expect(told.length > 0).toBe(index !== 2);
    }
  });

  it('when it takes effect on a day to come, then that day is named, and each ticket once', () => {
    const today = '2026-06-10';
    const until = (id: string, day: string) => (before: Installation) => ({
      ...before,
      people: before.people.map((each) => (each.id === id ? { ...each, until: day } : each)),
    });
    const leaving = until('maintainer-b1', '2026-06-30')(until('maintainer-a1', '2026-06-09')(installation));
    const days = consequencesByDay(installation, leaving, tickets, today);
    expect(days.map(({ day, unassigned }) => [day, unassigned.map(({ module }) => module)])).toEqual([
      ['2026-06-10', ['journal']],
      ['2026-07-01', ['outage']],
    ]);
    expect(consequencesByDayText(days, today, view)).toEqual([
      '3 offene Tickets gehen an die Wartungs-Dispatcher zurück: Betriebstagebuch (3).',
      'Ab Mi 01.07.2026: Ein offenes Ticket geht an die Wartungs-Dispatcher zurück: Störungsinformationstool.',
    ]);
    expect(consequencesByDayText([], today, view)).toEqual([
      'Keinem offenen Ticket wird dadurch die Zuweisung genommen.',
    ]);
  });
});
