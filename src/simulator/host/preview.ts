import { cardOf } from '../connector/activity-checks';
import { type JsonObject, textOf } from '../connector/json';
import { shownMessageText } from '../people/shown-text';
import { simulatorTexts } from '../../texts/simulator.de';

/**
 * What Teams says of a message in the activity feed, in notifications and in the list of chats, where it shows no card:
 * the text, of a card its `summary`, and without one only that there is a card.
 */
export function previewOf(activity: JsonObject): string {
  if (cardOf(activity) !== undefined) {
    return textOf(activity['summary'])?.trim() || simulatorTexts.cardWithoutSummary;
  }
  const shown = shownMessageText(textOf(activity['text']) ?? '', textOf(activity['textFormat']));
  return shown.replace(/<\/?at[^<>]*>/g, '').trim();
}
