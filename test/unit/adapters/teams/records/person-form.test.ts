import { readForm } from '../../../../../src/adapters/teams/forms/read-submission';
import { personForm } from '../../../../../src/adapters/teams/records/person-form';
import { defined } from '../../../../../src/defined';
import { personById } from '../../../../../src/domain/organisation/find';
import type {
  Identity,
  Installation,
  MaintainedModule,
  Person,
} from '../../../../../src/domain/organisation/installation';
import type { Member } from '../../../../../src/domain/organisation/newcomers';
import { installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { commandOf, contextOf, errorsOf, type Opened } from './record-support';

const known = (id: string, from = installation) => personById(from, id) as Person;
const fieldsOf = (opened: Opened) => personForm.fields(contextOf(opened));
const choicesIn = (opened: Opened, id: string) =>
  fieldsOf(opened)
    .find((field) => field.id === id)
    ?.choices?.map(({ title, value }) => [title, value]);

describe('the form of somebody known', () => {
  const of = 'maintainer-a1';

  it('given a person, then the form shows what is recorded', () => {
    expect(fieldsOf({ of }).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'name line',
      'mail line',
      'phone line',
      'organisation choice',
      'roles several',
      'modules several',
      'since date',
      'until date',
      'identities several',
    ]);
    expect(personForm.initialValues(contextOf({ of }))).toEqual({
      name: 'Person maintainer-a1',
      mail: 'maintainer-a1@example.org',
      organisation: 'contractor-a',
      roles: '',
      modules: 'journal',
      identities: known(of)
        .identities.map(({ tenant, objectId }) => `${tenant} ${objectId}`)
        .join(),
    });
  });

  it.each(installation.people.map(({ id }) => id))(
    'given %s, when nothing is typed, then the command is what is recorded',
    (id) => {
      expect(commandOf(personForm, { of: id })).toEqual({ type: 'recordPerson', person: known(id) });
    },
  );

  it('given roles in any order, when nothing is typed, then they stay as recorded', () => {
    const person: Person = {
      ...known(of),
      roles: [
        { role: 'maintainer', module: 'journal' },
        { role: 'processOwner' },
        { role: 'maintainer', module: 'outage' },
        { role: 'dispatcher' },
      ],
    };
    const recorded = { ...installation, people: [...installation.people.slice(0, 8), person] };
    expect(commandOf(personForm, { of, recorded })).toEqual({ type: 'recordPerson', person });
  });

  it('given other roles, phone and days, then the command has them and the identities', () => {
    const typed = {
      name: ' Maintainer Eins ',
      phone: '+49 30 23125-111',
      roles: 'platformMaintainer,processOwner',
      modules: '',
      since: '2026-07-01',
      until: '2026-12-31',
    };
    expect(commandOf(personForm, { of }, typed)).toEqual({
      type: 'recordPerson',
      person: {
        ...known(of),
        name: 'Maintainer Eins',
        phone: '+49 30 23125-111',
        roles: [{ role: 'platformMaintainer' }, { role: 'processOwner' }],
        since: '2026-07-01',
        until: '2026-12-31',
      },
    });
  });

  it('given a last day, when it is emptied, then the roles have an open end', () => {
    const recorded = {
      ...installation,
      people: [...installation.people, { ...known(of), id: 'leaver', until: '2026-12-31' }],
    };
    const { person } = commandOf(personForm, { of: 'leaver', recorded }, { until: '' }) as {
      person: Partial<Person>;
    };
    expect(person).not.toHaveProperty('until');
  });

  it('given another company, then they are of it, and take no module along that it does not maintain', () => {
    expect(errorsOf(personForm, { of }, { organisation: 'nord' })['modules']).toContain('Netz Nord pflegt');
    const typed = { organisation: 'nord', modules: '' };
    expect(commandOf(personForm, { of }, typed)).toMatchObject({
      person: { organisation: 'nord', roles: [] },
    });
  });

  it('given a company that is retired, then those who are of it can be changed, and nobody else comes there', () => {
    const organisations = installation.organisations.map((each) =>
      each.id === 'contractor-a' ? { ...each, retired: '2026-06-01' } : each,
    );
    const recorded = { ...installation, organisations };
    const offered = (id: string) =>
      choicesIn({ of: id, recorded }, 'organisation')?.map(([, value]) => value);
    expect(offered(of)).toContain('contractor-a');
    expect(offered('nord-1')).not.toContain('contractor-a');
  });

  describe('given several identities', () => {
    const own = '00000000-0000-4000-8000-0000000000b1';
    const inTenant = (tenant: string): Identity => ({
      tenant,
      objectId: '00000000-0000-4000-9000-00000000aaaa',
    });
    const first = inTenant(own);
    const second = inTenant(installation.hostingTenant);
    const third = inTenant('00000000-0000-4000-8000-0000000000c1');
    const recorded = {
      ...installation,
      organisations: installation.organisations.flatMap(({ tenant, ...each }) => {
        if (each.id === 'contractor-a') return [{ ...each, tenant: own }];
        return [each.id === 'cooperative' ? { ...each, ...defined({ tenant }) } : each];
      }),
      people: installation.people.map((each) =>
        each.id === of ? { ...each, identities: [first, second, third] } : each,
      ),
    };

    it('then each is called by whose tenant it is in, never by an id, and ticked', () => {
      expect(choicesIn({ of, recorded }, 'identities')?.map(([title]) => title)).toEqual([
        'Kennung 1 (Tenant von Wartung A)',
        'Kennung 2 (Tenant von Genossenschaft)',
        'Kennung 3 (anderer Tenant)',
      ]);
      expect(commandOf(personForm, { of, recorded })).toMatchObject({
        person: { identities: [first, second, third] },
      });
    });

    it('when one is taken away, then the others stay', () => {
      const identities = [third, first].map(({ tenant, objectId }) => `${tenant} ${objectId}`).join();
      expect(commandOf(personForm, { of, recorded }, { identities })).toMatchObject({
        person: { identities: [first, third] },
      });
    });

    it('when all are taken away, then the check page says that they are recognised no more', () => {
      const command = commandOf(personForm, { of, recorded }, { identities: '' });
      const person = { ...known(of), identities: [] };
      expect(command).toEqual({ type: 'recordPerson', person });
      const follows = {
        events: [{ type: 'personRecorded', person } as const],
        after: recorded,
        days: [],
        endings: [],
        doubts: [],
      };
      expect(personForm.check?.({ ...contextOf({ of, recorded }), follows }, command).warnings).toEqual([
        'Person maintainer-a1 hat dann keine Kennung: In Teams wird die Person nicht erkannt und kann nichts tun.',
      ]);
    });
  });

  it('given a company, then only its modules can be granted, and those that are granted already', () => {
    expect(choicesIn({ of }, 'modules')).toEqual([['Betriebstagebuch', 'journal']]);
    const person = { ...known(of), roles: [{ role: 'maintainer', module: 'outage' } as const] };
    const recorded = { ...installation, people: [...installation.people.slice(0, 8), person] };
    expect(choicesIn({ of, recorded }, 'modules')).toEqual([
      ['Störungsinformationstool', 'outage'],
      ['Betriebstagebuch', 'journal'],
    ]);
    expect(errorsOf(personForm, { of }, { modules: 'outage' })).toHaveProperty('modules');
  });

  it('given a retired module, then nobody new maintains it', () => {
    const modules = installation.modules.map((each) => ({ ...each, retired: '2026-06-01' }));
    expect(choicesIn({ of: 'nord-1', recorded: { ...installation, modules } }, 'modules')).toBeUndefined();
    expect(choicesIn({ of, recorded: { ...installation, modules } }, 'modules')).toHaveLength(1);
  });

  it('given a company that maintains nothing, then there is no list without choices', () => {
    expect(fieldsOf({ of: 'nord-1' }).map(({ id }) => id)).not.toContain('modules');
  });

  it.each([
    ['name', ''],
    ['mail', ''],
    ['mail', 'postfach'],
    ['mail', 'a b@example.org'],
    ['phone', 'nur werktags'],
    ['since', '2026-02-30'],
    ['until', '2026-13-01'],
    ['roles', 'administrator'],
    ['roles', 'maintainer'],
    ['name', 'x'.repeat(201)],
  ])('given the field %s with "%s", then it is refused at the field', (field, text) => {
    expect(Object.keys(errorsOf(personForm, { of }, { [field]: text }))).toEqual([field]);
  });

  it('given a phone that the file brought, when another field is changed, then it stands', () => {
    const person = { ...known(of), phone: 'über die Zentrale' };
    const recorded = { ...installation, people: [...installation.people.slice(0, 8), person] };
    expect(errorsOf(personForm, { of, recorded }, { name: 'Anders' })).toEqual({});
  });

  it.each([undefined, 'nobody', 'person maintainer-a1', '__proto__', 'member 19:nord@thread.tacv2'])(
    'given the forged key %s, then there is nothing to fill in',
    (forged) => {
      const opened = defined({ of: forged });
      expect(errorsOf(personForm, opened, { name: 'X', mail: 'x@example.org' })).toHaveProperty('');
      expect(fieldsOf(opened)).toEqual([]);
    },
  );

  it('given 500 people and 60 modules, then nothing granted is cut off', () => {
    const recorded = largeOrganisation();
    const owner = { ...known('owner'), id: 'owner' };
    const everything = recorded.modules.map(({ id }) => ({ role: 'maintainer', module: id }) as const);
    const modules = [
      ...recorded.modules,
      ...recorded.modules.map((each) => ({ ...each, id: `more-${each.id}` })),
    ];
    const last = modules.slice(-70).map(({ id }) => ({ role: 'maintainer', module: id }) as const);
    for (const roles of [everything, last]) {
      const person: Person = { ...owner, id: 'many', organisation: 'contractor-a', roles };
      const all = { ...recorded, modules, people: [...recorded.people, owner, person] };
      expect(commandOf(personForm, { of: 'many', recorded: all })).toEqual({ type: 'recordPerson', person });
      expect(choicesIn({ of: 'many', recorded: all }, 'modules')?.length).toBe(Math.max(60, roles.length));
    }
  });

  it('given a complete form, then the check page says what is otherwise', () => {
    const command = commandOf(personForm, { of }, { name: 'Maintainer Eins', modules: '' });
    const person = { ...known(of), name: 'Maintainer Eins', roles: [] };
    const events = [{ type: 'personRecorded', person } as const];
    const people = installation.people.map((each) => (each.id === of ? person : each));
    const follows = { events, after: { ...installation, people }, days: [], endings: [], doubts: [] };
    expect(personForm.check?.({ ...contextOf({ of }), follows }, command).lines).toEqual([
      { label: 'Eintrag', text: 'Person Person maintainer-a1' },
      { label: 'Name', text: 'Person maintainer-a1 → Maintainer Eins' },
      { label: 'Rollen', text: 'Modul-Maintainer: Betriebstagebuch → –' },
    ]);
  });
});

