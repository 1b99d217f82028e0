import { readMemberKey } from '../../../../../src/adapters/teams/cards/member-key';
import { renderNewcomerCard } from '../../../../../src/adapters/teams/cards/newcomer-card';
import { payloadSchema } from '../../../../../src/adapters/teams/cards/payload';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';

const newcomer = {
  conversation: '19:nord@thread.tacv2',
  teamsId: '29:new',
  places: [],
  name: 'Bereitschaft Neu',
};

describe('the card of somebody who wants to be taken in', () => {
  it.each(['dialog', 'inline'] as const)('opens the form of a new person for them (%s)', (mode) => {
    const people = { mentioned: [], notHere: [], notMentioned: [] };
    const card = renderNewcomerCard({ newcomer, ...people, view: viewAt(0, installation), mode });
    const payload = payloadSchema.parse(card.actions?.[0]?.['data']);
    expect(payload).toMatchObject({ do: 'openRecord', form: 'person' });
    expect(readMemberKey(payload.do === 'openRecord' ? (payload.of ?? '') : '')).toEqual({
      conversation: newcomer.conversation,
      teamsId: newcomer.teamsId,
    });
  });
});
