import type { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../app/ports/clock';
import type { Instant } from '../../../domain/instant';
import type { Person } from '../../../domain/organisation/installation';
import { isSameId } from '../sdk/same-id';
import { within } from '../sdk/within';
import { inItsTime } from './in-its-time';
import { type RosterMember, rosterPage } from './roster-page';

interface Roster {
  readonly members: readonly RosterMember[];
  /** When it was read to the end or to a bound; undefined where a page failed. */
  readonly readAt: Instant | undefined;
  /** Every member is in it with an Entra id; otherwise nobody can be said to be absent. */
  readonly isWhole: boolean;
}

export interface RosterDeps {
  readonly clock: Clock;
  /** Told of a roster that could not be read, or not wholly. */
  readonly unavailable: (error: unknown) => void;
  /** How long a post waits for a roster, whatever Teams does; milliseconds. */
  readonly patience: number;
}

export const standardPatience = 3_000;

/** A roster is asked again after this time, and earlier where somebody is missing in it; milliseconds. */
const maxAge = 10 * 60_000;
const minAge = 30_000;
/** Whoever looks for somebody who has just joined does not wait longer than this; milliseconds. */
const listAge = 2 * 60_000;
/**
 * A team has at most 25,000 members (Teams' own limit), and a page at least 50, often 200: what goes on after that does
 * not end by itself.
 */
const mostMembers = 25_000;
const mostPages = 500;
/** How often a page is asked for before the roster is done without. */
const tries = 3;

/**
 * The members of channels, asked of the channel itself: those of a shared or private one are not its team's. A roster
 * that Teams does not give holds nothing up: the one known last is used instead, of whatever age.
 */
export class ChannelRosters {
  private readonly rosters = new LRUCache<string, Roster>({ max: 500 });
  private readonly readings = new Map<string, Promise<Roster>>();
  /** Conversations whose reading has kept a post waiting in vain. */
  private readonly overdue = new Set<string>();

  constructor(private readonly deps: RosterDeps) {}

  /** The person as a member of the conversation, 'absent' if they are none, 'unknown' where Teams does not say. Never rejects. */
  async memberFor(
    client: ConnectorClient,
    conversation: string,
    person: Person,
  ): Promise<RosterMember | 'absent' | 'unknown'> {
    const known = this.rosters.get(conversation);
    const member = memberOf(known, person);
    if (member !== undefined && this.isYoung(known, maxAge)) return member;
    if (this.isYoung(known, minAge)) return isAbsent(known, person) ? 'absent' : 'unknown';
    const asked = await this.ask(client, conversation);
    const now = memberOf(asked, person);
    if (now !== undefined) return now;
    return isAbsent(asked, person) ? 'absent' : (member ?? 'unknown');
  }

  /** Everybody in the conversation; undefined where Teams does not say, or not in time. Never rejects. */
  async membersOf(
    client: ConnectorClient,
    conversation: string,
  ): Promise<readonly RosterMember[] | undefined> {
    const known = this.rosters.get(conversation);
    if (known !== undefined && this.isYoung(known, listAge)) return known.members;
    const asked = await this.ask(client, conversation);
    return asked?.readAt === undefined ? undefined : asked.members;
  }

  /** Teams did not take a mention by it: it is asked for again before the next. */
  forget(conversation: string): void {
    this.rosters.delete(conversation);
  }

  private isYoung(roster: Roster | undefined, oldest: number): boolean {
    return roster?.readAt !== undefined && this.deps.clock.now() - roster.readAt < oldest;
  }

  /** Undefined where it does not come in time; only the first post waits for one that does not come at all. */
  private async ask(client: ConnectorClient, conversation: string): Promise<Roster | undefined> {
    if (this.overdue.has(conversation)) return undefined;
    const reading = this.readings.get(conversation) ?? this.startReading(client, conversation);
    const roster = await within(this.deps.patience, reading);
    if (roster === undefined && this.readings.has(conversation)) this.overdue.add(conversation);
    return roster;
  }

  private startReading(client: ConnectorClient, conversation: string): Promise<Roster> {
    const reading = this.read(client, conversation).finally(() => {
      this.readings.delete(conversation);
      this.overdue.delete(conversation);
    });
    this.readings.set(conversation, reading);
    return reading;
  }

  private async read(client: ConnectorClient, conversation: string): Promise<Roster> {
    const { clock, unavailable, patience } = this.deps;
    const members = new Map<string, RosterMember>();
    const readAt = clock.now();
    const tokens = new Set<string>();
    let next: string | undefined;
    let allKnown = true;
    try {
      do {
        const token = next;
        const page = await inItsTime({ clock, patience, tries }, () =>
          rosterPage(client, conversation, token),
        );
        const room = mostMembers - members.size;
        allKnown &&= page.allKnown && page.members.length <= room;
        for (const member of page.members.slice(0, room)) members.set(member.id, member);
        next = page.continuationToken;
        // One that was followed already leads nowhere new.
        if (next === undefined || tokens.has(next)) break;
        tokens.add(next);
      } while (tokens.size < mostPages && members.size < mostMembers);
    } catch (error) {
      // Whatever went wrong, what is to be said is worth more than whom it calls.
      unavailable(error);
      return { members: [...members.values()], readAt: undefined, isWhole: false };
    }
    // Cut off where a token is left.
    const roster = { members: [...members.values()], readAt, isWhole: allKnown && next === undefined };
    this.rosters.set(conversation, roster);
    return roster;
  }
}

function memberOf(roster: Roster | undefined, person: Person): RosterMember | undefined {
  return roster?.members.find((member) =>
    person.identities.some(
      (identity) =>
        isSameId(identity.objectId, member.objectId) &&
        isSameId(identity.tenant, member.tenant ?? identity.tenant),
    ),
  );
}

/**
 * Only said where every member is known, others of the person's company among them, and none can be the person under an
 * identity that nobody told us: a roster may be closed to the bot, or show it the people of the host alone.
 */
function isAbsent(roster: Roster | undefined, person: Person): boolean {
  if (roster?.isWhole !== true) return false;
  const { members } = roster;
  return (
    members.some((member) => isOfTheirTenant(member, person)) &&
    !members.some((member) => mayBe(member, person))
  );
}

function isOfTheirTenant({ tenant }: RosterMember, { identities }: Person): boolean {
  return identities.some((identity) => isSameId(identity.tenant, tenant ?? identity.tenant));
}

/** The same object id in another tenant, or the person's mail: a guest has other ids than at home. */
function mayBe({ objectId, mail }: RosterMember, person: Person): boolean {
  const sameMail = mail !== undefined && mail.toLowerCase() === person.mail.toLowerCase();
  return sameMail || person.identities.some((identity) => isSameId(identity.objectId, objectId));
}
