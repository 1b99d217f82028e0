import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const pictures = resolve(__dirname, '..', '..', 'test-results', 'e2e');

/** What a person does in the Playground; everything waits until it is there. */
export class PlaygroundClient {
  constructor(private readonly page: Page) {}

  async open(address: string): Promise<void> {
    await mkdir(pictures, { recursive: true });
    await this.page.goto(address);
    await this.goTo('Personal Chat');
  }

  /** The private chat or a channel, by its name in the list at the left. */
  async goTo(place: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: place }).click();
  }

  /** The card that holds a text; the newest where several do. */
  card(text: string | RegExp): Locator {
    return this.page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
  }

  /** Any text outside cards, such as a mention's sentence. */
  said(text: string): Locator {
    return this.page.getByText(text).last();
  }

  async press(card: Locator, button: string): Promise<void> {
    await card.getByRole('button', { name: button, exact: true }).click();
  }

  /** From a list that is opened, or one of those that stand there at once. */
  async choose(card: Locator, field: string, option: string | RegExp): Promise<void> {
    const list = card.getByRole('combobox', { name: field });
    if ((await list.count()) === 0) {
      await card.getByRole('radio', { name: option }).first().check();
      return;
    }
    await list.click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async type(card: Locator, field: string, text: string): Promise<void> {
    await card.getByRole('textbox', { name: field }).fill(text);
  }

  /** The whole window, in test-results/e2e. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  async pictureOf(card: Locator, name: string): Promise<void> {
    await card.screenshot({ path: join(pictures, `${name}.png`) });
  }
}
