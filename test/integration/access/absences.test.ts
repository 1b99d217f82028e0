import type { Absence, Installation } from '../../../src/domain/organisation/installation';
import { calls } from '../../support/calls';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { did, places, ticketCard } from '../../support/desk-steps';
import { filled, ticketAt } from '../../support/ticket-way';

const open = deskOfEachTest();

const away =
  (absence: Pick<Absence, 'to' | 'deputy'>) =>
  (sample: Installation): Installation => ({
    ...sample,
    absences: [{ person: 'maintainer-west', from: '2026-06-10', ...absence }],
  });
const deputy = 'maintainer-west-vertretung';

/** What the card of each place says of who has to act. */
function cardsOf(desk: Desk, number: string): readonly string[] {
  const { dispatch, journal, nord } = places(desk);
  return [dispatch, journal, nord].map((view) => ticketCard(view, number).unfolded);
}

describe('given a ticket that is assigned while somebody records that the assignee is away', () => {
  let desk: Desk;
  let number: string;
  beforeEach(async () => {
    desk = await open();
    number = await ticketAt(desk, 'assigned');
    await did(desk, places(desk).journal, number, 'Rückfrage', filled.question);
  });

  it('when time passes, then all of its cards say until when, and by whom they are replaced; a change follows, and the end', async () => {
    const { dispatch } = places(desk);
    const called = calls(dispatch).length;
    await desk.reorganises(away({ to: '2026-06-12' }));
    await desk.timePasses();
    for (const card of cardsOf(desk, number)) {
      expect(card).toContain('abwesend vom Mi 10.06.2026 bis Fr 12.06.2026');
      expect(card).not.toContain('Vertretung: ');
    }
    await desk.reorganises(away({ to: '2026-06-15', deputy }));
    await desk.timePasses();
    for (const card of cardsOf(desk, number)) {
      expect(card).toContain(
        'abwesend vom Mi 10.06.2026 bis Mo 15.06.2026, Vertretung: Maintainer West, Vertretung',
      );
    }
    // The cards that stand are edited; nobody is called for it.
    expect(calls(dispatch)).toHaveLength(called);
    desk.at('2026-06-16T00:01');
    await desk.timePasses();
    for (const card of cardsOf(desk, number)) expect(card).not.toContain('abwesend');
  });

  it('when the operator answers the assignee meanwhile, then the deputy is called in their stead', async () => {
    const { nord, journal2 } = places(desk);
    await desk.reorganises(away({ to: '2026-06-12', deputy }));
    await desk.timePasses();
    const before = calls(journal2).length;
    await did(desk, nord, number, 'Antworten', filled.answer);
    const since = calls(journal2).slice(before);
    expect(since.map(({ mentions }) => mentions)).toEqual([[deputy]]);
    expect(since[0]?.text).toContain(number);
  });
});
