import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * What axe finds on the page that is serious or worse, a line each. Fluent's focus guards are left out: they are hidden from
 * screen readers, can be tabbed to by intent and hand the focus on at once.
 */
export async function seriousViolations(
  page: Page,
  within = 'body',
  rules?: readonly string[],
): Promise<string[]> {
  await page.evaluate(source);
  const violations = await page.evaluate<Violation[]>(
    `(async () => {
      // Colours half way through a transition, however short, are neither the old nor the new ones.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
      const scope = { include: ${JSON.stringify(within)}, exclude: '[data-tabster-dummy]' };
      const found = await axe.run(scope, ${JSON.stringify(rules ? { runOnly: rules } : {})});
      return found.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
    })()`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary ?? ''}`),
    );
}
