import type { Page } from 'playwright-core';
import type { ThreadView } from '../../src/simulator/page-api';
import { PageHost } from '../support/page-host';
import { channelId, message, sceneWith } from '../support/page-scene';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

function saying(id: string, text: string): ThreadView {
  return { rootId: id, messages: [message(id, { text: [{ kind: 'text', text }] })] };
}

describeInBrowser('the threads of a channel on the page', () => {
  let browser: OpenPage;
  let page: Page;
  let host: PageHost;

  beforeAll(async () => {
    browser = await openShippedPage();
    page = browser.page;
  });
  afterAll(() => browser.close());
  afterEach(() => host.stop());

  async function show(threads: readonly ThreadView[]): Promise<void> {
    host = new PageHost(sceneWith([]));
    const channel = host.scene.conversations.get(channelId);
    channel?.threads.splice(0, channel.threads.length, ...threads);
    const address = await host.start();
    await page.goto(`${address}/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`);
    await page.getByText(threads.at(-1)?.messages[0]?.text[0]?.text ?? '', { exact: true }).waitFor();
  }

  test('given more threads than the host gives at once, when earlier ones are asked for, then the first of all is reached', async () => {
    await show(Array.from({ length: 600 }, (_, index) => saying(String(1_000 + index), `Thema ${index}`)));
    const earlier = page.getByRole('button', { name: 'Frühere Unterhaltungen anzeigen' });
    expect(await page.getByText('Thema 0', { exact: true }).count()).toBe(0);
    for (const drawn of [60, 120, 240, 480]) {
      await earlier.click();
      await page.getByText(`Thema ${600 - drawn}`, { exact: true }).waitFor();
    }
    await earlier.click();
    await page.getByText('Thema 0', { exact: true }).waitFor();
    expect(await earlier.count()).toBe(0);
    // What was there all along has not just arrived.
    expect(await page.locator('[aria-live="polite"]').filter({ hasText: 'Neue Nachricht' }).count()).toBe(0);
  });

  test('given somebody writing a reply, when another thread and then their own moves to the end, then what they type stays theirs', async () => {
    const threads = ['eins', 'zwei', 'drei'].map((text, index) => saying(String(10 + index), text));
    await show(threads);
    await page
      .getByRole('button', { name: /^Auf die Unterhaltung/ })
      .nth(1)
      .click();
    const box = page.getByRole('textbox', { name: /^Auf die Unterhaltung/ });
    await box.fill('Halb');
    const channel = host.scene.conversations.get(channelId);
    const [one, two, three] = threads as [ThreadView, ThreadView, ThreadView];
    const texts = (): Promise<string[]> => page.locator('.thread').locator('.message-text').allInnerTexts();
    one.messages.push(message('20', { text: [{ kind: 'text', text: 'Antwort auf eins' }] }));
    channel?.threads.splice(0, 3, two, three, one);
    host.changed();
    await page.getByText('Antwort auf eins', { exact: true }).waitFor();
    expect(await texts()).toEqual(['zwei', 'drei', 'eins', 'Antwort auf eins']);
    two.messages.push(message('21', { text: [{ kind: 'text', text: 'Antwort auf zwei' }] }));
    channel?.threads.splice(0, 3, three, one, two);
    host.changed();
    await page.getByText('Antwort auf zwei', { exact: true }).waitFor();
    expect((await texts()).at(-1)).toBe('Antwort auf zwei');
    await page.keyboard.type(' fertig');
    expect(await box.inputValue()).toBe('Halb fertig');
  });
});
