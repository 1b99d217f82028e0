import { DateInput, TimeInput } from 'adaptivecards';
import { texts } from '../texts/page.de';
import { germanDate, isoDate, isoTime, typedForm } from '../texts/typed-time';

/**
 * A date as it is written here. A browser shows its own field in its own language, "mm/dd/yyyy" in an English one. What is
 * sent is ISO, as from Teams; what is no date is sent as typed, and refused before that by the card.
 */
export class GermanDateInput extends DateInput {
  private field: HTMLInputElement | undefined;

  override isSet(): boolean {
    return textIn(this.field) !== '';
  }

  override isValid(): boolean {
    return isWithin(this, textIn(this.field), isoDate);
  }

  override get value(): string | undefined {
    return sentOf(this.field, isoDate);
  }

  protected override internalRender(): HTMLElement {
    const changed = (): void => this.valueChanged();
    const shown = (typed: string): string => germanDate(isoDate(typed) ?? typed);
    this.field = typedField(typedForm.date, 'ac-dateInput', changed, shown);
    this.field.value = germanDate(this.defaultValue ?? '');
    return this.field;
  }

  protected override overrideInternalRender(): HTMLElement | undefined {
    const element = super.overrideInternalRender();
    const { field } = this;
    if (field) {
      const choose = (iso: string): void => {
        field.value = germanDate(iso);
        this.valueChanged();
      };
      this.inputControlContainerElement.append(...calendarOf(this, field, choose));
    }
    return element;
  }
}

/** A time of day of 24 hours, whatever the browser's language. */
export class GermanTimeInput extends TimeInput {
  private field: HTMLInputElement | undefined;

  override isSet(): boolean {
    return textIn(this.field) !== '';
  }

  override isValid(): boolean {
    return isWithin(this, textIn(this.field), isoTime);
  }

  override get value(): string | undefined {
    return sentOf(this.field, isoTime);
  }

  protected override internalRender(): HTMLElement {
    const changed = (): void => this.valueChanged();
    this.field = typedField(typedForm.time, 'ac-timeInput', changed, (typed) => isoTime(typed) ?? typed);
    this.field.value = this.defaultValue ?? '';
    return this.field;
  }
}

type Reading = (typed: string) => string | undefined;

function typedField(
  form: string,
  className: string,
  changed: () => void,
  shown: (typed: string) => string,
): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'text';
  field.className = `ac-input ${className}`;
  field.placeholder = form;
  field.autocomplete = 'off';
  field.addEventListener('input', changed);
  field.addEventListener('change', () => {
    field.value = shown(field.value);
  });
  return field;
}

function textIn(field: HTMLInputElement | undefined): string {
  return field?.value.trim() ?? '';
}

function sentOf(field: HTMLInputElement | undefined, read: Reading): string | undefined {
  const text = textIn(field);
  return text === '' ? undefined : (read(text) ?? text);
}

function isWithin(
  { isRequired, min, max }: { readonly isRequired: boolean; readonly min?: string; readonly max?: string },
  text: string,
  read: Reading,
): boolean {
  if (text === '') return !isRequired;
  const iso = read(text);
  // ISO dates and times of one length are in order when their letters are.
  return iso !== undefined && (!min || iso >= min) && (!max || iso <= max);
}

/** The browser's own calendar behind a button, for those who choose a day rather than type it. */
function calendarOf(
  { min, max, label }: { readonly min?: string; readonly max?: string; readonly label?: string },
  field: HTMLInputElement,
  choose: (iso: string) => void,
): HTMLElement[] {
  const calendar = document.createElement('input');
  calendar.type = 'date';
  calendar.className = 'card-calendar';
  calendar.tabIndex = -1;
  calendar.ariaHidden = 'true';
  if (min) calendar.min = min;
  if (max) calendar.max = max;
  calendar.addEventListener('change', () => {
    if (calendar.value !== '') choose(calendar.value);
    field.focus();
  });
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'card-calendar-button';
  button.ariaLabel = texts.openCalendar(label ?? '');
  button.title = button.ariaLabel;
  button.addEventListener('click', () => {
    calendar.value = isoDate(field.value) ?? '';
    calendar.showPicker();
  });
  return [button, calendar];
}
