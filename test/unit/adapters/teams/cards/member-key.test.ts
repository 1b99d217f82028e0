import { memberKey, readMemberKey } from '../../../../../src/adapters/teams/cards/member-key';

describe('the member that a button names', () => {
  it('is read back as it was written', () => {
    const member = { conversation: '19:netz-nord@thread.tacv2', teamsId: '29:1-abc_DEF' };
    expect(readMemberKey(memberKey(member))).toEqual(member);
  });

  it.each(['', 'nord-1', 'member', 'member a', 'member a b c', 'member  b', 'Member a b', 'xmember a b'])(
    'is nobody in "%s"',
    (of) => {
      expect(readMemberKey(of)).toBeUndefined();
    },
  );
});
