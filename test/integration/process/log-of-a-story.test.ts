import { Desk } from '../../support/desk';
import { assignTicket, places, reportFault, wholeReport } from '../../support/desk-steps';
import { sampleInstallation } from '../../support/sample-teams';
import { teamsId } from '../../support/teams-id';

describe('given a ticket from its report to its assignment, in channels and private chats', () => {
  let desk: Desk;
  const lines: string[] = [];

  beforeAll(async () => {
    desk = await Desk.open({ log: (line) => lines.push(line) });
    const { nord, dispatch } = places(desk);
    const number = await reportFault(desk);
    await dispatch.card(number).press('Analyse starten');
    await desk.delivered();
    await assignTicket(desk, number);
    await nord.writes('@Software-Pflege canarytyped');
    await dispatch.writes('@Software-Pflege übersicht');
    await desk.at('2026-06-10T15:30').timePasses();
  });
  afterAll(() => desk.close());

  it('then the log, at debug level, names no channel, person, tenant or address, and quotes nothing typed', () => {
    expect(lines.some((line) => line.includes('"sent"'))).toBe(true);
    expect(lines.length).toBeGreaterThan(10);
    const { organisations, people, modules, dispatchChannel, hostingTenant } = sampleInstallation('http://x');
    const channels = [
      dispatchChannel,
      ...[...organisations, ...modules].flatMap(({ channel }) => channel ?? []),
    ];
    const secret = [
      hostingTenant,
      ...channels.flatMap(({ conversation, team }) => [conversation, team]),
      ...organisations.flatMap(({ name, tenant }) => [name, tenant]),
      ...people.flatMap(({ id, name, mail, identities }) => [
        `"${id}"`,
        `person:${id}`,
        name,
        mail,
        ...identities.map(({ objectId }) => objectId),
      ]),
      ...Object.values(wholeReport).filter((typed) => typeof typed === 'string' && typed.length > 12),
      'canarytyped',
      'thread.tacv2',
    ];
    const log = lines.join('').toLowerCase();
    expect(secret.filter((each) => log.includes(String(each).toLowerCase()))).toEqual([]);
    expect(log).not.toMatch(teamsId);
  });
});