const home = '00000000-0000-4000-8000-0000000000a1';
const member: Member = {
  teamsId: '29:newcomer',
  name: 'Gast Eins',
  mail: 'gast@netz-nord.example',
  identity: { tenant: home, objectId: '00000000-0000-4000-9000-00000000aaaa' },
};
const of = 'member 19:dispatch@thread.tacv2 29:newcomer';

describe('the form of somebody new', () => {
  const newcomer = { member, sameAs: [] };
  const opened: Opened = { of, newcomer };
  const typed = { organisation: 'nord', roles: 'operator' };

  it('given a member of a channel, then name and mail are filled in, and the roles begin today', () => {
    expect(fieldsOf(opened).map(({ id }) => id)).toEqual([
      'name',
      'mail',
      'phone',
      'organisation',
      'roles',
      'modules',
      'since',
    ]);
    expect(personForm.initialValues(contextOf(opened))).toEqual({
      name: 'Gast Eins',
      mail: 'gast@netz-nord.example',
      since: '2026-06-10',
    });
  });

  it('given Teams does not say who it is, then the form says so, and keeps its fields and what was typed', () => {
    const context = contextOf({ of });
    expect(personForm.title(context)).toBe('Neue Person');
    expect(personForm.blocked?.(context)).toContain('Teams sagt zurzeit nicht, wer das ist.');
    const sent = readForm(
      personForm,
      context,
      { ...typed, phone: '+49 30 1' },
      personForm.blocked?.(context),
    );
    expect(sent.values).toMatchObject({ ...typed, phone: '+49 30 1' });
    expect(sent.reading).toHaveProperty(['errors', ''], personForm.blocked?.(context));
  });

  it('given what was chosen, then the command enters them with their identity, and without an id', () => {
    expect(commandOf(personForm, opened, typed)).toEqual({
      type: 'recordPerson',
      person: {
        name: 'Gast Eins',
        mail: 'gast@netz-nord.example',
        organisation: 'nord',
        identities: [member.identity],
        roles: [{ role: 'operator' }],
        since: '2026-06-10',
      },
    });
  });

  it('given the tenant of one company, then that one comes first and is chosen', () => {
    const recorded: Installation = {
      ...installation,
      organisations: installation.organisations.map((each) =>
        each.id === 'contractor-b' ? { ...each, tenant: home } : each,
      ),
    };
    expect(choicesIn({ ...opened, recorded }, 'organisation')?.[0]).toEqual(['Wartung B', 'contractor-b']);
    expect(personForm.initialValues(contextOf({ ...opened, recorded }))).toMatchObject({
      organisation: 'contractor-b',
    });
  });

  it.each([
    ['nord', 'nord', 'Netz Nord'],
    ['journal', 'contractor-a', 'Wartung A'],
    ['outage', 'contractor-b', 'Wartung B'],
  ])('given the channel of %s, then its company comes first and is chosen', (channel, id, name) => {
    const there = { ...opened, of: `member 19:${channel}@thread.tacv2 29:newcomer` };
    expect(choicesIn(there, 'organisation')?.[0]).toEqual([name, id]);
    expect(personForm.initialValues(contextOf(there))).toMatchObject({ organisation: id });
  });

  it('given a channel of modules of two companies, then none is chosen unasked', () => {
    const [journal, outage, contacts] = installation.modules as readonly [
      MaintainedModule,
      MaintainedModule,
      MaintainedModule,
    ];
    const modules = [journal, { ...outage, ...defined({ channel: journal.channel }) }, contacts];
    const there = {
      ...opened,
      of: 'member 19:journal@thread.tacv2 29:newcomer',
      recorded: { ...installation, modules },
    };
    expect(personForm.initialValues(contextOf(there))).not.toHaveProperty('organisation');
  });

  it('given the hosting tenant, even of one company, then it says nothing of where a guest is from', () => {
    const organisations = installation.organisations.map(({ tenant, ...each }) =>
      each.id === 'cooperative' ? { ...each, ...defined({ tenant }) } : each,
    );
    const identity = { ...member.identity, tenant: installation.hostingTenant };
    const ofHost = {
      ...opened,
      recorded: { ...installation, organisations },
      newcomer: { member: { ...member, identity }, sameAs: [] },
    };
    expect(personForm.initialValues(contextOf(ofHost))).not.toHaveProperty('organisation');
  });

  it('given a tenant of several companies, then none is chosen unasked', () => {
    const identity = { ...member.identity, tenant: installation.hostingTenant };
    const ofHost = { ...opened, newcomer: { member: { ...member, identity }, sameAs: [] } };
    expect(personForm.initialValues(contextOf(ofHost))).not.toHaveProperty('organisation');
    expect(Object.keys(errorsOf(personForm, ofHost))).toEqual(['organisation']);
  });

  it('given a retired company or module, then nobody new comes there', () => {
    const retired = '2026-06-01';
    const recorded: Installation = {
      ...installation,
      organisations: installation.organisations.map((each) =>
        each.id === 'nord' ? { ...each, retired } : each,
      ),
      modules: installation.modules.map((each) => (each.id === 'journal' ? { ...each, retired } : each)),
    };
    expect(choicesIn({ ...opened, recorded }, 'organisation')?.map(([, id]) => id)).not.toContain('nord');
    expect(choicesIn({ ...opened, recorded }, 'modules')).toEqual([
      ['Störungsinformationstool (Wartung B)', 'outage'],
    ]);
  });

  it('given a module of another company, then it is refused at the field, with its name', () => {
    const errors = errorsOf(personForm, opened, { organisation: 'contractor-a', modules: 'journal,outage' });
    expect(errors).toEqual({
      modules:
        'Wartung A pflegt diese Module nicht: Störungsinformationstool. Bitte wählen Sie nur Module dieser Firma.',
    });
    const command = commandOf(personForm, opened, { organisation: 'contractor-a', modules: 'journal' });
    expect(command).toMatchObject({ person: { roles: [{ role: 'maintainer', module: 'journal' }] } });
  });

  it('given a member without a mail, then nobody takes part without one', () => {
    const { mail, ...nameless } = member;
    const without = { ...opened, newcomer: { member: nameless, sameAs: [] } };
    expect(Object.keys(errorsOf(personForm, without, typed))).toEqual(['mail']);
    expect(Object.keys(errorsOf(personForm, opened, { ...typed, name: '', mail: 'x' }))).toContain('name');
  });

  it('given an identity that was entered meanwhile, then the form says so', () => {
    const entered = { ...known('nord-2'), identities: [member.identity] };
    const recorded = { ...installation, people: [...installation.people, entered] };
    expect(errorsOf(personForm, { ...opened, recorded }, typed)['']).toContain('inzwischen eingetragen');
  });

  it('given 500 people and 60 companies more, then no list is longer than people find their way in', () => {
    const recorded = largeOrganisation();
    const more = Array.from({ length: 60 }, (_, index) => ({
      id: `company-${index}`,
      name: `Firma ${index}`,
      contactPeople: [],
      ...(index === 59 && { tenant: home }),
    }));
    const all = {
      ...recorded,
      people: [...recorded.people, known('owner')],
      organisations: [...recorded.organisations, ...more],
    };
    const sameAs = recorded.people.slice(0, 100);
    const large = { ...opened, recorded: all, newcomer: { member, sameAs } };
    for (const { choices = [] } of fieldsOf(large)) expect(choices.length).toBeLessThanOrEqual(60);
    expect(choicesIn(large, 'organisation')?.[0]).toEqual(['Firma 59', 'company-59']);
  });
});

