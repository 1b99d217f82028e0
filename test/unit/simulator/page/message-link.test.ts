import { isSafeLink, linkedMessage } from '../../../../src/simulator/page/state/message-link';
import { messageLink } from '../../../../src/adapters/teams/cards/message-link';

describe('links on the page', () => {
  test("given the bot's link to a message, when it is read, then it names conversation and message", () => {
    const address = { tenant: 't', team: 'g', conversation: '19:netz nord@thread.tacv2' };
    const link = messageLink(address as Parameters<typeof messageLink>[0], '1700000000001');
    expect(linkedMessage(link)).toEqual({ place: '19:netz nord@thread.tacv2', message: '1700000000001' });
  });

  test.each([
    'https://teams.microsoft.com.example/l/message/19%3Aa/1',
    'https://example.com/l/message/19%3Aa/1',
    'http://teams.microsoft.com/l/message/19%3Aa/1',
    'https://teams.microsoft.com/l/chat/0/0',
    'https://teams.microsoft.com/l/message/%E0%A4%A/1',
    'kein Link',
  ])('given %s, when it is read, then it is no message of Teams', (address) => {
    expect(linkedMessage(address)).toBeUndefined();
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '/relative', ''])(
    'given %s, when it is to be followed, then it is not safe',
    (address) => {
      expect(isSafeLink(address)).toBe(false);
    },
  );

  test('given an address of the web, when it is to be followed, then it is safe', () => {
    expect(isSafeLink('https://openkonsequenz.example/')).toBe(true);
  });
});
