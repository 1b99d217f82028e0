import type { BrowserContext, Locator, Page } from 'playwright-core';
import { entersText } from './enters-text';

/** What is put into the fields of a form, by their labels: a date as YYYY-MM-DD, true for a tick. */
export type Entries = Readonly<Record<string, string | true>>;

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 800 };

/** One person before the simulator's page. Everything waits for what is visible. */
export class TeamsWindow {
  private constructor(
    readonly page: Page,
    readonly person: string,
  ) {}

  /** Without a place the person sees the list of their chats and channels. */
  static async open(
    context: BrowserContext,
    address: string,
    person: string,
    place?: string,
    size = wide,
  ): Promise<TeamsWindow> {
    const page = await context.newPage();
    await page.setViewportSize(size);
    // A picture half way through a transition shows neither the old nor the new.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const query = place === undefined ? '' : `?ort=${encodeURIComponent(place)}`;
    await page.goto(`${address}/person/${person}${query}`);
    await page.getByRole('navigation', { name: 'Chats und Kanäle von' }).getByRole('link').first().waitFor();
    return new TeamsWindow(page, person);
  }

  /** The ticket's card here; copies that somebody asked for are left out. */
  card(number: string): Locator {
    const heading = this.page.getByRole('heading', { name: number, exact: true });
    return this.cards().filter({ has: heading }).filter({ hasNotText: 'Kopie, Stand' }).last();
  }

  /** The newest card with this text. */
  cardWith(text: string | RegExp): Locator {
    return this.cards().filter({ hasText: text }).last();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The link of a chat or channel in the list, with its counts. */
  place(name: string): Locator {
    return this.page
      .getByRole('navigation', { name: 'Chats und Kanäle von' })
      .getByRole('link', { name: new RegExp(`^${name}`) });
  }

  async writes(text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: /^(Neue Nachricht in|Nachricht an)/ });
    await box.fill(text);
    await this.page.getByRole('button', { name: 'Senden', exact: true }).last().click();
    await box.and(this.page.locator(':empty')).waitFor();
  }

  async presses(card: Locator, button: string): Promise<void> {
    await card.getByRole('button', { name: button, exact: true }).click();
  }

  async fills(entries: Entries): Promise<void> {
    for (const [label, entry] of Object.entries(entries)) {
      const field = this.field(label);
      if (entry === true) await field.check();
      else await entersText(field, entry);
    }
  }

  /** A field of the dialog by its label; the card library appends its mark to that of a required one. */
  field(label: string): Locator {
    const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.dialog()
      .getByLabel(new RegExp(`^${escaped}( ?\\*)?`))
      .first();
  }

  /** Sends the form and the page on which it is checked, where it has one, until the dialog is closed. */
  async sends(...buttons: readonly string[]): Promise<void> {
    for (const button of buttons) await this.presses(this.dialog(), button);
    const closed = this.dialog().waitFor({ state: 'hidden' });
    const understood = this.dialog().getByRole('button', { name: 'OK', exact: true });
    await Promise.race([closed, understood.click()]);
    await closed;
  }

  async becomesNarrow(): Promise<void> {
    await this.page.setViewportSize(narrow);
  }

  async becomesWide(): Promise<void> {
    await this.page.setViewportSize(wide);
  }

  async chooses(theme: 'Hell' | 'Dunkel'): Promise<void> {
    await this.page.getByRole('button', { name: 'Darstellung' }).click();
    await this.page.getByRole('menuitemradio', { name: theme }).click();
  }

  async moves(clock: string): Promise<void> {
    await this.page
      .getByRole('group', { name: 'Simulierte Zeit' })
      .getByRole('button', { name: clock })
      .click();
  }

  private cards(): Locator {
    return this.page.getByRole('group', { name: /^Karte von Software-Pflege/ });
  }
}
