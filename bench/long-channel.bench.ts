import type { Page } from 'playwright-core';
import { everydayCards } from '../test/cards/everyday-cards';
import { chromiumPath, openPage } from '../test/e2e/chromium';
import { PageHost } from '../test/support/page-host';
import { chatId, sceneWith } from '../test/support/page-scene';
import { median, millisecondsOf } from './measure';

const threads = 300;
const roundCount = 5;
const frames = 120;
const pixelsPerFrame = 60;

/** `npm run bench -- long-channel`: opening a channel of 300 tickets and scrolling in it, against 300 plain boxes in the same browser. */
export async function run(): Promise<void> {
  if (chromiumPath === undefined) throw new Error('there is no Chromium on this machine');
  const cards = everydayCards();
  const host = new PageHost(
    sceneWith(Array.from({ length: threads }, (_each, index) => cards[index % cards.length]?.card ?? {})),
  );
  const address = await host.start();
  const browser = await openPage(chromiumPath);
  const { page } = browser;
  const placeOf = (id: string) => `${address}/person/dispatcher-1?ort=${encodeURIComponent(id)}`;
  const times: Record<'ours' | 'floor', number[]> = { ours: [], floor: [] };
  const rates: Record<'ours' | 'floor', number[]> = { ours: [], floor: [] };
  for (let round = -1; round < roundCount; round += 1) {
    await page.goto(placeOf(chatId));
    const link = page.getByRole('link', { name: /^Dispatch geteilter Kanal/ });
    await link.waitFor();
    const ours = await millisecondsOf(async () => {
      await link.click();
      await page.locator('.card-frame .ac-adaptiveCard').last().waitFor();
    });
    const oursRate = await framesPerSecond(page, '.thread-list');
    await page.goto('about:blank');
    const floor = await millisecondsOf(() => page.setContent(plainPage));
    const floorRate = await framesPerSecond(page, '#list');
    if (round < 0) continue;
    times.ours.push(ours);
    times.floor.push(floor);
    rates.ours.push(oursRate);
    rates.floor.push(floorRate);
  }
  await browser.close();
  await host.stop();
  const [ours, floor] = [median(times.ours), median(times.floor)];
  console.log(`median of ${roundCount} rounds, ${threads} tickets, in turns`);
  console.log(
    `opening   ${ours.toFixed(0)} ms; ${threads} plain boxes ${floor.toFixed(0)} ms; ${(ours / floor).toFixed(1)} times`,
  );
  console.log(
    `scrolling ${median(rates.ours).toFixed(0)} frames a second; plain boxes ${median(rates.floor).toFixed(0)}`,
  );
}

const plainPage = `<div id="list" style="height: 900px; overflow: auto">${'<div style="height: 300px">Ticket</div>'.repeat(threads)}</div>`;

function framesPerSecond(page: Page, list: string): Promise<number> {
  return page.evaluate(`(async () => {
    const list = document.querySelector(${JSON.stringify(list)});
    list.scrollTop = 0;
    const begun = performance.now();
    for (let frame = 0; frame < ${frames}; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      list.scrollTop += ${pixelsPerFrame};
    }
    return (${frames} / (performance.now() - begun)) * 1000;
  })()`);
}
