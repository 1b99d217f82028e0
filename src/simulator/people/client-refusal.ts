/** The client refused: a field is missing or wrong, or a button is disabled. Nothing was sent. */
export class ClientRefusal extends Error {
  constructor(
    message: string,
    /** Messages at the fields by label, as the client shows them. */
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'ClientRefusal';
  }
}

/** What was looked for is not on the screen; the message lists what is. */
export class NotOnScreen extends Error {
  constructor(what: string, present: string[]) {
    super(
      `${what}; present: ${present.length === 0 ? 'nothing' : present.map((item) => `"${item}"`).join(', ')}`,
    );
    this.name = 'NotOnScreen';
  }
}
