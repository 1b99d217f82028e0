import { packValues } from '../../../../../src/adapters/teams/forms/held-values';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { installation as sample } from '../../../../support/installation';
import { BotDesk, dispatch } from './bot-desk';

const nonce = '00000000-0000-4000-8000-0000000000aa';
const copyable = 'Ihre Eingaben sind nicht gespeichert; Sie können sie hier kopieren.';
const sent = { do: 'submitRecord', page: 'fill', nonce, version: 1 };
const person = { ...sent, form: 'person', of: 'nord-1', phone: '+49 30 1', roles: 'operator', since: '' };

/** How a form that was shown in this mode is sent. */
const sending = { dialog: { name: 'task/submit' }, inline: {} } as const;

describe.each(['dialog', 'inline'] as const)('a record form sent (%s) that is no longer taken', (mode) => {
  const asks = (data: object, change: (from: Installation) => Installation, by = 'owner') => {
    const desk = new BotDesk({ mode, installation: change(sample) });
    return desk.presses(by, dispatch, data, sending[mode]);
  };

  const elsewhere = { ...sample.dispatchChannel, conversation: '19:other@thread.tacv2' };
  it.each<readonly [string, (from: Installation) => Installation, string]>([
    ['the role is lost', (from) => having(from, 'owner', { roles: [{ role: 'operator' }] }), 'dürfen nur'],
    ['all roles are lost', (from) => having(from, 'owner', { roles: [] }), 'dürfen nur'],
    ['the person is gone', (from) => without(from, 'owner'), 'nicht'],
    ['the channel is no place any more', (from) => ({ ...from, dispatchChannel: elsewhere }), 'keinem Ort'],
  ])('given %s, then the sentence says why, and what was typed is given back', async (_case, change, why) => {
    const answer = await asks(person, change);
    expect(answer).toContain(why);
    expect(answer).toContain(copyable);
    expect(answer).toContain('"label":"Telefon"');
    expect(answer).toContain('"value":"+49 30 1"');
    expect(answer).not.toContain('submitRecord');
  });

  it('given Teams does not say who it is, then what was typed is given back', async () => {
    const desk = new BotDesk({ mode });
    desk.rosterDown = true;
    const answer = await desk.presses('owner', dispatch, person, sending[mode]);
    expect(answer).toContain('Teams hat nicht bestätigt, wer Sie sind');
    expect(answer).toContain('"value":"+49 30 1"');
  });

  it('given a check page, then what it holds is given back', async () => {
    const held = packValues({ name: 'Modul A', packageRepository: 'https://a.example', maintainer: '-' });
    const data = { ...sent, form: 'module', of: 'journal', page: 'check', held };
    const answer = await asks(data, (from) => without(from, 'owner'));
    expect(answer).toContain('"label":"Paket-Repository"');
    expect(answer).toContain('"value":"https://a.example"');
    expect(answer).toContain('"value":"Modul A"');
  });

  it('given guesses of what is recorded, then the answer tells neither whether they are right nor whether there is such a record', async () => {
    const { name, mail } = sample.people.find(({ id }) => id === 'nord-1') as Person;
    const guessed = (of: string) =>
      asks({ ...person, of, name, mail }, (from) => having(from, 'owner', { roles: [] }));
    const right = await guessed('nord-1');
    expect(right).toContain(`"value":"${name}"`);
    expect(right).toContain(`"value":"${mail}"`);
    expect(await guessed('nobody')).toBe(right);
    expect(await guessed('sued-1')).toBe(right);
  });

  it('given nothing was typed, then the sentence stands alone', async () => {
    const answer = await asks({ ...person, phone: ' ' }, (from) => without(from, 'owner'));
    expect(answer).not.toContain(copyable);
  });
});

describe('what is not given back', () => {
  it('given a channel, when the data of a form come as a message, then nothing of it is said to all', async () => {
    const desk = new BotDesk();
    const given = await desk.takes({ ...desk.envelope('owner', dispatch), type: 'message', value: person });
    expect(JSON.stringify(given)).not.toContain('+49 30 1');
  });
});

function having(from: Installation, id: string, change: Partial<Person>): Installation {
  const people = from.people.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...from, people };
}

function without(from: Installation, id: string): Installation {
  return { ...from, people: from.people.filter((each) => each.id !== id) };
}