describe('the form of somebody who may be known (a guest has another object id than at home)', () => {
  const opened: Opened = { of, newcomer: { member, sameAs: [known('nord-1'), known('sued-1')] } };

  it('given people with the same mail or name, then it is asked first whose identity it is', () => {
    expect(choicesIn(opened, 'whose')).toEqual([
      ['Neue Person', '-'],
      ['Person nord-1 (Netz Nord)', 'nord-1'],
      ['Person sued-1 (Netz Süd)', 'sued-1'],
    ]);
    expect(Object.keys(errorsOf(personForm, opened, { organisation: 'nord' }))).toEqual(['whose']);
  });

  it('given one of them, then they get the identity, and nothing else of them is changed', () => {
    const typed = { whose: 'nord-1', name: '', mail: '', organisation: '' };
    const { identities } = known('nord-1');
    expect(commandOf(personForm, opened, typed)).toEqual({
      type: 'recordPerson',
      person: { ...known('nord-1'), identities: [...identities, member.identity] },
    });
  });

  it('given one of them, when more is typed or chosen, then it is not lost unsaid', () => {
    const typed = {
      whose: 'nord-1',
      name: 'Anders',
      phone: '+49 30 1',
      roles: 'operator',
      organisation: 'sued',
    };
    const errors = errorsOf(personForm, opened, typed);
    expect(Object.keys(errors)).toEqual(['name', 'phone', 'roles']);
    expect(errors['phone']).toContain('bekommt hier nur die Kennung dazu');
    expect(errorsOf(personForm, opened, { whose: 'nord-1' })).toEqual({});
  });

  it('given one of them, then the check page names them, and warns that the identity has all their rights', () => {
    const command = commandOf(personForm, opened, { whose: 'nord-1' });
    const before = known('nord-1');
    const person = { ...before, identities: [...before.identities, member.identity] };
    const people = installation.people.map((each) => (each.id === person.id ? person : each));
    const events = [{ type: 'personRecorded', person } as const];
    const follows = { events, after: { ...installation, people }, days: [], endings: [], doubts: [] };
    expect(personForm.check?.({ ...contextOf(opened), follows }, command)).toMatchObject({
      lines: [
        { label: 'Eintrag', text: 'Person Person nord-1' },
        { label: 'Kennungen', text: '1 → 2' },
      ],
      warnings: [
        'Wer sich mit der neuen Kennung anmeldet, ist hier Person nord-1 und hat alle Rechte dieser Person.',
      ],
    });
  });

  it('given roles that begin later, then the known person keeps them as recorded, not as in force', () => {
    const later = { ...known('nord-1'), since: '2030-01-01' };
    const recorded = {
      ...installation,
      people: installation.people.map((each) => (each.id === 'nord-1' ? later : each)),
    };
    const sameAs = [{ ...later, roles: [] }];
    const command = commandOf(
      personForm,
      { recorded, of, newcomer: { member, sameAs } },
      { whose: 'nord-1' },
    );
    expect(command).toMatchObject({ person: { roles: [{ role: 'operator' }], since: '2030-01-01' } });
  });

  it('given nobody known, then everything that somebody new needs is asked for', () => {
    const typed = { whose: '-', name: '', mail: '', organisation: '' };
    expect(Object.keys(errorsOf(personForm, opened, typed))).toEqual(['name', 'mail', 'organisation']);
    expect(commandOf(personForm, opened, { whose: '-', organisation: 'sued' })).toMatchObject({
      person: { name: 'Gast Eins', organisation: 'sued', identities: [member.identity] },
    });
  });

  it('given somebody who is not offered, then nobody else gets the identity', () => {
    expect(Object.keys(errorsOf(personForm, opened, { whose: 'owner' }))).toEqual(['whose']);
  });
});
