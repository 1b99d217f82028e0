import type { Place } from '../../../src/domain/organisation/place';
import { newcomerText } from '../../../src/texts/newcomers.de';
import { viewAt } from '../../support/view';
import { installation } from '../../support/installation';

const view = viewAt(0, installation);
const nord: Place = { kind: 'organisation', organisation: 'nord' };
const shared: readonly Place[] = [
  { kind: 'module', module: 'journal' },
  { kind: 'module', module: 'outage' },
];

describe('what is told of somebody who wants to be taken in', () => {
  it.each([
    ['Bereitschaft Neu', [nord], 'Bereitschaft Neu möchte aufgenommen werden. Geschrieben in: Netz Nord.'],
    [
      'Bereitschaft Neu',
      shared,
      'Bereitschaft Neu möchte aufgenommen werden. Geschrieben in: Kanal von Betriebstagebuch und Kanal von Störungsinformationstool.',
    ],
    ['Bereitschaft Neu', [], 'Bereitschaft Neu möchte aufgenommen werden. Geschrieben im privaten Chat.'],
    [
      undefined,
      [],
      'Jemand möchte aufgenommen werden; den Namen nennt Teams zurzeit nicht. Geschrieben im privaten Chat.',
    ],
  ])('says of %s who wrote in %j', (name, places, text) => {
    expect(newcomerText(name, places, view)).toBe(text);
  });
});
