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

export function originFromText(text: string): Origin | undefined {
  const [conversation, activityId, ...more] = text.split('|');
  if (!conversation || !activityId || more.length > 0) return undefined;
  return { conversation, activityId };
}
