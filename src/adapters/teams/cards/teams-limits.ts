/** What Teams takes of a card and of a message; stated here and nowhere else. */

/** Actions of a card that Teams shows; more are left out without a word. */
export const maxButtons = 6;

/** A message with its card may take 28 KB, in bytes; what stands around the card is left room. */
export const maxMessageBytes = 28_000;

/** A card that is posted or edited: mentions and the names of the conversation need the rest. */
export const maxCardBytes = maxMessageBytes - 3_000;

/** A card that only answers a press or stands in a dialog. */
export const maxAnswerBytes = maxMessageBytes - 1_000;
