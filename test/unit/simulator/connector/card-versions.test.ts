import { cardVersion, FormerCards } from '../../../../src/simulator/connector/card-versions';
import { Messages, type Message } from '../../../../src/simulator/connector/messages';

const cardSaying = (text: string): Record<string, unknown> => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
const saying = (text: string): Record<string, unknown> => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardSaying(text) }],
});
const versionOf = (text: string): string => cardVersion(cardSaying(text));

function posted(messages: Messages, text: string): Message {
  const where = { conversationId: 'c', inChannel: true, rootId: undefined, author: undefined };
  return messages.post({ ...where, activity: saying(text), at: 1 });
}

describe('the card of a version', () => {
  it('given a message that was edited twice, then every card it showed is found, and no other', () => {
    const messages = new Messages();
    const message = posted(messages, 'eins');
    messages.edit(message, saying('zwei'), 2);
    messages.edit(message, saying('drei'), 3);
    for (const text of ['eins', 'zwei', 'drei'])
      expect(messages.cardOfVersion(message, 'anyone', versionOf(text))).toEqual(cardSaying(text));
    expect(messages.cardOfVersion(message, 'anyone', versionOf('vier'))).toBeUndefined();
    expect(messages.cardOfVersion(posted(messages, 'x'), 'anyone', versionOf('eins'))).toBeUndefined();
  });

  it("given one person's views, then they and the common card are found for that person, now and after an edit", () => {
    const messages = new Messages();
    const message = posted(messages, 'alle');
    messages.setView(message, 'a', cardSaying('nur a'));
    messages.setView(message, 'a', cardSaying('wieder a'));
    const found = (person: string): unknown[] =>
      ['alle', 'nur a', 'wieder a'].map((text) => messages.cardOfVersion(message, person, versionOf(text)));
    const all = [cardSaying('alle'), cardSaying('nur a'), cardSaying('wieder a')];
    expect(found('a')).toEqual(all);
    expect(found('b')).toEqual([cardSaying('alle'), undefined, undefined]);
    messages.edit(message, saying('neu'), 2);
    expect(found('a')).toEqual(all);
    expect(found('b')).toEqual([cardSaying('alle'), undefined, undefined]);
  });

  it('given a deleted message or one from before a reset, then nothing is found', () => {
    const messages = new Messages();
    const message = posted(messages, 'eins');
    messages.edit(message, saying('zwei'), 2);
    messages.clear();
    expect(messages.cardOfVersion(message, 'a', versionOf('eins'))).toBeUndefined();
    messages.remove(message);
    expect(messages.cardOfVersion(message, 'a', versionOf('zwei'))).toBeUndefined();
  });

  it('given more former cards than are remembered, then the oldest are forgotten and the standing one never is', () => {
    const former = new FormerCards(2);
    const message = posted(new Messages(), '0');
    for (const text of ['1', '2', '3']) {
      former.keepAllOf(message);
      message.activity = saying(text);
    }
    const found = ['0', '1', '2', '3'].map(
      (text) => former.find(message, 'a', versionOf(text)) !== undefined,
    );
    expect(found).toEqual([false, true, true, true]);
  });
});
