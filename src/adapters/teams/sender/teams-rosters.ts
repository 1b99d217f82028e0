import type { Clock } from '../../../app/ports/clock';
import type { ConversationToAsk, Rosters } from '../../../app/ports/rosters';
import { defined } from '../../../defined';
import type { Member } from '../../../domain/organisation/newcomers';
import type { Logger } from '../../logging';
import type { ConnectorClients } from '../sdk/connector-clients';
import { within } from '../sdk/within';
import { askMember } from './ask-member';
import { ChannelRosters, standardPatience } from './channel-roster';
import { type RosterMember, rosterMember } from './roster-page';

export interface RostersDeps {
  readonly connectors: ConnectorClients;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  /** How long somebody waits for a roster; milliseconds, default 3 s. */
  readonly patience?: number;
}

/** Asks Teams who is in a conversation. */
export class TeamsRosters implements Rosters {
  private readonly patience: number;
  private readonly rosters: ChannelRosters;

  constructor(private readonly deps: RostersDeps) {
    const { clock, patience = standardPatience } = deps;
    this.patience = patience;
    this.rosters = new ChannelRosters({ clock, patience, unavailable: (error) => this.unavailable(error) });
  }

  async membersOf({ conversation, serviceUrl }: ConversationToAsk): Promise<readonly Member[] | undefined> {
    const members = await this.inTime(async () => {
      const client = await this.deps.connectors.create(serviceUrl);
      return this.rosters.membersOf(client, conversation);
    });
    return members?.flatMap(asMember);
  }

  async memberOf(conversation: ConversationToAsk, teamsId: string): Promise<Member | undefined> {
    const member = await this.inTime(async () =>
      rosterMember(await askMember({ ...this.deps, patience: this.patience }, conversation, teamsId)),
    );
    return member && asMember(member)[0];
  }

  private async inTime<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await within(this.patience, ask());
    } catch (error) {
      this.unavailable(error);
      return undefined;
    }
  }

  private unavailable(error: unknown): void {
    this.deps.logger.warn({ err: error }, 'roster unavailable');
  }
}

/** Ids of bots begin so, where Teams counts one among the members. */
const botMark = /^28:/;
/** What a guest is called by in the tenant that they visit; nobody can be written to there. */
const guestMark = /#EXT#/i;

function asMember({ id, name, mail, objectId, tenant }: RosterMember): readonly Member[] {
  const address = mail !== undefined && guestMark.test(mail) ? undefined : mail;
  const called = name ?? address;
  if (called === undefined || tenant === undefined || botMark.test(id)) return [];
  // As in the organisation's records; Entra's ids are the same in capitals.
  const identity = { tenant: tenant.toLowerCase(), objectId: objectId.toLowerCase() };
  return [{ teamsId: id, name: called.trim(), identity, ...defined({ mail: address }) }];
}
