import type { CalendarDay } from '../service-calendar/civil-date';
import { type Days, daysOverlap } from './days';
import type { Contract, ModuleId, OrganisationId, Person } from './installation';
import { haveSameOperatorAndModule } from './operator-and-module';
import type { RecordPlace } from './record-place';

export type SpanContradiction =
  | {
      readonly rule: 'endsBeforeItBegins';
      readonly at: RecordPlace;
      readonly first: CalendarDay;
      readonly last: CalendarDay;
    }
  | {
      readonly rule: 'contractsOverlap';
      readonly at: RecordPlace;
      readonly other: RecordPlace;
      readonly operator: OrganisationId;
      readonly module: ModuleId;
    };

/** Roles are held from the first to the last day (process 1). */
export function roleDayContradictions(people: readonly Person[]): readonly SpanContradiction[] {
  return people.flatMap(({ since, until }, index) =>
    since === undefined || until === undefined
      ? []
      : endsEarly({ from: since, to: until }, { list: 'people', index, field: 'until' }),
  );
}

/** An operator has at most one contract per module on any day, first and last day included (process 8). */
export function contractContradictions(contracts: readonly Contract[]): readonly SpanContradiction[] {
  const place = (index: number): RecordPlace => ({ list: 'contracts', index });
  return contracts.flatMap((contract, index): readonly SpanContradiction[] => {
    const { operator, module } = contract;
    const early = endsEarly(contract, { ...place(index), field: 'to' });
    if (early.length > 0) return early;
    const other = contracts.findIndex(
      (each, position) =>
        position < index && haveSameOperatorAndModule(each, contract) && daysOverlap(each, contract),
    );
    return other < 0
      ? []
      : [{ rule: 'contractsOverlap', at: place(index), other: place(other), operator, module }];
  });
}

/** The last day comes before the first. */
export function endsEarly({ from: first, to: last }: Days, at: RecordPlace): readonly SpanContradiction[] {
  return last !== undefined && last < first ? [{ rule: 'endsBeforeItBegins', at, first, last }] : [];
}
