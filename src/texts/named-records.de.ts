import type { OrganisationEvent } from '../domain/organisation/changes';
import { type Further, furtherOnboardings, furtherTasks } from './further.de';
import { recordTexts, recordTitle } from './records.de';
import type { View } from './view';

/** Records of one kind that are named, and what stands for the others of the kind. */
export interface NamedRecords {
  readonly events: readonly OrganisationEvent[];
  readonly further: readonly string[];
}

/** Of each kind of what follows from a change; more are counted, so that a check page is one card and a sentence can be read. */
const maxNamed = 3;

/** The records of a change by their kinds: all that were typed, and the first of those that follow from them. */
export function namedRecords(events: readonly OrganisationEvent[]): readonly NamedRecords[] {
  const kinds = new Set(events.map(kindOf));
  return [...kinds].map((kind) => {
    const all = events.filter((event) => kindOf(event) === kind);
    const further = all[0] && furtherOf(all[0]);
    if (further === undefined) return { events: all, further: [] };
    return { events: all.slice(0, maxNamed), further: further(all.length - maxNamed) };
  });
}

/** 'Gespeichert: Modul Betriebstagebuch; Maintainer-Zugänge entziehen: Maintainer West, Betriebstagebuch.' */
export function savedText(events: readonly OrganisationEvent[], view: View): string {
  const what = namedRecords(events).flatMap(({ events: named, further }) => [
    ...new Set(named.map((event) => recordTitle(event, view))),
    ...further,
  ]);
  return `${recordTexts.saved}: ${what.join('; ')}.`;
}

function kindOf(event: OrganisationEvent): string {
  return event.type === 'accessTaskRecorded' ? event.task.kind : event.type;
}

/** Undefined of what is typed. */
function furtherOf({ type }: OrganisationEvent): Further | undefined {
  switch (type) {
    case 'accessTaskRecorded':
      return furtherTasks;
    case 'onboardingRecorded':
      return furtherOnboardings;
    case 'personRecorded':
    case 'organisationRecorded':
    case 'moduleRecorded':
    case 'contractRecorded':
    case 'absenceRecorded':
    case 'dutyRecorded':
    case 'contractEndReminded':
      return undefined;
  }
}
