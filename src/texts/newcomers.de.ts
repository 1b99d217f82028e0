import type { Place } from '../domain/organisation/place';
import { listed } from './parties.de';
import type { View } from './view';

export const newcomerWords = {
  heading: 'Neue Person',
  /** The button that opens the form of a new person. */
  takeIn: 'Aufnehmen',
  /** The list of those who are in a channel and nobody yet. */
  channel: 'Kanal',
  maybeKnown: 'Vielleicht schon eingetragen',
  rosterNotTold:
    'Teams nennt die Mitglieder dieses Kanals zurzeit nicht. Wer mir „Kennungen“ schreibt, wird Ihnen im Dispatcher-Kanal gemeldet.',
  toldOwners: 'Die Prozessverantwortlichen sind informiert.',
};

/** What the process owners are told; without a name where Teams does not say it, without places of a private chat. */
export function newcomerText(name: string | undefined, places: readonly Place[], view: View): string {
  const wish = 'möchte aufgenommen werden';
  const who =
    name === undefined ? `Jemand ${wish}; den Namen nennt Teams zurzeit nicht.` : `${name} ${wish}.`;
  const where =
    places.length === 0 ? 'im privaten Chat' : `in: ${listed(places.map((place) => view.placeName(place)))}`;
  return `${who} Geschrieben ${where}.`;
}
