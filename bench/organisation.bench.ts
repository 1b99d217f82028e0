import { recordsCard } from '../src/adapters/teams/inbound/handlers/organisation/show-records';
import type { RecordContext } from '../src/adapters/teams/records/record-form';
import { recordListsByName } from '../src/adapters/teams/records/record-lists';
import { evolveRecords, eventsTowards } from '../src/domain/organisation/changes';
import { contradictionsIn } from '../src/domain/organisation/contradictions';
import { doubtsOf } from '../src/domain/organisation/doubts';
import { noRecords, recordsOf } from '../src/domain/organisation/records';
import { localDayAt } from '../src/domain/reaction/service-day';
import { viewFor } from '../src/texts/view';
import { largeOrganisation } from '../test/support/large-organisation';
import { sampleTime } from '../test/support/tickets';
import { ratesOf } from './measure';

const contractsInAll = 300;

/**
 * `npm run bench -- organisation`: what a press on the lists and forms of the records takes with 500 people and 300 contracts, and
 * how it grows with them. The floor copies the records once as JSON.
 */
export function run(): Promise<void> {
  const ratios: string[] = [];
  for (const share of [1, 4]) {
    const recorded = organisationOf(share);
    const { day: today } = localDayAt(recorded.calendars, sampleTime);
    const person = recorded.people[0];
    if (person === undefined) throw new Error('nobody is there');
    const view = viewFor({ installation: recorded, now: sampleTime });
    const context: RecordContext = { view, recorded, changes: [], today, person, role: 'processOwner' };
    const records = recordsOf(recorded);
    const events = eventsTowards(noRecords, records);
    const rates = ratesOf({
      floor: times(() => JSON.stringify(JSON.parse(JSON.stringify(records))).length),
      ...Object.fromEntries(
        Object.values(recordListsByName).map((definition) => [
          `list ${definition.list}`,
          times(
            () => JSON.stringify(recordsCard({ mode: 'dialog' }, context, definition, { page: 1 })).length,
          ),
        ]),
      ),
      contradictions: times(() => contradictionsIn(recorded).length),
      doubts: times(() => doubtsOf(recorded, today).length),
      'replay of the first import': times(() => events.reduce(evolveRecords, noRecords).people.length),
    });
    const { floor = NaN } = rates;
    console.log(`${recorded.people.length} people, ${recorded.contracts.length} contracts`);
    for (const [name, rate] of Object.entries(rates)) {
      console.log(`  ${name.padEnd(28)} ${(1000 / rate).toFixed(1).padStart(8)} ms`);
      ratios.push(`ratio ${name} with ${recorded.people.length} people / floor ${(floor / rate).toFixed(1)}`);
    }
  }
  console.log(`\n${ratios.join('\n')}`);
  return Promise.resolve();
}

function times(work: () => number): (count: number) => number {
  return (count) => {
    let sum = 0;
    for (let done = 0; done < count; done += 1) sum += work();
    return sum;
  };
}

/** The large organisation, or every fourth of its people and contracts. */
function organisationOf(share: number) {
  const whole = largeOrganisation();
  const contracts = Array.from({ length: contractsInAll }, (_, index) => ({
    id: `contract-${index}`,
    operator: index % 2 === 0 ? 'nord' : 'sued',
    module: `module-${index % 60}`,
    // One after another, as no two may overlap.
    from: `${2000 + Math.floor(index / 60)}-01-01`,
    to: `${2000 + Math.floor(index / 60)}-12-31`,
  }));
  return {
    ...whole,
    people: whole.people.filter((_, index) => index % share === 0),
    contracts: contracts.filter((_, index) => index % share === 0),
  };
}
