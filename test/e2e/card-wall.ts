import type { Page } from 'playwright-core';
import type { AdaptiveCardJson } from '../../src/simulator/page-api';
import { PageHost } from '../support/page-host';
import { channelId, sceneWith } from '../support/page-scene';

/** The width of a desktop's window and of a phone, in CSS pixels. */
export const widths = { desktop: 1440, phone: 390 } as const;
export const devices = ['desktop', 'phone'] as const;
export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How a card came out, in CSS pixels. */
export interface Measured {
  readonly height: number;
  /** What stands out at the side, where nobody can read it. */
  readonly cutOff: number;
}

/** So many cards the page shows without being asked for earlier ones. */
const onPage = 29;

/** How the cards come out at each width. */
export async function measureAll(
  page: Page,
  cards: readonly AdaptiveCardJson[],
): Promise<Readonly<Record<(typeof devices)[number], readonly Measured[]>>> {
  const measured: Record<(typeof devices)[number], Measured[]> = { desktop: [], phone: [] };
  for (let first = 0; first < cards.length; first += onPage) {
    const wall = await CardWall.open(page, cards.slice(first, first + onPage));
    for (const device of devices) {
      await wall.show(widths[device]);
      measured[device].push(...(await wall.measure()));
    }
    await wall.close();
  }
  return measured;
}

/** Cards one below the other on the page of the simulator, without anything behind them. */
export class CardWall {
  private constructor(
    readonly page: Page,
    private readonly host: PageHost,
    private readonly address: string,
    private readonly count: number,
  ) {}

  static async open(page: Page, cards: readonly AdaptiveCardJson[]): Promise<CardWall> {
    const host = new PageHost(sceneWith(cards));
    return new CardWall(page, host, await host.start(), cards.length);
  }

  async show(width: number, theme: Theme = 'light'): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.goto(this.address);
    await this.page.evaluate(`localStorage.setItem('simulator-theme', '${theme}')`);
    await this.page.goto(`${this.address}/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`);
    await this.page
      .locator('.card-frame')
      .nth(this.count - 1)
      .waitFor();
  }

  /** Unfolds every card, as far as it can be. */
  async unfold(): Promise<void> {
    for (const button of await this.page.getByRole('button', { name: 'Einzelheiten', exact: true }).all()) {
      await button.click();
    }
  }

  async measure(): Promise<readonly Measured[]> {
    return this.page.evaluate(
      `[...document.querySelectorAll('.card-frame')].map((card) => ({
        height: card.getBoundingClientRect().height,
        cutOff: card.scrollWidth - card.clientWidth,
      }))`,
    );
  }

  /** Only the cards, in a window high enough for all of them. */
  async picture(path: string): Promise<void> {
    await this.becomesHighEnough();
    await this.page.locator('.thread-list').screenshot({ path });
  }

  /** Only the last card. */
  async pictureOfCard(path: string): Promise<void> {
    await this.becomesHighEnough();
    await this.page.locator('.card-frame').last().screenshot({ path });
  }

  private async becomesHighEnough(): Promise<void> {
    const list = this.page.locator('.thread-list');
    const height = await list.evaluate((element: { scrollHeight: number }) => element.scrollHeight);
    const { width = widths.desktop } = this.page.viewportSize() ?? {};
    await this.page.setViewportSize({ width, height: height + 400 });
  }

  async close(): Promise<void> {
    await this.page.goto('about:blank');
    await this.host.stop();
  }
}
