import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadOrganisation } from '../../../../src/adapters/organisation/load-organisation';
import { contractOn, personOfIdentity, placesOfConversation } from '../../../../src/domain/organisation/find';
import { roles } from '../../../../src/domain/organisation/installation';

const folder = join(__dirname, '../../../../src/simulator/playground');
const user = z.looseObject({ id: z.string(), aadObjectId: z.guid() });
const { tenantId, currentUser, users, team } = z
  .looseObject({
    tenantId: z.guid(),
    currentUser: user,
    users: z.array(user),
    team: z.looseObject({
      id: z.string(),
      aadGroupId: z.string(),
      channels: z.array(z.looseObject({ id: z.string() })),
    }),
  })
  .parse(parse(readFileSync(join(folder, '.m365agentsplayground.yml'), 'utf8')));
const installation = loadOrganisation(join(folder, 'organisation.yaml'));
const everything = personOfIdentity(installation, { tenant: tenantId, objectId: currentUser.aadObjectId });

describe('the files of the Playground', () => {
  test('given its one user, then the organisation file knows the identity with every role', () => {
    expect(new Set(everything?.roles.map(({ role }) => role))).toEqual(new Set(roles));
  });

  test('given its one user, then the operator without channel is reached through it, under contract for the own module', () => {
    const organisation = installation.organisations.find(({ id }) => id === everything?.organisation);
    expect(organisation?.channel).toBeUndefined();
    expect(organisation?.contactPeople).toEqual([everything?.id]);
    expect(contractOn(installation, organisation?.id ?? '', 'betriebstagebuch', '2026-06-12')).toBeDefined();
  });

  test('given its team, then General is dispatch and platform and the other channel is a module’s', () => {
    expect(placesOfConversation(installation, team.id)).toEqual([{ kind: 'dispatch' }, { kind: 'platform' }]);
    expect(team.channels.map(({ id }) => placesOfConversation(installation, id))).toEqual([
      [{ kind: 'module', module: 'betriebstagebuch' }],
    ]);
    expect(installation.dispatchChannel).toMatchObject({ tenant: tenantId, team: team.aadGroupId });
  });

  test('given its other users, then five, and one of them is a stranger to the organisation file', () => {
    expect(users).toHaveLength(5);
    const known = users.filter(({ aadObjectId }) =>
      personOfIdentity(installation, { tenant: tenantId, objectId: aadObjectId }),
    );
    expect(known).toHaveLength(4);
  });

  test('given the port in the service URL, then it stands once, where the command replaces it', () => {
    expect(readFileSync(join(folder, 'organisation.yaml'), 'utf8').match(/127\.0\.0\.1:56150/g)).toHaveLength(
      1,
    );
  });
});
