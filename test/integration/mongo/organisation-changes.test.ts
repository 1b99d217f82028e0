import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { eventsTowards, type OrganisationEvent } from '../../../src/domain/organisation/changes';
import { noRecords, recordsOf } from '../../../src/domain/organisation/records';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { installation } from '../../support/installation';
import { sampleTime } from '../../support/tickets';

const people = installation.people.map((person, index) => ({
  ...person,
  phone: `+49 30 1234${String(index).padStart(3, '0')}`,
}));
const [first, ...others] = people;
if (first === undefined) throw new Error('there are people');

describe("the organisation's changes as they are stored", () => {
  let server: RunningServer;
  let stores: MongoStores;
  beforeEach(async () => {
    server = await storeServer.start();
    stores = await connectStores(server.uri);
    await record(1, eventsTowards(noRecords, recordsOf({ ...installation, people })));
  });
  afterEach(async () => {
    await stores.close();
    await server.close();
  });

  async function record(version: number, events: readonly OrganisationEvent[]): Promise<void> {
    const at = sampleTime + version;
    const change = { version, at, action: 'importRecords', commandId: `c${version}`, events } as const;
    expect(await stores.organisation.append(change)).toBe(true);
  }

  const raw = (name: string) => stores.tickets.model.db.collection(name).find({}).toArray();

  it('given everybody is recorded, and somebody with another name, mail and phone, then no name, mail or phone stands in any change', async () => {
    const renamed = {
      ...first,
      name: 'Person renamed',
      mail: 'renamed@example.org',
      phone: '+49 30 9876543',
    };
    await record(2, [{ type: 'personRecorded', person: renamed }]);
    const stored = JSON.stringify(await raw('organisationChanges'));
    const kept = JSON.stringify(await raw('personDetails'));
    for (const { id, name, mail, phone } of [...people, renamed]) {
      expect(stored).toContain(`"${id}"`);
      for (const detail of [name, mail, phone]) {
        expect(stored).not.toContain(detail);
        expect(kept).toContain(detail);
      }
    }
  });

  it('given a changed role, then the change refers to the same details, and none are kept anew', async () => {
    const before = await raw('personDetails');
    expect(before).toHaveLength(1 + others.length);
    await record(2, [{ type: 'personRecorded', person: { ...first, roles: [{ role: 'processOwner' }] } }]);
    expect(await raw('personDetails')).toEqual(before);
    const [imported, changed] = (await raw('organisationChanges')).map(({ events }) =>
      (events as readonly { readonly person?: { readonly id: string } }[])
        .map(({ person }) => person)
        .find((person) => person?.id === first.id),
    );
    const { details, detailsHash } = Object(imported) as Readonly<Record<string, unknown>>;
    expect(before.some(({ _id }) => String(_id) === details)).toBe(true);
    expect(changed).toMatchObject({ details, detailsHash, roles: [{ role: 'processOwner' }] });
  });
});
