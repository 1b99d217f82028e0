import type { Clock } from '../../../app/ports/clock';
import type { Directory } from '../../../app/ports/directory';
import type { Lane } from '../../../app/messages/lane';
import { DeliveryFailure, type PostedActivity, type Told } from '../../../app/ports/messenger';
import { personById } from '../../../domain/organisation/find';
import type { PersonId } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { viewFor } from '../../../texts/view';
import type { Logger } from '../../logging';
import { apart, type Called, inPlainWords, namedAt, unmentioned } from './called-people';
import { ChannelRosters, standardPatience } from './channel-roster';
import { delivering } from './delivery-failures';
import type { Named } from './mention-activity';
import { mentionName } from './mention-name';
import { postedIn } from './posted-in';
import type { OpenChat } from './private-chats';

export interface NamingDeps {
  readonly directory: Directory;
  readonly clock: Clock;
  readonly logger?: Pick<Logger, 'warn'>;
  /** How long a post waits for a roster; milliseconds, default 3 s. */
  readonly rosterPatience?: number;
}

/** Who is to be named in a post, and the places it speaks to. */
export interface Whom {
  readonly people: readonly PersonId[];
  readonly places: readonly Place[];
}

/** Posts that call people by their names, as the roster of the channel has them. */
export class PostsWithNames {
  private readonly rosters: ChannelRosters;

  constructor(private readonly deps: NamingDeps) {
    const { clock, logger, rosterPatience: patience = standardPatience } = deps;
    const unavailable = (error: unknown) => logger?.warn({ err: error }, 'roster unavailable');
    this.rosters = new ChannelRosters({ clock, unavailable, patience });
  }

  /**
   * Sends what names these people. Where Teams takes offence at it (somebody of the roster known so far has left), it is
   * sent once more without mentions: nothing was carried out, and what is to be said matters more than whom it calls.
   */
  async post(
    lane: Lane,
    chat: OpenChat,
    { people, places }: Whom,
    send: (named: readonly Named[]) => Promise<{ readonly id: string } | PostedActivity>,
  ): Promise<Told> {
    const toCall = peopleToCall(lane, people);
    const called = await Promise.all(toCall.map((person) => this.called(lane, chat, person)));
    const known = apart(
      namedAt(
        places,
        called.flatMap((each) => each ?? []),
      ),
    );
    const telling = async (whom: readonly Called[]): Promise<Told> => {
      const sent = await delivering(this.deps.clock, () => send(whom.map(({ named }) => named)));
      return { ...unmentioned(toCall, whom), post: postedIn(chat, sent) };
    };
    try {
      return await telling(known);
    } catch (error) {
      const refused = error instanceof DeliveryFailure && error.status === 400;
      if (!refused || known.every(({ named }) => !('member' in named))) throw error;
      this.rosters.forget(chat.conversation);
      return telling(known.map(inPlainWords));
    }
  }

  /** Undefined for somebody who is not known any more: they are not named at all. */
  private async called(lane: Lane, chat: OpenChat, id: PersonId): Promise<Called | undefined> {
    const { directory, clock } = this.deps;
    const installation = directory.installation();
    const person = personById(installation, id);
    if (person === undefined) return undefined;
    const name = viewFor({ installation, now: clock.now() }).person(id);
    // In a private chat nobody has to be called.
    if (lane.kind !== 'channel') return { id, name, named: { name } };
    const member = await this.rosters.memberFor(chat.client, chat.conversation, person);
    if (typeof member === 'object') {
      return { id, name, named: { member: { id: member.id, name: mentionName(member, person) } } };
    }
    return { id, name, named: { name, because: member } };
  }
}

/** In a private chat nobody else reads what it says, so it names whose chat it is, or nobody. */
function peopleToCall(lane: Lane, people: readonly PersonId[]): readonly PersonId[] {
  return lane.kind === 'person' ? people.filter((person) => person === lane.person) : people;
}
