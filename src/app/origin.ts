/** The card that opened a form. */
export interface Origin {
  /** The conversation's id without thread. */
  readonly conversation: string;
  readonly activityId: string;
}

/** As it travels through the form and the report's event, opaque to the domain. */
export function originToText({ conversation, activityId }: Origin): string {
  return `${conversation}|${activityId}`;
}

/** An activity's id, which becomes part of a request's path: nothing in it may lead to another path. */
const activityIdForm = /^(?!.*\.\.)[\w:-](?:[\w:.-]{0,198}[\w:-])?$/;

/** Undefined where the text, which a client may have written, is not of that form. */
export function originFromText(text: string): Origin | undefined {
  const [conversation, activityId, ...more] = text.split('|');
  if (!conversation || !activityId || more.length > 0 || !activityIdForm.test(activityId)) return undefined;
  return { conversation, activityId };
}
