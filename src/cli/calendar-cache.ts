import { LRUCache } from 'lru-cache';
import type { CalendarDefinition } from '../domain/service-calendar/calendar-definition';
import { checkCalendarDefinition } from '../domain/service-calendar/check-calendar';
import { createServiceCalendar, type ServiceCalendar } from '../domain/service-calendar/service-calendar';
import { FieldError } from './field-error';

/** A compiled definition, or what is wrong with it. */
export type CompiledCalendar = ServiceCalendar | FieldError;

/** Compiled calendars by the text of their definition, within a memory budget. */
export interface CalendarCache {
  find(text: string): CompiledCalendar | undefined;
  compile(text: string, definition: unknown): CompiledCalendar;
  /** Call it after a calendar was used: its tables may have grown. */
  recount(text: string, calendar: ServiceCalendar): void;
}

const cacheBudget = 64 * 1024 * 1024;
/** Roughly what a calendar and its rules take in addition to its tables and text; bytes. */
const baseSize = 8 * 1024;

export function createCalendarCache(budget: number = cacheBudget): CalendarCache {
  const cache = new LRUCache<string, { readonly compiled: CompiledCalendar; readonly tableBytes: number }>({
    maxSize: budget,
  });
  const sizeOf = (text: string, tableBytes: number) => baseSize + 2 * text.length + tableBytes;

  return {
    find: (text) => cache.get(text)?.compiled,
    compile(text, definition) {
      const compiled = compile(definition);
      // The text is a slice of an input chunk and would keep all of it in memory, so copy it.
      const key = Buffer.from(text, 'utf16le').toString('utf16le');
      cache.set(key, { compiled, tableBytes: 0 }, { size: sizeOf(text, 0) });
      return compiled;
    },
    recount(text, calendar) {
      const entry = cache.peek(text);
      const tableBytes = calendar.tableBytes();
      if (entry === undefined || entry.tableBytes === tableBytes) return;
      cache.set(text, { compiled: calendar, tableBytes }, { size: sizeOf(text, tableBytes) });
    },
  };
}

function compile(definition: unknown): CompiledCalendar {
  const [problem] = checkCalendarDefinition(definition);
  if (problem === undefined) return createServiceCalendar(definition as CalendarDefinition);
  return new FieldError(lineField(problem.path), problem.message);
}

/** The field's name in the input line, where windows are pairs and the zone is called timezone. */
function lineField(path: string): string {
  if (path === 'zone') return 'timezone';
  return path.replace(/\.from$/, '[0]').replace(/\.to$/, '[1]');
}
