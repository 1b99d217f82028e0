import { pressButton, recordButton } from '../../src/adapters/teams/cards/buttons';
import type { DialogMode } from '../../src/adapters/teams/cards/dialog-mode';
import { recordLists } from '../../src/adapters/teams/cards/payload';
import {
  maxRecordsListed,
  renderRecordsCard,
  type RecordFilter,
  type RecordRow,
} from '../../src/adapters/teams/cards/records-card';
import { message, modes, type SampleCard } from './sample-cards';
import type { Typing } from './typing';

/** Rows whose names differ only in what stands at their ends, with one button each. */
export function recordRows(
  name: (index: number) => string,
  number = maxRecordsListed,
  mode: DialogMode = 'dialog',
): readonly RecordRow[] {
  return Array.from({ length: number }, (_, index) => ({
    text: name(index),
    details: [name(index), `Dispatcher, seit Mo 01.06.2026, ${name(index)}`, 'abwesend bis Fr 12.06.2026'],
    buttons: [
      recordButton('Ändern', 'person', mode, `person-${'x'.repeat(60)}-${index}`),
      recordButton('Abwesenheit', 'absence', mode, `person-${'x'.repeat(60)}-${index}`),
    ],
  }));
}

export function moduleFilter(name: (index: number) => string, number = 50): RecordFilter {
  const choices = Array.from({ length: number }, (_, index) => ({
    title: name(index),
    value: `module-${index}`,
  }));
  return { id: 'module', label: 'Modul', choices, value: 'module-0' };
}

/** Lists of the organisation's records: whole, searched, narrowed and empty. */
export function recordsCards(type: Typing): readonly SampleCard[] {
  const name = (index: number) => `${type('title')} ${index}`;
  const input = { heading: 'Personen', page: 2, pages: 3 };
  return recordLists.flatMap((list) =>
    modes.flatMap((mode) => {
      const buttons = [
        recordButton('Neu', 'person', mode),
        pressButton('Organisation', 'say', { do: 'say', command: 'Organisation' }),
      ];
      const rows = recordRows(name, maxRecordsListed, mode);
      const search = { value: type('title').slice(0, 100) };
      const kept = { search: search.value, module: 'module-0' };
      return [
        message(`${list}, ${mode}`, renderRecordsCard({ ...input, list, rows, kept: {}, buttons })),
        message(
          `${list}, ${mode}, narrowed`,
          renderRecordsCard({
            ...{ ...input, list, rows, kept, buttons, search },
            ...{ filter: moduleFilter(name), note: 'Vergangene stehen am Ende.' },
          }),
        ),
        message(
          `${list}, ${mode}, none`,
          renderRecordsCard({ ...input, list, rows: [], kept, buttons, search, page: 1, pages: 1 }),
        ),
      ];
    }),
  );
}
