import { inputComplaints } from '../../texts/simulator.de';
import { objectsOf, textOf, type JsonObject } from '../connector/json';
import { ClientRefusal, NotOnScreen } from './client-refusal';

/** What a person can enter into a field: text, a number, the title of one or several choices, a tick; null clears it. */
export type FieldValue = string | number | boolean | string[] | null;

/** The label by which a person finds a field. */
export function labelOf(input: JsonObject): string {
  return (textOf(input['label']) ?? textOf(input['title']) ?? textOf(input['placeholder']) ?? '').trim();
}

/** The value an input starts with, as it would be sent; undefined when empty. */
export function initialValue(input: JsonObject): string | undefined {
  if (input['type'] === 'Input.Toggle') {
    const off = textOf(input['valueOff']) ?? 'false';
    return textOf(input['value']) ?? off;
  }
  const value = input['value'];
  if (typeof value === 'number') return String(value);
  const text = input['isMultiSelect'] === true ? offeredOf(input, textOf(value)) : textOf(value);
  return text === '' ? undefined : text;
}

/** A box that is not there cannot be ticked. */
function offeredOf(input: JsonObject, value = ''): string {
  const offered = objectsOf(input['choices']).map((choice) => String(choice['value']));
  return value
    .split(',')
    .filter((each) => offered.includes(each))
    .join(',');
}

/** The value that is sent when a person enters this into the field. */
export function enteredValue(input: JsonObject, entered: FieldValue): string | undefined {
  if (entered === null || entered === '') return undefined;
  switch (input['type']) {
    case 'Input.ChoiceSet':
      return chosenValue(input, Array.isArray(entered) ? entered : [String(entered)]);
    case 'Input.Toggle': {
      if (typeof entered !== 'boolean') {
        throw new ClientRefusal(`"${labelOf(input)}" is a tick: true or false`);
      }
      return entered ? (textOf(input['valueOn']) ?? 'true') : (textOf(input['valueOff']) ?? 'false');
    }
    default: {
      if (Array.isArray(entered) || typeof entered === 'boolean') {
        throw new ClientRefusal(`"${labelOf(input)}" takes text`);
      }
      const text = String(entered);
      if (input['type'] === 'Input.Text' && input['isMultiline'] !== true && /[\r\n]/.test(text)) {
        throw new ClientRefusal(`"${labelOf(input)}" has one line`);
      }
      return text;
    }
  }
}

/**
 * The value sent by a client with fields on screen, given in wire form; undefined when empty. Values such a client
 * could not hold (one that is not a choice, a line break in a single-line field) are refused.
 */
export function sentValue(input: JsonObject, given: string | undefined): string | undefined {
  if (input['type'] === 'Input.Toggle') {
    const on = textOf(input['valueOn']) ?? 'true';
    return given === on ? on : (textOf(input['valueOff']) ?? 'false');
  }
  if (given === undefined || given === '') return undefined;
  if (input['type'] !== 'Input.ChoiceSet') return enteredValue(input, given);
  const values = objectsOf(input['choices']).map((choice) => String(choice['value']));
  const chosen = input['isMultiSelect'] === true ? given.split(',') : [given];
  const unknown = chosen.find((value) => !values.includes(value));
  if (unknown !== undefined)
    throw new NotOnScreen(`"${labelOf(input)}" has no choice of value "${unknown}"`, values);
  return given;
}

/** The client's complaint about a value before sending; undefined if there is none. */
export function complaintAbout(input: JsonObject, value: string | undefined): string | undefined {
  const wrong = (what: string): string => textOf(input['errorMessage']) ?? what;
  if (value === undefined || (input['type'] === 'Input.Toggle' && !isTicked(input, value))) {
    return input['isRequired'] === true ? wrong(inputComplaints.required) : undefined;
  }
  switch (input['type']) {
    case 'Input.Text': {
      const { maxLength } = input;
      if (typeof maxLength === 'number' && value.length > maxLength)
        return wrong(inputComplaints.tooLong(maxLength));
      const pattern = textOf(input['regex']);
      if (pattern !== undefined && !new RegExp(pattern).test(value)) return wrong(inputComplaints.format);
      return undefined;
    }
    case 'Input.Number': {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) return wrong(inputComplaints.noNumber);
      return outside(input, number, Number) ? wrong(inputComplaints.outside) : undefined;
    }
    case 'Input.Date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
        return wrong(inputComplaints.noDate);
      return outside(input, value, String) ? wrong(inputComplaints.outside) : undefined;
    case 'Input.Time':
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return wrong(inputComplaints.noTime);
      return outside(input, value, String) ? wrong(inputComplaints.outside) : undefined;
    default:
      return undefined;
  }
}

/** What a person sees in the field. */
export function shownValue(input: JsonObject, value: string | undefined): string {
  if (input['type'] === 'Input.Toggle') return isTicked(input, value) ? '[x]' : '[ ]';
  if (standsAtOnce(input)) return choicesAtOnce(input, value);
  if (value === undefined)
    return textOf(input['placeholder']) ? `[${textOf(input['placeholder'])} …]` : '[ ]';
  if (input['type'] !== 'Input.ChoiceSet') return `[${value}]`;
  const titles = objectsOf(input['choices'])
    .filter((choice) => isChosen(input, choice, value))
    .map((choice) => String(choice['title']));
  return `[${titles.join(', ') || ' '}]`;
}

/** Whether its choices stand on the screen and none has to be opened first. */
export function standsAtOnce(input: JsonObject): boolean {
  return input['type'] === 'Input.ChoiceSet' && input['style'] === 'expanded';
}

function choicesAtOnce(input: JsonObject, value: string | undefined): string {
  return objectsOf(input['choices'])
    .map((choice) => `${isChosen(input, choice, value) ? '(x)' : '( )'} ${String(choice['title'])}`)
    .join(' ');
}

function isChosen(input: JsonObject, choice: JsonObject, value: string | undefined): boolean {
  const chosen = input['isMultiSelect'] === true ? (value ?? '').split(',') : [value];
  return chosen.includes(String(choice['value']));
}

/** By its title, or by a beginning that no other has: nobody reads a long one to its end. */
function chosenValue(input: JsonObject, titles: string[]): string {
  if (titles.length > 1 && input['isMultiSelect'] !== true) {
    throw new ClientRefusal(`"${labelOf(input)}" takes one choice`);
  }
  const choices = objectsOf(input['choices']);
  return titles
    .map((title) => {
      const present = choices.map((candidate) => String(candidate['title']));
      const begun = choices.filter((candidate) => String(candidate['title']).startsWith(title));
      const choice = choices.find((candidate) => candidate['title'] === title) ?? begun[0];
      if (choice && (choice['title'] === title || begun.length === 1)) return String(choice['value']);
      throw new NotOnScreen(`"${labelOf(input)}" has no choice "${title}"`, present);
    })
    .join(',');
}

function isTicked(input: JsonObject, value: string | undefined): boolean {
  return value === (textOf(input['valueOn']) ?? 'true');
}

function outside<Value extends string | number>(
  input: JsonObject,
  value: Value,
  read: (bound: unknown) => Value,
): boolean {
  const { min, max } = input;
  return (min !== undefined && value < read(min)) || (max !== undefined && value > read(max));
}
