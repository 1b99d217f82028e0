import { actionOfForm, type FormId, formIds } from '../../../../../src/adapters/teams/cards/payload';
import { personById } from '../../../../../src/domain/organisation/find';
import type { Person } from '../../../../../src/domain/organisation/installation';
import { mayRead } from '../../../../../src/domain/ticket/access';
import type { Ticket } from '../../../../../src/domain/ticket/ticket';
import { rowsOf } from '../../../../../src/domain/ticket/transitions';
import { inTest, planned, released, returned } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { BotDesk, dispatch, nord } from './bot-desk';

/** Every state in which a form may hold something that is not everybody's. */
const stories = { returned, planned, inTest, released };
const places = {
  dispatch,
  platform: installation.platformChannel.conversation,
  nord,
  journal: '19:journal@thread.tacv2',
  outage: '19:outage@thread.tacv2',
};
const roleAt = {
  dispatch: 'dispatcher',
  platform: 'platformMaintainer',
  nord: 'operator',
  journal: 'maintainer',
  outage: 'maintainer',
} as const;
type PlaceName = keyof typeof places;
/** One of all who have the same roles in the same organisation: the process makes no other difference between them. */
const people = [
  ...new Map(
    installation.people
      .toReversed()
      .map(({ id, organisation, roles }) => [JSON.stringify([organisation, roles]), id]),
  ).values(),
  'stranger',
];
const nonce = '00000000-0000-4000-8000-0000000000aa';
const typed = ['Schichtbuch lässt sich nicht öffnen', 'Nach dem Anmelden bleibt', 'Welche Version?'];

/** Whether the process gives this person the form here (process 1, 3), told apart from how the bot finds it out. */
function hasForm(form: FormId, person: Person, place: PlaceName, ticket: Ticket): boolean {
  const role = roleAt[place];
  if (!person.roles.some((grant) => grant.role === role)) return false;
  if (form === 'reportFault')
    return role === 'dispatcher' || (place === 'nord' && person.organisation === 'nord');
  if (!mayRead(installation, { person: person.id }, ticket)) return false;
  if (form === 'agreeForOperator' || form === 'confirmNoticeForOperator') return role === 'dispatcher';
  const action = actionOfForm(form);
  if (action === undefined) return true;
  const rows = rowsOf(action);
  return rows.some(
    (row) => row.roles.includes(role) || (role === 'dispatcher' && row.onOperatorsWord === true),
  );
}

/** Who has nothing to do with the ticket: other operators and contractors, and their people, unless they are the reader's own. */
function namesOfOthers(person: Person | undefined): readonly string[] {
  const ofTicket = ['nord', 'contractor-a', 'cooperative', person?.organisation];
  const organisations = installation.organisations.filter(({ id }) => !ofTicket.includes(id));
  const others = installation.people.filter(({ organisation }) => !ofTicket.includes(organisation));
  return [...organisations.map(({ name }) => name), ...others.map(({ name }) => name)];
}

describe.each(Object.entries(stories))('given a ticket that is %s', (_name, story) => {
  const ticket = story().stands;
  const { number, version } = ticket;
  let desk: BotDesk;
  beforeEach(async () => {
    desk = new BotDesk();
    await desk.keeps(story());
  });

  const forged = formIds.flatMap((form) =>
    [
      { do: 'open', form, ticket: number, version },
      { do: 'submit', form, page: 'fill', nonce, ticket: number, version },
      { do: 'submit', form, page: 'back', nonce, ticket: number, version },
      { do: 'submit', form: 'moreActions', action: form, page: 'fill', nonce, ticket: number, version },
    ].map((data) => ({ form, data })),
  );

  it.each(people)('when %s forges every form everywhere, then only who may send it sees one', async (id) => {
    const person = personById(installation, id);
    const wrong: string[] = [];
    for (const place of Object.keys(places) as PlaceName[]) {
      for (const { form, data } of forged) {
        const answer = await desk.presses(id, places[place], data, { name: 'task/fetch' });
        const shown = answer.includes('"type":"continue"');
        const what = `${form} by ${data.do} ${data.form} in ${place}: ${answer.slice(0, 300)}`;
        const mayMore = person !== undefined && hasForm('moreActions', person, place, ticket);
        const may = person !== undefined && hasForm(form, person, place, ticket);
        if (shown && !may && !(data.form === 'moreActions' && mayMore)) wrong.push(`shown: ${what}`);
        if (!shown && typed.some((text) => answer.includes(text))) wrong.push(`typed: ${what}`);
        if (roleAt[place] === 'dispatcher' && may) continue;
        const names = namesOfOthers(person).filter((name) => answer.includes(name));
        if (names.length > 0) wrong.push(`${names.join()}: ${what}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
