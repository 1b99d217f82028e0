import type { AdaptiveCardJson } from '../../page-api';

/**
 * Marks the fields about which the card complains: a sentence in the colour "Attention" right after an input. Cards have
 * no other way to say that what was typed is wrong.
 */
export function markComplaints(
  card: AdaptiveCardJson,
  controlOf: (inputId: string) => HTMLElement | undefined,
): void {
  for (const id of complainedOf(card)) {
    const control = controlOf(id);
    if (control) control.dataset['complaint'] = 'true';
  }
}

function complainedOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => {
      const wrong = isInput(item) && isComplaint(items[index + 1]);
      return wrong ? [item.id] : complainedOf(item);
    });
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(complainedOf) : [];
}

function isInput(item: unknown): item is { readonly id: string } {
  const { type, id } = (item ?? {}) as Record<string, unknown>;
  return typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string';
}

function isComplaint(item: unknown): boolean {
  const { type, color, inlines } = (item ?? {}) as Record<string, unknown>;
  if (type === 'TextBlock') return color === 'Attention';
  return type === 'RichTextBlock' && Array.isArray(inlines) && inlines.some(isAttention);
}

function isAttention(inline: unknown): boolean {
  return ((inline ?? {}) as Record<string, unknown>)['color'] === 'Attention';
}
