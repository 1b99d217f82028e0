import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';
import { handbookTable } from '../../support/handbook';
import { otherWays } from './stories/other-ways';
import { repaired } from './stories/repaired';
import { beginning, type Happening, placeNames, type PlaceName, type Sent } from './stories/story';

const stories = [repaired, ...otherWays];

/** Those who are mentioned, as the handbook's table names them. */
const peopleNames: Readonly<Record<string, string>> = {
  'dispatcher-1, dispatcher-2': 'alle Wartungs-Dispatcher',
  'dispatcher-1, dispatcher-2, prozess': 'alle Wartungs-Dispatcher, Prozessverantwortlicher',
  'dispatcher-1': 'der zuständige Dispatcher',
  'dispatcher-2': 'die übrigen Wartungs-Dispatcher',
  'leitwarte-nord-a, leitwarte-nord-b': 'alle Personen des Netzbetreibers',
  'maintainer-west': 'der zuständige Maintainer',
  plattform: 'Plattform-Maintainer',
  prozess: 'Prozessverantwortlicher',
};
/** In a private chat nobody is mentioned: what calls its reader begins with their name. */
const ownNames: Partial<Record<PlaceName, string>> = {
  sued: 'Leitstelle Süd, Schicht A: ',
  suedB: 'Leitstelle Süd, Schicht B: ',
};
const watched = Object.keys(placeNames) as readonly PlaceName[];

/** Hears what the bot sends, place by place. */
class Ears {
  private readonly heard = new Set<string>();

  constructor(private readonly desk: Desk) {}

  /** What was sent since the last time. */
  news(): readonly Sent[] {
    return watched.flatMap((where) => this.newsIn(where, places(this.desk)[where]));
  }

  private newsIn(where: PlaceName, view: PlaceView): readonly Sent[] {
    const news = view
      .shows()
      .filter(({ id, message }) => message.author === undefined && !this.heard.has(id));
    return news.map(({ id, message: { activity }, mentions, text }) => {
      this.heard.add(id);
      return [where, String(activity['summary']).slice(0, beginning), calledBy(where, mentions, text)];
    });
  }
}

function calledBy(where: PlaceName, mentions: readonly string[], text: string): string {
  const ownName = ownNames[where];
  if (ownName !== undefined) return text.startsWith(ownName) ? 'wer dort liest' : '';
  const people = mentions.join(', ');
  return peopleNames[people] ?? people;
}

/** The rows of the handbook's table that follow from what happens; what calls nobody has none. */
const rowsOf = ({ what, sends }: Happening) =>
  sends.filter(([, , called]) => called !== '').map(([where, , called]) => [what, placeNames[where], called]);

describe('who is called, and by what', () => {
  const openDesk = deskOfEachTest();
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });

  test.each(stories)(
    '$given, when it goes its way, then these messages are sent and no others, and each calls whom it is for',
    async ({ happens }) => {
      const ears = new Ears(desk);
      let number = '';
      const heard: Omit<Happening, 'does'>[] = [];
      for (const { what, does } of happens) {
        number = await does(desk, number);
        heard.push({ what, sends: ears.news() });
      }
      expect(heard).toEqual(happens.map(({ what, sends }) => ({ what, sends })));
    },
  );
});

test('given the handbook, then its table says who was called in these stories, and no more', () => {
  const rows = stories.flatMap(({ happens }) => happens.flatMap(rowsOf)).map((row) => row.join(' | '));
  expect(handbookTable('Wer wird wann gerufen').map((row) => row.join(' | '))).toEqual([...new Set(rows)]);
});
