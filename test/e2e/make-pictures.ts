import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { accessTaskKind } from '../../src/texts/access-tasks.de';
import { recordLabels, recordTexts } from '../../src/texts/records.de';
import { sampleWords } from '../../src/texts/sample-words.de';
import { shippedPage } from '../support/shipped-page';
import { SimulatedDesk } from '../support/simulated-desk';
import { everydayCards } from '../cards/everyday-cards';
import { stressCards } from '../cards/stress-cards';
import { CardWall, themes, widths } from './card-wall';
import { chromiumPath, openPage } from './chromium';
import { TeamsWindow } from './teams-window';

const folder = resolve(__dirname, '..', '..', 'docs', 'images');
const { actions, classes } = sampleWords;
const size = { width: 1100, height: 760 };

/** What of a browser's element is used here; this program is compiled for Node. */
interface Shown {
  scrollTop: number;
  closest(selector: string): Shown;
  getBoundingClientRect(): { top: number };
}

/** Plays the beginning of a ticket before the page and writes the pictures of README and handbook; can be run again. */
async function main(executablePath: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = await shippedPage();
  const browser = await openPage(executablePath);
  await picturesOfCards(browser.page);
  await picturesOfStress(browser.page);
  const desk = await SimulatedDesk.open(page);
  const sits = (person: string, place: string): Promise<TeamsWindow> =>
    TeamsWindow.open(browser.page.context(), desk.address, person, place, size);
  const picture = async (window: TeamsWindow, name: string, shown?: Locator): Promise<void> => {
    await shown?.evaluate((element: Shown) => {
      const list = element.closest('.thread-list');
      list.scrollTop += element.getBoundingClientRect().top - list.getBoundingClientRect().top;
    });
    await window.page.screenshot({ path: resolve(folder, `${name}.png`) });
  };
  try {
    const operator = await sits('leitwarte-nord-a', '19:netz-nord@thread.tacv2');
    await operator.writes('@Software-Pflege Störung melden');
    await operator.presses(operator.cardWith('Störung melden'), 'Störung melden');
    await operator.fills({
      Modul: 'Betriebstagebuch',
      Titel: 'Schichtbuch bleibt leer',
      Beschreibung: 'Nach dem Anmelden bleibt die Liste der Schicht leer.',
      Reproduzierbar: 'immer',
      'Fehlerklasse (Vorschlag)': classes[2],
      '1st und 2nd Level': true,
    });
    await picture(operator, 'teams-report');
    await operator.presses(operator.dialog(), 'Weiter');
    await operator.presses(operator.dialog(), 'Absenden');
    const text = await operator.cardWith('Gemeldet: SP-').innerText();
    const number = /SP-\d{4}-\d{4}/.exec(text)?.[0] ?? '';
    await operator.card(number).waitFor();
    await picture(operator, 'teams-operator', operator.card(number));

    const dispatcher = await sits('dispatcher-1', '19:dispatch@thread.tacv2');
    await dispatcher.card(number).waitFor();
    await picture(dispatcher, 'teams-dispatch', dispatcher.card(number));
    await desk.clock('nextDeadline');
    // Warnings of one minute are one post, so the minute has to pass.
    desk.time += 90_000;
    await dispatcher.page.getByText(`${number}: 50 % der Reaktionszeit`).first().waitFor();
    await picture(dispatcher, 'teams-warning');
    await dispatcher.presses(dispatcher.card(number), actions.accept.action);
    await dispatcher.sends(actions.accept.action);
    await dispatcher.presses(dispatcher.card(number), actions.assign.action);
    await dispatcher.fills({ Maintainer: 'Maintainer West (Softwarehaus West GmbH)' });
    await dispatcher.sends(actions.assign.action);

    const maintainer = await sits('maintainer-west', '19:betriebstagebuch@thread.tacv2');
    await maintainer.presses(maintainer.card(number), actions.proposePlan.action);
    await maintainer.fills({ ...actions.proposePlan.fields, [actions.proposePlan.target]: '2026-06-17' });
    await picture(maintainer, 'teams-plan');
    await desk.clock('nextOpening');
    await dispatcher.cardWith('Tagesübersicht').waitFor();
    await picture(dispatcher, 'teams-digest', dispatcher.cardWith('Tagesübersicht'));

    const platform = await sits('plattform', '19:plattform@thread.tacv2');
    const access = platform.cardWith(accessTaskKind({ kind: 'grant' }));
    await access.waitFor();
    await picture(platform, 'teams-access', access);

    const owner = await sits('prozess', '19:dispatch@thread.tacv2');
    await owner.writes('@Software-Pflege Organisation');
    await owner.presses(owner.cardWith('Jede Änderung wird festgehalten'), recordTexts.people);
    const people = owner.cardWith(`${recordTexts.change}: Maintainer West`);
    await people.waitFor();
    await picture(owner, 'teams-people', people);
    await owner.presses(people, `${recordTexts.change}: Maintainer West`);
    await owner.fills({ [recordLabels.until]: '2026-06-30' });
    await owner.presses(owner.dialog(), 'Weiter');
    await owner.dialog().getByText(recordTexts.checkIntro).waitFor();
    await picture(owner, 'teams-last-day');
  } finally {
    await browser.close();
    await desk.close();
  }
}

/** A ticket new, at work and closed, in every theme, on a desktop and on a phone. */
async function picturesOfCards(page: Page): Promise<void> {
  const shown = ['requested at dispatch', 'plan proposed at organisation', 'closed with a fix at dispatch'];
  const cards = everydayCards().filter(({ name }) => shown.includes(name));
  const wall = await CardWall.open(
    page,
    cards.map(({ card }) => card),
  );
  for (const [device, width] of Object.entries(widths)) {
    for (const theme of themes) {
      await wall.show(width, theme);
      await wall.picture(resolve(folder, `cards-${device}-${theme}.png`));
    }
  }
  await wall.close();
}

/** What strains a card, folded and unfolded, on a phone. */
async function picturesOfStress(page: Page): Promise<void> {
  const stress = resolve(folder, 'stress');
  await mkdir(stress, { recursive: true });
  for (const { name, card } of stressCards()) {
    const wall = await CardWall.open(page, [card]);
    await wall.show(widths.phone);
    await wall.unfold();
    await wall.pictureOfCard(resolve(stress, `${name}.png`));
    await wall.close();
  }
}

if (chromiumPath === undefined) {
  console.error('There is no Chromium on this machine. Debian and Ubuntu: apt-get install chromium');
  process.exitCode = 1;
} else {
  main(chromiumPath).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
