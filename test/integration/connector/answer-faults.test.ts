import type { InvokeResponse } from 'botbuilder';
import { startConnector, type Connector } from '../../../src/simulator/connector/connector';
import { BotAnswerFault, type AnswerFaultName } from '../../../src/simulator/people/answer-faults';
import { person } from '../../../src/simulator/people/person';
import { botClient, send } from './bot-client';
import { adaptive, card, cardAnswer, dialogAnswer, text, withCard } from './card-samples';
import { startMiniBot, type MiniBot } from './mini-bot';
import { generalChannel, sampleWorld } from './sample-world';

const execute = { type: 'Action.Execute', title: 'Los', verb: 'go' };
const ok = (body: unknown): InvokeResponse => ({ status: 200, body });
const action = (statusCode: number, type: string, value: unknown) => ok({ statusCode, type, value });

/** The wrong answers of each kind, and which button they answer. The type keeps the list complete. */
const wrongAnswers: Record<AnswerFaultName, { button: 'Los' | 'Dialog'; answers: InvokeResponse[] }> = {
  'no-answer': { button: 'Los', answers: [] },
  'http-status': { button: 'Los', answers: [{ status: 500 }, { status: 501 }, { status: 404, body: {} }] },
  'not-an-action-answer': { button: 'Los', answers: [ok({}), ok({ statusCode: 200, type: adaptive })] },
  'unknown-answer-type': { button: 'Los', answers: [action(200, 'application/json', {})] },
  'message-not-text': {
    button: 'Los',
    answers: [action(200, 'application/vnd.microsoft.activity.message', { text: 'x' })],
  },
  'error-without-code': {
    button: 'Los',
    answers: [
      action(400, 'application/vnd.microsoft.error', { message: 'x' }),
      action(200, 'application/vnd.microsoft.error', { code: 'x', message: 'x' }),
    ],
  },
  'card-in-answer': {
    button: 'Los',
    answers: [
      cardAnswer(card([], [{ type: 'Action.Execute', title: 'ohne verb' }])),
      cardAnswer({ contentType: adaptive, content: card([]) }),
    ],
  },
  'not-a-dialog-answer': {
    button: 'Dialog',
    answers: [ok({}), ok({ task: { type: 'weiter' } }), cardAnswer(card([text('x')]))],
  },
  'dialog-without-card': {
    button: 'Dialog',
    answers: [ok({ task: { type: 'continue', value: { title: 'x', card: card([text('x')]) } } })],
  },
  'dialog-without-title': { button: 'Dialog', answers: [dialogAnswer(' ', card([text('x')]))] },
  'dialog-size': { button: 'Dialog', answers: [dialogAnswer('x', card([text('x')]), { width: 'riesig' })] },
  'execute-in-dialog': { button: 'Dialog', answers: [dialogAnswer('x', card([text('x')], [execute]))] },
};

describe('people cannot use an answer with', () => {
  let bot: MiniBot;
  let connector: Connector;

  beforeEach(async () => {
    bot = await startMiniBot();
    connector = await startConnector({
      world: sampleWorld(),
      botEndpoint: bot.url,
      now: () => 0,
      answerWithin: 3_000,
    });
    const dialog = { type: 'Action.Submit', title: 'Dialog', data: { msteams: { type: 'task/fetch' } } };
    await send(
      botClient(connector.serviceUrl),
      generalChannel,
      withCard(card([text('Karte')], [execute, dialog])),
    );
  });

  afterEach(async () => {
    await bot.close();
    await connector.close();
  });

  async function faultOf(button: string): Promise<string> {
    const shown = person(connector, 'dispatcher-1').in('General').card();
    const before = shown.text;
    const fault: unknown = await shown.press(button).catch((error: unknown) => error);
    if (!(fault instanceof BotAnswerFault)) throw new Error(`no fault but ${String(fault)}`);
    expect(shown.text).toBe(before);
    return fault.fault;
  }

  it.each(Object.keys(wrongAnswers) as AnswerFaultName[])('%s', async (name) => {
    const { button, answers } = wrongAnswers[name];
    for (const answer of answers) {
      bot.does(() => Promise.resolve(answer));
      expect(await faultOf(button)).toBe(name);
    }
    if (name !== 'no-answer') return;
    let letGo = (): void => undefined;
    bot.does(() => new Promise((resolve) => (letGo = resolve)));
    expect(await faultOf(button)).toBe(name);
    letGo();
    await bot.close();
    expect(await faultOf(button)).toBe(name);
    await bot.close();
  });

  it('nothing wrong: a good card, message, error, dialog and closing are taken as what they are', async () => {
    const shown = person(connector, 'dispatcher-1').in('General').card().frozen();
    const kinds: string[] = [];
    for (const answer of [
      cardAnswer(card([text('neu')])),
      action(200, 'application/vnd.microsoft.activity.message', 'Nur Dispatcher'),
      action(400, 'application/vnd.microsoft.error', { code: 'wrongState', message: 'Bereits erledigt' }),
    ]) {
      bot.does(() => Promise.resolve(answer));
      kinds.push((await shown.press('Los')).kind);
    }
    const again = dialogAnswer('x', card([text('y')], [{ type: 'Action.Submit', title: 'Weiter' }]), {
      height: 400,
    });
    const task = ok({ task: { type: 'message', value: 'Danke' } });
    for (const answer of [again, again, ok(undefined), task]) {
      bot.does(() => Promise.resolve(again));
      const { dialog } = await shown.press('Dialog');
      bot.does(() => Promise.resolve(answer));
      kinds.push((await dialog.submit('Weiter')).kind);
      await expect(dialog.submit('Weiter')).rejects.toThrow('no longer open');
    }
    expect(kinds).toEqual(['card', 'message', 'error', 'dialog', 'dialog', 'closed', 'message']);
  });
});
