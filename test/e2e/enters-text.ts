import type { Locator } from 'playwright-core';

/** Types into a field or takes the choice that begins so, from a list or from those that stand there at once. */
export async function entersText(field: Locator, text: string): Promise<void> {
  const kind = await field.evaluate(
    (element: { readonly tagName: string; getAttribute(name: string): string | null }) =>
      element.getAttribute('role') === 'radiogroup' ? 'radiogroup' : element.tagName,
  );
  switch (kind) {
    case 'radiogroup':
      return field.getByRole('radio', { name: text }).first().check();
    case 'SELECT': {
      const title = await field.getByRole('option', { name: text, includeHidden: true }).first().innerText();
      await field.selectOption({ label: title });
      return;
    }
    default:
      return field.fill(text);
  }
}
