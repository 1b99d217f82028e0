import {
  AmountNeverReached,
  EndBeforeStart,
  InstantOutOfRange,
} from '../domain/service-calendar/calendar-errors';
import type { ServiceCalendar } from '../domain/service-calendar/service-calendar';
import type { Instant } from '../domain/instant';
import type { CalendarCache, CompiledCalendar } from './calendar-cache';
import { FieldError } from './field-error';
import { formatIsoInstant, parseIsoInstant } from './iso-instant';

type Fields = Record<string, unknown>;

const requestFields = new Set(['op', 'start', 'seconds', 'end']);
const definitionFields = new Set([
  'timezone',
  'hours',
  'holidays',
  'holidayRegion',
  'closedDays',
  'openDays',
]);

/** The answer to one line of the calendar command, as JSON. `undefined` stands for a line too long to keep. */
export function answerCalendarLine(line: string | undefined, cache: CalendarCache): string {
  try {
    if (line === undefined) throw new FieldError('line', 'too long');
    const { key, compiled, request } = read(line, cache);
    if (compiled instanceof FieldError) throw compiled;
    const answer = count(request, compiled);
    cache.recount(key, compiled);
    return answer;
  } catch (error) {
    if (error instanceof FieldError) return JSON.stringify({ error: error.message });
    throw error;
  }
}

interface ReadLine {
  readonly key: string;
  readonly compiled: CompiledCalendar;
  readonly request: Fields;
}

/**
 * Most lines start with the text of a definition that an earlier line had too, and go on with "op". If both halves are
 * valid JSON objects, the line is their union, and the first half need not be parsed again.
 */
function read(line: string, cache: CalendarCache): ReadLine {
  const split = line.lastIndexOf('"op"');
  const head = split === -1 ? '' : line.slice(0, split);
  const compiled = head === '' ? undefined : cache.find(head);
  if (compiled !== undefined) {
    const request = parseObject(`{${line.slice(split)}`);
    if (request !== undefined && Object.keys(request).every((field) => requestFields.has(field))) {
      return { key: head, compiled, request };
    }
  }
  const fields = parseObject(line);
  if (fields === undefined) throw new FieldError('line', 'expected a JSON object');
  const key = isDefinitionText(head) && hasOnlyRequestFields(line, split) ? head : definitionText(fields);
  return { key, compiled: cache.find(key) ?? cache.compile(key, toDefinition(fields)), request: fields };
}

function hasOnlyRequestFields(line: string, split: number): boolean {
  const request = parseObject(`{${line.slice(split)}`);
  return request !== undefined && Object.keys(request).every((field) => requestFields.has(field));
}

function isDefinitionText(head: string): boolean {
  const fields = head === '' ? undefined : parseObject(`${head}"op":0}`);
  return (
    fields !== undefined &&
    Object.keys(fields).every((field) => field === 'op' || definitionFields.has(field))
  );
}

function definitionText(fields: Fields): string {
  return JSON.stringify([...definitionFields].map((field) => fields[field] ?? null));
}

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The definition in the form the calendar takes, with windows as objects. Anything in another form is left for the check to report. */
function toDefinition(fields: Fields): Fields {
  const { timezone, hours, ...rest } = fields;
  const definition: Fields = { zone: timezone, hours: isObject(hours) ? mapValues(hours, toWindows) : hours };
  for (const field of ['holidays', 'holidayRegion', 'closedDays'] as const) {
    if (rest[field] !== undefined && rest[field] !== null) definition[field] = rest[field];
  }
  const openDays = rest['openDays'];
  if (openDays !== undefined && openDays !== null) {
    definition['openDays'] = Array.isArray(openDays) ? (openDays as unknown[]).map(toOpenDay) : openDays;
  }
  return definition;
}

function toOpenDay(openDay: unknown): unknown {
  return isObject(openDay) ? { ...openDay, windows: toWindows(openDay['windows']) } : openDay;
}

function toWindows(windows: unknown): unknown {
  if (!Array.isArray(windows)) return windows;
  return (windows as unknown[]).map((window) => {
    if (!Array.isArray(window) || window.length !== 2) return window;
    const [from, to] = window as [unknown, unknown];
    return { from, to };
  });
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(fields: Fields, map: (value: unknown) => unknown): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]));
}

function count(request: Fields, calendar: ServiceCalendar): string {
  const { op } = request;
  if (op !== 'add' && op !== 'between') throw new FieldError('op', 'expected "add" or "between"');
  const start = readInstant(request, 'start');
  return op === 'add'
    ? addTo(start, request['seconds'], calendar)
    : between(start, readInstant(request, 'end'), calendar);
}

function addTo(start: Instant, seconds: unknown, calendar: ServiceCalendar): string {
  if (typeof seconds !== 'number' || !(seconds >= 0))
    throw new FieldError('seconds', 'expected a number of at least 0');
  try {
    return `{"end":"${formatIsoInstant(calendar.add(start, seconds), calendar.zone)}"}`;
  } catch (error) {
    if (error instanceof AmountNeverReached) {
      throw new FieldError(
        'seconds',
        'never reached, the calendar has less service time from start to the end of 2199',
      );
    }
    throw outOfRange(error, 'start');
  }
}

function between(start: Instant, end: Instant, calendar: ServiceCalendar): string {
  try {
    return `{"seconds":${calendar.between(start, end)}}`;
  } catch (error) {
    if (error instanceof EndBeforeStart)
      throw new FieldError('end', 'lies before start, expected it at or after start');
    throw outOfRange(error, error instanceof InstantOutOfRange && error.instant === start ? 'start' : 'end');
  }
}

function readInstant(request: Fields, field: string): Instant {
  const parsed = parseIsoInstant(request[field]);
  if ('problem' in parsed) throw new FieldError(field, parsed.problem);
  return parsed.at;
}

function outOfRange(error: unknown, field: string): unknown {
  return error instanceof InstantOutOfRange ? new FieldError(field, error.message) : error;
}
