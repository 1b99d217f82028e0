import type { Desk } from '../../../support/desk';
import { did, type Fields, places } from '../../../support/desk-steps';

/** Every place of the sample once, as the handbook's table names it. */
export const placeNames = {
  dispatch: '„Dispatch“',
  nord: 'Kanal des Netzbetreibers',
  journal: 'Kanal des Moduls',
  platform: '„Plattform“',
  sued: 'privater Chat anderer betroffener Netzbetreiber',
  suedB: 'privater Chat anderer betroffener Netzbetreiber',
  outage: 'Kanal eines anderen Moduls',
} as const;
export type PlaceName = keyof typeof placeNames;

/** One message of the bot: where, how its summary begins, and whom it calls, in the handbook's words; '' for nobody. */
export type Sent = readonly [where: PlaceName, summary: string, called: string];
/** So much of a summary tells one message from another. */
export const beginning = 60;

/** What happens to one ticket. */
export interface Story {
  readonly given: string;
  readonly happens: readonly Happening[];
}

/** Something that happens to a ticket, in the handbook's words, and every message that the bot sends because of it. */
export interface Happening {
  readonly what: string;
  /** Answers the number of the ticket where it opens one. */
  readonly does: (desk: Desk, number: string) => Promise<string>;
  readonly sends: readonly Sent[];
}

/** Somebody acts on the ticket's card in the place. */
export const act =
  (where: PlaceName, action: string, fields: Fields = {}) =>
  async (desk: Desk, number: string) => {
    await did(desk, places(desk)[where], number, action, fields);
    return number;
  };
export const returns = act('dispatch', 'Zurückweisen (Angaben fehlen)', {
  'Welche Angaben fehlen': 'Welche Version?',
});
/** It is so late, and what is due by then has come. */
export const clockShows = (time: string) => async (desk: Desk, number: string) => {
  desk.at(time);
  await desk.timePasses();
  return number;
};
