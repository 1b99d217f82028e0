/** What can be wrong with the bot's answer to an invoke. docs/connector.md prints this table and each row has its test. */
export const answerFaults = {
  'no-answer': 'the bot cannot be reached or does not answer in 10 s ("Unable to reach app")',
  'http-status': 'the HTTP status is not 200',
  'not-an-action-answer': 'the answer to a button has no statusCode, type or value',
  'unknown-answer-type': 'the answer to a button is of a type Teams does not know',
  'message-not-text': 'a message answer has no text',
  'error-without-code': 'an error answer has no code and message or no status from 400 up',
  'card-in-answer': 'the card in the answer would be refused in a message too',
  'not-a-dialog-answer': 'the answer to a dialog request is neither a dialog nor a message',
  'dialog-without-card': 'a dialog has no Adaptive Card',
  'dialog-without-title': 'a dialog has no title',
  'dialog-size': 'height or width is neither a number nor small, medium or large',
  'execute-in-dialog': 'a dialog has an Action.Execute, which works in messages only',
} as const;

export type AnswerFaultName = keyof typeof answerFaults;

/** The bot's answer is one that the Teams client cannot use; a person would read an error. */
export class BotAnswerFault extends Error {
  constructor(
    readonly fault: AnswerFaultName,
    detail: string,
  ) {
    super(`${fault}: ${detail}`);
    this.name = 'BotAnswerFault';
  }
}
