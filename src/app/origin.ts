/** The card that opened a form. */
export interface Origin {
  /** The conversation's id without the thread. */
  readonly conversation: string;
  readonly activityId: string;
}

/** Its form in the report's form and event, opaque to the domain. */
export function originToText({ conversation, activityId }: Origin): string {
  return `${conversation}|${activityId}`;
}

/** An activity's id, which becomes part of a request path: it must not be able to lead to another path. */
const activityIdForm = /^(?!.*\.\.)[\w:-](?:[\w:.-]{0,198}[\w:-])?$/;

/** Undefined if the text, which may come from a client, does not have that form. */
export function originFromText(text: string): Origin | undefined {
  const [conversation, activityId, ...more] = text.split('|');
  if (!conversation || !activityId || more.length > 0 || !activityIdForm.test(activityId)) return undefined;
  return { conversation, activityId };
}
