import { packValues } from '../../../../../src/adapters/teams/forms/held-values';
import { commandIdOf } from '../../../../../src/adapters/teams/inbound/command-id';
import type { OrganisationChange } from '../../../../../src/domain/organisation/changes';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { installation as sample } from '../../../../support/installation';
import { BotDesk, dispatch } from './bot-desk';

const nonce = '00000000-0000-4000-8000-0000000000aa';
const owner = sample.people.find(({ id }) => id === 'owner') as Person;
const { name, mail, organisation } = owner;
const held = packValues({ name, mail, organisation, roles: 'dispatcher', phone: '+49 30 1' });
const sent = { do: 'submitRecord', form: 'person', of: 'owner', page: 'check', nonce, version: 1, held };

function ownerHolds(...roles: Person['roles']): Installation {
  return {
    ...sample,
    people: sample.people.map((each) => (each.id === 'owner' ? { ...owner, roles } : each)),
  };
}

const change = (person: Person): OrganisationChange => ({
  version: 2,
  at: 0,
  action: 'recordPerson',
  commandId: commandIdOf(nonce, 'owner'),
  by: { person: 'owner', role: 'processOwner' },
  events: [{ type: 'personRecorded', person }],
});

describe('given somebody who takes the role from themself', () => {
  it('when it is saved inline, then they read that it is, and no list that is no longer theirs', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    desk.records = {
      run: () => {
        desk.installation = ownerHolds({ role: 'dispatcher' });
        return Promise.resolve({ kind: 'done', change: change(owner) });
      },
    };
    const answer = await desk.presses('owner', dispatch, sent);
    expect(answer).toContain('Gespeichert: Person Person owner.');
    expect(answer).not.toContain('Person nord-1');
  });

  it.each([[[]], [[{ role: 'dispatcher' }]]] as const)(
    'when the same submission comes again and they hold %j, then it is answered as before, and nothing is refused',
    async (roles) => {
      const desk = new BotDesk({ installation: ownerHolds(...roles) });
      desk.records = { changeBy: (id) => (id === change(owner).commandId ? change(owner) : undefined) };
      const answer = await desk.presses('owner', dispatch, sent, { name: 'task/submit' });
      expect(answer).toContain('Gespeichert: Person Person owner.');
      expect(desk.stores.audit.attempts).toEqual([]);
    },
  );
});

describe('given somebody who keeps the role', () => {
  it('when it is saved inline, then the list comes back with what is recorded now', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    desk.records = {
      run: () => {
        desk.installation = ownerHolds({ role: 'processOwner' }, { role: 'dispatcher' });
        return Promise.resolve({ kind: 'done', change: change(owner) });
      },
    };
    const answer = await desk.presses('owner', dispatch, sent);
    expect(answer).toContain('Gespeichert: Person Person owner.');
    expect(answer).toContain('Person nord-1');
  });
});

describe('given somebody else was faster', () => {
  it('when the chosen roles come in another order than they were shown in, then they are not taken for changed', async () => {
    const desk = new BotDesk({
      installation: ownerHolds({ role: 'processOwner' }, { role: 'platformMaintainer' }),
    });
    desk.records = {
      recordedAt: () => ownerHolds({ role: 'processOwner' }, { role: 'dispatcher' }),
      run: () => Promise.resolve({ kind: 'refused', refusal: { code: 'overtaken', at: 0 } }),
    };
    const roles = 'dispatcher,processOwner';
    const typed = { ...sent, held: packValues({ name, mail, organisation, roles }) };
    const answer = await desk.presses('owner', dispatch, typed, { name: 'task/submit' });
    expect(answer).toContain('"value":"processOwner,platformMaintainer"');
  });
});
