import { type OrganisationEvent, recordKey, recordsByKey } from '../../../domain/organisation/changes';
import { recordsOf } from '../../../domain/organisation/records';
import { consequencesByDayText, endingText } from '../../../texts/consequences.de';
import { doubtText } from '../../../texts/doubts.de';
import { namedRecords } from '../../../texts/named-records.de';
import { identityWarnings, recordLines, recordTexts, recordTitle } from '../../../texts/records.de';
import { viewFor } from '../../../texts/view';
import type { CheckPage } from '../forms/form-definition';
import type { RecordFormContext } from './record-form';
import type { RecordLine } from '../../../texts/record-line';

/**
 * What is shown before records are changed: whose record it is, what will be otherwise, what ends by it, which open tickets lose their maintainer by it, and
 * what would be surely wrong afterwards.
 */
export function checkRecords({ view, recorded, today, follows }: RecordFormContext): CheckPage {
  if (follows === undefined) throw new Error('the check page needs to know what follows');
  const { events, after, days, endings, doubts } = follows;
  const then = viewFor({ installation: after, now: view.now });
  const present = recordsByKey(recordsOf(recorded));
  return {
    intro: recordTexts.checkIntro,
    lines: namedRecords(events).flatMap(({ events: named, further }) => [
      ...named.flatMap((event) => {
        const before = present.get(recordKey(event));
        return [...titleLines(before, event), ...changedLines(before, event)];
      }),
      ...further.map((text) => ({ label: recordTexts.record, text })),
    ]),
    warnings: [
      ...events.flatMap((event) => warningsOf(present.get(recordKey(event)), event)),
      ...endings.map((ending) => endingText(ending, then)),
      ...(days.length === 0 ? [] : consequencesByDayText(days, today, then)),
      ...doubts.map((doubt) => doubtText(doubt, then)),
    ],
    similar: [],
  };

  /** As it is called now; a day of the roster is the label of its line. */
  function titleLines(
    before: OrganisationEvent | undefined,
    event: OrganisationEvent,
  ): readonly RecordLine[] {
    if (event.type === 'dutyRecorded') return [];
    const text = before === undefined ? recordTitle(event, then) : recordTitle(before, view);
    return [{ label: recordTexts.record, text }];
  }

  function changedLines(
    before: OrganisationEvent | undefined,
    event: OrganisationEvent,
  ): readonly RecordLine[] {
    const lines = recordLines(event, then);
    if (before === undefined) return lines;
    const former = new Map(recordLines(before, view).map(({ label, text }) => [label, text]));
    return lines
      .filter(({ label, text }) => former.get(label) !== text)
      .map(({ label, text }) => ({ label, text: `${former.get(label) ?? '–'} → ${text}` }));
  }
}

function warningsOf(before: OrganisationEvent | undefined, event: OrganisationEvent): readonly string[] {
  if (event.type !== 'personRecorded') return [];
  return identityWarnings(before?.type === 'personRecorded' ? before.person : undefined, event.person);
}
