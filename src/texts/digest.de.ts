import type { View } from './view';
import type { DeliveryState, JudgedReactions } from '../app/messages/digest';
import { formatDay } from './german-time';
import { commandNames, overdueListText } from './commands.de';
import { listed } from './parties.de';

/** The figures of a digest, in the order in which they are shown. */
export const figureNames = {
  open: 'Offen',
  dueToday: 'Heute fällig',
  overdue: 'Überfällig',
  waitingForOperator: 'Wartet auf Netzbetreiber',
  inProgress: 'In Bearbeitung',
  inTest: 'Test',
} as const;
export type FigureName = keyof typeof figureNames;

export const dailyDigestHeading = 'Tagesübersicht';

const maxNamed = 5;

/** The span begins with the last service day and ends where today begins, so that nothing is left out and nothing counted twice. */
export function reactionsText({ since, met, missed }: JudgedReactions): string {
  const span = `Reaktionen vom letzten Servicetag (${formatDay(since)}) bis heute 0 Uhr`;
  return met + missed === 0 ? `${span}: keine.` : `${span}: ${met} innerhalb der Frist, ${missed} versäumt.`;
}

/** 'Zustellung gestört: 17 Nachrichten, 9 Tickets – siehe „Übersicht“.': in one line, what `deliveryText` names. */
export function deliveryCountText(state: DeliveryState, view: View): string {
  const { late, unreached, silentPlaces, givenUp, setAside, unchecked } = state;
  const messages = givenUp.reduce((sum, { count }) => sum + count, late + silentPlaces.length);
  const tickets = new Set([...unreached, ...setAside, ...unchecked]).size;
  const counted = [
    ...(messages === 0 ? [] : [messages === 1 ? 'eine Nachricht' : `${messages} Nachrichten`]),
    ...(tickets === 0 ? [] : [tickets === 1 ? 'ein Ticket' : `${tickets} Tickets`]),
  ];
  return counted.length === 0
    ? deliveryText(state, view)
    : `Zustellung gestört: ${counted.join(', ')} – siehe „${commandNames.overview}“.`;
}

/** 'Zustellung: alles zugestellt.' only where nothing is stuck. */
export function deliveryText(state: DeliveryState, view: View): string {
  const { late, unreached, silentPlaces, givenUp, setAside, unchecked } = state;
  const parts = [
    ...(late === 0 ? [] : [late === 1 ? 'eine Nachricht wartet' : `${late} Nachrichten warten`]),
    ...(givenUp.length === 0 ? [] : [givenUpText(givenUp, view)]),
    ...(unreached.length === 0 ? [] : [`nicht zugestellt zu ${numbersText(unreached)}`]),
    ...(silentPlaces.length === 0
      ? []
      : [
          `der letzte Beitrag kam nicht an bei ${listed(silentPlaces.map((place) => view.placeName(place)))}`,
        ]),
  ];
  if (setAside.length > 0) parts.push(`aus ${numbersText(setAside)} ließen sich keine Nachrichten erstellen`);
  if (unchecked.length > 0) parts.push(`die Fristen von ${numbersText(unchecked)} ließen sich nicht prüfen`);
  return `Zustellung: ${parts.length === 0 ? 'alles zugestellt' : parts.join('; ')}.`;
}

/** What the process owner has to look into: stored data is not as the bot wrote it. */
export function findingsText(findings: number): string {
  const count = findings === 1 ? 'ein Befund' : `${findings} Befunde`;
  return `Achtung, Prüfung der gespeicherten Daten: ${count}. Sie wurden nicht vom Bot geändert; „npm run verify“ nennt die Stellen.`;
}

/** '3 Nachrichten konnten nicht zugestellt werden: Netz Nord GmbH (2) und Kanal von Betriebstagebuch (1)' */
function givenUpText(givenUp: DeliveryState['givenUp'], view: View): string {
  const total = givenUp.reduce((sum, { count }) => sum + count, 0);
  const places = givenUp.map(({ place, count }) =>
    givenUp.length === 1 ? view.placeName(place) : `${view.placeName(place)} (${count})`,
  );
  const subject = total === 1 ? 'eine Nachricht konnte' : `${total} Nachrichten konnten`;
  return `${subject} nicht zugestellt werden: ${listed(places)}`;
}

/** To the process owners, who run the bot, as soon as something does not reach its readers. */
export function troubleText(state: DeliveryState, view: View): string {
  return `${deliveryText(state, view)} „npm run deliveries“ zeigt auf dem Server, was aussteht, und verschickt oder verwirft es.`;
}

function numbersText(numbers: readonly string[]): string {
  const shown = numbers.slice(0, maxNamed);
  const hidden = numbers.length - shown.length;
  return hidden === 0 ? listed(shown) : `${shown.join(', ')} und ${hidden} weiteren`;
}

/** A long list is cut; the command shows the rest. */
export function restText(hidden: number): string {
  const more = hidden === 1 ? 'Ein weiteres Ticket' : `${hidden} weitere Tickets`;
  return `${more}: „${commandNames.openTickets}“, „${overdueListText}“.`;
}

/** What happens next, after the digest was ordered for a channel; `next` is absent where no service day is in sight. */
export function digestOnText(next: string | undefined): string {
  const first = next === undefined ? '' : `, die nächste am ${next}`;
  return `Die Tagesübersicht kommt von nun an jeden Servicetag in diesen Kanal${first}. „${commandNames.overview}“ zeigt den Stand sofort; mit „${commandNames.digestOff}“ bestellen Sie sie ab.`;
}

export function digestOffText(): string {
  return `Die Tagesübersicht kommt ab sofort nicht mehr in diesen Kanal. „${commandNames.overview}“ zeigt den Stand jederzeit; mit „${commandNames.digestOn}“ bestellen Sie sie wieder.`;
}

/** In a place that is no operator's channel. */
export const digestElsewhereText =
  'Die Tagesübersicht bestellt ein Netzbetreiber in seinem eigenen Kanal; in die Kanäle der Dispatcher und der Module kommt sie von selbst. Es wurde nichts geändert.';

/** To somebody of another organisation; the operator's name is the channel's own. */
export function digestNotYoursText(operator: string): string {
  return `Die Tagesübersicht dieses Kanals bestellen nur Personen von ${operator}. Es wurde nichts geändert.`;
}
