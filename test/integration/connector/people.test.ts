import type { TurnContext } from 'botbuilder';
import { startConnector, type Connector } from '../../../src/simulator/connector/connector';
import { ClientRefusal, NotOnScreen } from '../../../src/simulator/people/client-refusal';
import { person, type Person } from '../../../src/simulator/people/person';
import { botClient, send } from './bot-client';
import { card, cardAnswer, dialogAnswer, withCard } from './card-samples';
import { startMiniBot, type MiniBot } from './mini-bot';
import { generalChannel, sampleWorld, sharedChannel } from './sample-world';

const noon = Date.parse('2026-06-12T10:00:00Z');

describe('people in front of the strict Teams', () => {
  let bot: MiniBot;
  let connector: Connector;
  let dispatcher: Person;
  let second: Person;

  beforeEach(async () => {
    bot = await startMiniBot();
    connector = await startConnector({ world: sampleWorld(), botEndpoint: bot.url, now: () => noon });
    dispatcher = person(connector, 'dispatcher-1');
    second = person(connector, 'dispatcher-2');
  });

  afterEach(async () => {
    await bot.close();
    await connector.close();
  });

  it('given a mention in a shared channel, the bot gets the message with the hosting tenant and its team, when somebody of another tenant writes', async () => {
    await person(connector, 'operator').in(sharedChannel).writes('@Software-Pflege Störung melden');
    expect(bot.received).toHaveLength(1);
    expect(bot.received[0]).toMatchObject({
      type: 'message',
      text: '<at>Software-Pflege</at> Störung melden',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      locale: 'de-DE',
      from: { id: '29:operator', aadObjectId: '00000000-0000-4000-8000-0000000000f1' },
      recipient: { id: '28:11111111-2222-4333-8444-555555555555' },
      conversation: { conversationType: 'channel', tenantId: connector.world.teams[0]?.tenantId },
      channelData: {
        team: { id: generalChannel, aadGroupId: 'cccccccc-0000-4000-8000-000000000003' },
        channel: { id: sharedChannel, type: 'shared' },
      },
    });
    expect(connector.record.deliveries[0]?.activity['localTimestamp']).toBe('2026-06-12T12:00:00+02:00');
    const { id, conversation } = bot.received[0] ?? {};
    expect(conversation?.id).toBe(`${sharedChannel};messageid=${id}`);
  });

  it('keeps from the bot what does not mention it in a channel, and shows it to the others', async () => {
    const written = await dispatcher.in('General').writes('Guten Morgen @Dispatcher Zwei');
    expect(written.delivery).toBeUndefined();
    expect(bot.received).toHaveLength(0);
    const seen = second.in('General').message('Guten Morgen');
    expect([seen.author, seen.text, seen.mentions]).toEqual([
      'Dispatcher Eins',
      'Guten Morgen @Dispatcher Zwei',
      ['dispatcher-2'],
    ]);
  });

  it('an answer to a pressed button replaces the card for that person, until the message is edited', async () => {
    bot.does(async (context: TurnContext) => {
      if (context.activity.type === 'invoke') {
        return cardAnswer(card([{ type: 'TextBlock', text: 'Analyse läuft' }]));
      }
      const start = { type: 'Action.Execute', title: 'Analyse starten', verb: 'start', data: { ticket: 1 } };
      await context.sendActivity(withCard(card([{ type: 'TextBlock', text: '**Neu**' }], [start])));
      return undefined;
    });
    await dispatcher.in('General').writes('@Software-Pflege Hilfe');
    const mine = await dispatcher.in('General').waitsForCard('Neu');
    const theirs = second.in('General').card('Neu');
    expect(mine.text).toBe('Neu\n[Analyse starten]');
    const old = mine.frozen();
    const outcome = await mine.press('Analyse starten');
    expect(outcome.kind).toBe('card');
    expect(mine.text).toBe('Analyse läuft');
    expect(theirs.text).toBe('Neu\n[Analyse starten]');
    expect(bot.received.at(-1)).toMatchObject({
      name: 'adaptiveCard/action',
      replyToId: mine.message.id,
      value: { action: { verb: 'start', data: { ticket: 1 } }, trigger: 'manual' },
    });
    await expect(mine.press('Analyse starten')).rejects.toThrow(NotOnScreen);
    expect((await old.press('Analyse starten')).text).toBe('Analyse läuft');

    const edited = withCard(card([{ type: 'TextBlock', text: 'Zugewiesen' }]));
    await botClient(connector.serviceUrl).conversations.updateActivity(
      generalChannel,
      mine.message.id,
      edited,
    );
    expect([mine.text, theirs.text]).toEqual(['Zugewiesen', 'Zugewiesen']);
  });

  it('opens, fills and submits a dialog, and the client checks the fields before', async () => {
    const form = card(
      [
        {
          type: 'Input.Text',
          id: 'title',
          label: 'Titel',
          isRequired: true,
          errorMessage: 'Titel fehlt',
          maxLength: 5,
        },
        {
          type: 'Input.ChoiceSet',
          id: 'module',
          label: 'Modul',
          choices: [
            { title: 'Betriebstagebuch', value: 'btb' },
            { title: 'Kontaktstammdaten', value: 'ksd' },
          ],
        },
        { type: 'Input.Toggle', id: 'done', title: '1st/2nd Level erledigt' },
        { type: 'Input.Date', id: 'since', label: 'Seit' },
      ],
      [{ type: 'Action.Submit', title: 'Weiter', data: { nonce: 'n1' } }],
    );
    bot.does(async (context) => {
      if (context.activity.name === 'task/fetch') return dialogAnswer('Störung melden', form);
      if (context.activity.name === 'task/submit') {
        return { status: 200, body: { task: { type: 'message', value: 'Danke' } } };
      }
      const open = {
        type: 'Action.Submit',
        title: 'Melden',
        data: { msteams: { type: 'task/fetch' }, form: 'r' },
      };
      await context.sendActivity(withCard(card([{ type: 'TextBlock', text: 'Hallo' }], [open])));
      return undefined;
    });
    await dispatcher.chat().writes('Störung melden');
    const { dialog } = await (await dispatcher.chat().waitsForCard('Hallo')).press('Melden');
    expect(dialog.title).toBe('Störung melden');
    expect(dialog.text).toBe('Titel *: [ ]\nModul: [ ]\n1st/2nd Level erledigt: [ ]\nSeit: [ ]\n[Weiter]');
    await expect(dialog.submit('Weiter')).rejects.toThrow(new ClientRefusal('Titel: Titel fehlt'));
    expect(() => dialog.fill({ Betreff: 'x' })).toThrow('No field "Betreff"; present: "Titel", "Modul"');
    expect(() => dialog.fill({ Modul: 'Nichts' })).toThrow('"Betriebstagebuch"');
    dialog.fill({
      Titel: 'kurz',
      Modul: 'Kontaktstammdaten',
      '1st/2nd Level erledigt': true,
      Seit: '2026-06-12',
    });
    const outcome = await dialog.submit('Weiter');
    expect([outcome.kind, outcome.text]).toEqual(['message', 'Danke']);
    expect(bot.received.at(-1)).toMatchObject({
      name: 'task/submit',
      value: { data: { nonce: 'n1', title: 'kurz', module: 'ksd', done: 'true', since: '2026-06-12' } },
    });
    const again = await dispatcher.sendsAgain(outcome.sent, { withNewId: true });
    expect(again.status).toBe(200);
    expect(again.activity['id']).not.toBe(outcome.sent['id']);
  });

  it('fifty presses at once on one card each get their own answer', async () => {
    let first = true;
    bot.does((context) => {
      if (context.activity.type !== 'invoke') return Promise.resolve();
      const won = first;
      first = false;
      return Promise.resolve(
        cardAnswer(card([{ type: 'TextBlock', text: won ? 'Gewonnen' : 'Bereits erledigt' }])),
      );
    });
    const accept = { type: 'Action.Execute', title: 'Akzeptieren', verb: 'accept' };
    await send(
      botClient(connector.serviceUrl),
      generalChannel,
      withCard(card([{ type: 'TextBlock', text: 'Neu' }], [accept])),
    );
    const cards = Array.from({ length: 50 }, () => second.in('General').card().frozen());
    const outcomes = await Promise.all(cards.map((old) => old.press('Akzeptieren')));
    expect(outcomes.filter((outcome) => outcome.text === 'Gewonnen')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.text === 'Bereits erledigt')).toHaveLength(49);
    await connector.idle();
    expect(connector.record.deliveries).toHaveLength(50);
  });

  it('shows and hides by itself, tells the bot nothing of it, and presses what stands in the menu', async () => {
    bot.does(() => Promise.resolve(cardAnswer(card([{ type: 'TextBlock', text: 'Gespeichert' }]))));
    const hidden = { type: 'TextBlock', id: 'history', text: 'Verlauf', isVisible: false };
    const show = { type: 'Action.ToggleVisibility', title: 'Verlauf zeigen', targetElements: ['history'] };
    const save = { type: 'Action.Execute', title: 'Speichern', verb: 'save', mode: 'secondary' };
    const sent = withCard(card([hidden], [show, save]));
    await send(botClient(connector.serviceUrl), generalChannel, sent);
    const shown = second.in('General').card();
    expect(shown.text).toBe('[Verlauf zeigen] […: Speichern]');
    expect((await shown.press('Verlauf zeigen')).kind).toBe('toggled');
    expect(shown.text).toBe('Verlauf\n[Verlauf zeigen] […: Speichern]');
    expect(dispatcher.in('General').card().text).toBe('[Verlauf zeigen] […: Speichern]');
    await expect(shown.pressAt('actions/0', {})).rejects.toThrow(ClientRefusal);
    expect(bot.received).toEqual([]);
    expect((await shown.press('Speichern')).text).toBe('Gespeichert');
  });

  it('waits by events, and says what was waited for in vain', async () => {
    const view = dispatcher.in('General');
    const waiting = view.waitsFor('Guten Tag');
    await second.in('General').writes('Guten Tag');
    expect((await waiting).author).toBe('Dispatcher Zwei');
    await expect(view.waitsForCard('Karte', { within: 1 })).rejects.toThrow('"General"');
    expect(() => view.card('Karte')).toThrow('present: "Guten Tag"');
    expect(() => dispatcher.in('Nirgends')).toThrow('"Software-Pflege/Netz Nord"');
    expect(() => second.in('Intern')).toThrow(NotOnScreen);
  });
});
