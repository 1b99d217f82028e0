import type { AdaptiveCardJson } from '../../src/adapters/teams/cards/card-json';
import { renderTicketCard } from '../../src/adapters/teams/cards/ticket-card';
import type { Place } from '../../src/domain/organisation/place';
import { placeMayRead } from '../../src/domain/ticket/access';
import { isOpen } from '../../src/domain/ticket/ticket-state';
import { berlin } from '../support/given';
import { viewAt } from '../support/view';
import { type Sample, sampleTickets } from './sample-stories';
import type { TextField, Typing } from './typing';

const sentences: Readonly<Partial<Record<TextField, string>>> = {
  title: 'Schichtbuch bleibt nach dem Anmelden leer',
  description:
    'Seit dem Update von heute Nacht zeigt das Schichtbuch nach dem Anmelden keine Einträge mehr. Neue Einträge lassen sich anlegen, verschwinden aber nach dem Speichern. Ein Neustart des Dienstes und das Leeren des Zwischenspeichers haben nichts geändert. Betroffen sind alle Arbeitsplätze der Leitwarte; im Protokoll steht „Zeitüberschreitung beim Lesen der Schicht“. Wir führen das Buch derzeit auf Papier.',
  since: 'heute, 03:40 Uhr',
  moduleVersion: '3.2.1',
  workaround: 'Einträge auf Papier, am Ende der Schicht nachgetragen',
  missing:
    'Bitte ergänzen Sie die Version des Moduls und das Protokoll des Dienstes von 03:30 bis 04:00 Uhr.',
  reason: 'Der Betrieb läuft mit Umgehung weiter, die Leitwarte kann arbeiten.',
  answer: 'Version 3.2.1, das Protokoll liegt im Austauschordner der Leitwarte.',
  question: 'Tritt der Fehler auch mit einer neu angelegten Schicht auf?',
  noticeText: 'Das Schichtbuch zeigt nach dem Anmelden wieder alle Einträge.',
};

/** What people write on an ordinary day: sentences, some of them long. */
export const everyday: Typing = (field) => sentences[field] ?? `Angabe zu ${field}`;

const dispatch: Place = { kind: 'dispatch' };
const operator: Place = { kind: 'organisation', organisation: 'nord' };
const maintainer: Place = { kind: 'module', module: 'journal' };
const platform: Place = { kind: 'platform' };

/** The cards that people look at most: of each state, where somebody has to act or wants to know. */
const looked: readonly (readonly [sample: string, place: Place])[] = [
  ['requested', dispatch],
  ['requested', operator],
  ['requested at night', operator],
  ['breached', dispatch],
  ['returned', operator],
  ['accepted without maintainer', dispatch],
  ['assigned', dispatch],
  ['assigned', operator],
  ['assigned', maintainer],
  ['plan proposed', dispatch],
  ['plan proposed', operator],
  ['plan bound', maintainer],
  ['question open', operator],
  ['support requested', platform],
  ['test failed', maintainer],
  ['inTest', dispatch],
  ['closed with a fix', dispatch],
  ['closed with a fix', operator],
  ['declined', operator],
];

export interface EverydayCard {
  readonly name: string;
  readonly card: AdaptiveCardJson;
}

export function everydayCards(type: Typing = everyday): readonly EverydayCard[] {
  const ordinary = sampleTickets(type);
  const guarded = sampleTickets(type, { securityRelevant: true });
  return [
    ...looked.map(([name, place]) => drawn(name, found(ordinary, name), place)),
    drawn('security-relevant', found(guarded, 'requested'), dispatch),
    drawn('security-relevant', found(guarded, 'assigned'), operator),
  ];
}

/** As long as a title may be. */
const longTitle =
  'Schichtbuch bleibt nach dem Anmelden leer und die Übergabe der Schicht lässt sich nicht abschließen, weder hier noch da.';
const withLongTitle: Typing = (field) => (field === 'title' ? longTitle : everyday(field));
/** All that can be late, is. */
const muchLater = berlin('2026-08-01T10:00');

/** The card of every sample at every place that reads it, as things stand and long after, ordinary and security-relevant, with the longest title. */
export function everyEverydayCard(): readonly EverydayCard[] {
  return [false, true].flatMap((securityRelevant) =>
    sampleTickets(withLongTitle, { securityRelevant }).flatMap((sample) =>
      [dispatch, operator, maintainer, platform]
        .filter((place) => placeMayRead(place, sample.record.ticket))
        .flatMap((place) => {
          const name = `${securityRelevant ? 'security-relevant, ' : ''}${sample.name}`;
          const late = drawn(`${name}, late`, { ...sample, now: muchLater }, place);
          return [drawn(name, sample, place), ...(isOpen(sample.record.ticket) ? [late] : [])];
        }),
    ),
  );
}

function found(samples: readonly Sample[], name: string): Sample {
  const sample = samples.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`no sample "${name}"`);
  return sample;
}

function drawn(name: string, { record, readable, now }: Sample, place: Place): EverydayCard {
  const card = renderTicketCard({ record, place, readable, view: viewAt(now), mode: 'dialog' });
  return { name: `${name} at ${place.kind}`, card };
}
