import { pictureText } from '../../texts/simulator.de';
import { isInMenu } from '../connector/card-walk';
import { asObject, isObject, objectsOf, textOf, type JsonObject } from '../connector/json';
import { labelOf, shownValue } from './card-input';
import { shownDates, shownMarkdown, shownMentions } from './shown-text';

/** What is visible and typed in a card. */
export interface CardReading {
  isVisible(part: JsonObject): boolean;
  valueOf(input: JsonObject): string | undefined;
}

/** The card as lines of plain text: texts, "Name: Wert" for facts and fields, cells joined by " | ", buttons as "[Titel]", the menu as "[…: Titel | Titel]". */
export function readableCard(card: JsonObject, reading: CardReading): string[] {
  const entities = objectsOf(asObject(card['msteams'])['entities']);
  const reader = new CardReader(
    reading,
    entities.map((entity) => String(entity['text'])),
  );
  return [...reader.lines(card['body']), ...reader.buttonLine(card['actions'])];
}

class CardReader {
  constructor(
    private readonly reading: CardReading,
    private readonly mentions: string[],
  ) {}

  lines(parts: unknown): string[] {
    return objectsOf(parts)
      .filter((part) => this.reading.isVisible(part))
      .flatMap((part) => [...this.linesOf(part), ...this.buttonLine([asObject(part['selectAction'])])]);
  }

  buttonLine(actions: unknown): string[] {
    const shown = objectsOf(actions).filter(
      (action) => this.reading.isVisible(action) && textOf(action['title']) !== undefined,
    );
    const inMenu = shown.filter(isInMenu).map(titleIn('', ''));
    const buttons = shown.filter((action) => !isInMenu(action)).map(titleIn('[', ']'));
    const line = inMenu.length === 0 ? buttons : [...buttons, `[…: ${inMenu.join(' | ')}]`];
    return line.length === 0 ? [] : [line.join(' ')];
  }

  private linesOf(part: JsonObject): string[] {
    const type = String(part['type']);
    if (type.startsWith('Input.')) return this.inputLines(part);
    switch (type) {
      case 'TextBlock':
        return this.markdown(part['text']).split('\n');
      case 'RichTextBlock':
        return this.richText(part).split('\n');
      case 'FactSet':
        return objectsOf(part['facts']).map(
          (fact) => `${this.markdown(fact['title'])}: ${this.markdown(fact['value'])}`,
        );
      case 'Image':
        return [pictureText(textOf(part['altText']) ?? '')];
      case 'ImageSet':
        return this.lines(part['images']);
      case 'Container':
      case 'TableCell':
        return this.lines(part['items']);
      case 'ColumnSet':
        return this.sideBySide(part['columns']);
      case 'Table':
        return objectsOf(part['rows']).flatMap((row) =>
          this.reading.isVisible(row) ? this.sideBySide(row['cells']) : [],
        );
      case 'ActionSet':
        return this.buttonLine(part['actions']);
      case 'Media':
        return [`(Medien: ${textOf(part['altText']) ?? ''})`];
      default:
        return [`(${type})`];
    }
  }

  /** Columns of one line each read as one line; longer ones one after the other. */
  private sideBySide(columns: unknown): string[] {
    const cells = objectsOf(columns)
      .filter((column) => this.reading.isVisible(column))
      .map((column) => [
        ...this.lines(column['items']),
        ...this.buttonLine([asObject(column['selectAction'])]),
      ])
      .filter((lines) => lines.length > 0);
    return cells.every((lines) => lines.length === 1)
      ? cells.length === 0
        ? []
        : [cells.map((lines) => lines[0]).join(' | ')]
      : cells.flat();
  }

  private inputLines(input: JsonObject): string[] {
    const required = input['isRequired'] === true ? ' *' : '';
    const label = labelOf(input);
    const title = input['type'] === 'Input.Toggle' ? this.markdown(input['title']) : '';
    const tail = title !== '' && title !== label ? ` ${title}` : '';
    return [
      `${label}${required}: ${shownValue(input, this.reading.valueOf(input))}${tail}`,
      ...this.buttonLine([asObject(input['inlineAction'])]),
    ];
  }

  private richText(block: JsonObject): string {
    const inlines = Array.isArray(block['inlines']) ? (block['inlines'] as unknown[]) : [];
    const text = inlines
      .map((inline) => (isObject(inline) ? (textOf(inline['text']) ?? '') : String(inline)))
      .join('');
    return shownMentions(shownDates(text), this.mentions);
  }

  private markdown(text: unknown): string {
    return shownMentions(shownMarkdown(textOf(text) ?? ''), this.mentions);
  }
}

/** The title between marks that say that it can be pressed, or in brackets if it cannot. */
function titleIn(open: string, close: string): (action: JsonObject) => string {
  return (action) => {
    const title = String(action['title']);
    return action['isEnabled'] === false ? `(${title})` : `${open}${title}${close}`;
  };
}
