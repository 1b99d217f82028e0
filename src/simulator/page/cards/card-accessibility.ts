/**
 * Adds what the card library omits for screen readers: which field is wrong, which choices belong together, that a
 * multi-line field is required, that a table of facts is only layout.
 */
export function mendAccessibility(card: HTMLElement): void {
  for (const field of card.querySelectorAll<HTMLElement>('.ac-input')) {
    const wrong = field.classList.contains('ac-input-validation-failed');
    for (const control of controlsOf(field)) {
      if (wrong || control.dataset['complaint'] === 'true') control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
    if (field instanceof HTMLTextAreaElement && field.classList.contains('ac-input-required'))
      field.setAttribute('aria-required', 'true');
    if (field.querySelector('input[type="radio"], input[type="checkbox"]')) groupChoices(field);
  }
  // A <label> for a group of choices points at a <div>, which a label cannot name.
  for (const table of card.querySelectorAll('table.ac-factset')) table.setAttribute('role', 'presentation');
}

function controlsOf(field: HTMLElement): HTMLElement[] {
  return field.matches('input, textarea, select')
    ? [field]
    : [...field.querySelectorAll<HTMLElement>('input')];
}

function groupChoices(field: HTMLElement): void {
  const radios = field.querySelector('input[type="radio"]') !== null;
  const several = field.querySelectorAll('input').length > 1;
  if (!radios && !several) return;
  field.setAttribute('role', radios ? 'radiogroup' : 'group');
  const label = field.closest('.ac-input-container')?.parentElement?.querySelector('label');
  if (label?.id) field.setAttribute('aria-labelledby', label.id);
  // The library also names the first choice after the group, which would then be read twice.
  const [first] = field.querySelectorAll('input');
  const name = first?.getAttribute('aria-label');
  if (first && name) first.removeAttribute('aria-labelledby');
}
