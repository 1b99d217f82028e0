/**
 * What the simulator's page and its host exchange: JSON over HTTP on loopback, one origin. Instants are milliseconds
 * since 1970 UTC on the simulated clock. All text for people is German.
 *
 * GET  /api/overview                                                       Overview
 * GET  /api/people/<key>/conversations                                     ConversationSummary[]
 * GET  /api/people/<key>/conversations/<id>?threads=<n>&message=<mid>       ConversationView
 * POST /api/people/<key>/conversations/<id>/messages                       WriteRequest -> WriteResult (201)
 * POST /api/people/<key>/conversations/<id>/seen                           SeenRequest -> {}
 * POST /api/people/<key>/conversations/<id>/messages/<mid>/actions         PressRequest -> ActionResult
 * POST /api/people/<key>/conversations/<id>/messages/<mid>/look            {} -> {}
 * POST /api/people/<key>/dialogs/<dialogId>                                ActionRequest -> DialogResult
 * POST /api/people/<key>/dialogs/<dialogId>/close                          {} -> {}
 * GET  /api/events                                                         text/event-stream of ChangeNotice
 * POST /api/clock                                                          ClockRequest -> ClockMoved
 * POST /api/misbehaviour                                                   MisbehaviourRequest -> MisbehaviourState
 * POST /api/sample-data                                                    {} -> SampleDataState (202), or 409
 * POST /api/reset                                                          {} -> {}
 *
 * `threads` asks for so many of the latest threads, `message` for all since that of a message; both may be absent.
 * Ids in paths are percent-encoded. Every POST asks for application/json and the loopback origin. What cannot be done
 * is answered with a status from 400 up and an ErrorBody.
 */

/** A German sentence saying why it was not done. */
export interface ErrorBody {
  readonly error: string;
}

/** GET /api/overview */
export interface Overview {
  readonly bot: { readonly id: string; readonly name: string };
  /** The simulated clock, milliseconds since 1970 UTC. */
  readonly now: number;
  /** How far the simulated clock is ahead of the machine's, in milliseconds; 0 in real time, negative only while sample data is played. */
  readonly clockMoved: number;
  /** Which moves the clock can make now. */
  readonly clockMoves: ClockMoveOffer[];
  readonly people: PersonSummary[];
  readonly firstSteps: FirstStep[];
  readonly commands: CommandSuggestion[];
  readonly misbehaviour: MisbehaviourState;
  readonly sampleData: SampleDataState;
}

export interface PersonSummary {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  /** German role words; empty for somebody whom the organisation file does not know. */
  readonly roles: string[];
  /** The name of the person's home tenant. */
  readonly tenant: string;
  /** One line: who is who. */
  readonly description: string;
  /** Across all the person's conversations. */
  readonly unread: number;
  readonly mentions: number;
}

export interface FirstStep {
  readonly number: number;
  readonly text: string;
  readonly person: string;
  readonly conversationId: string;
  readonly done: boolean;
}

/** From the bot parser's own definition. */
export interface CommandSuggestion {
  /** The text, without its argument: "Störung melden". */
  readonly text: string;
  readonly description: string;
  /** Where it is suggested; it is understood everywhere. If empty, only when typed. */
  readonly scopes: ('personal' | 'team')[];
  /** The name of the argument ("Nummer"), if the command takes one. */
  readonly argument?: string;
  /** How else people say it; suggested by as well. */
  readonly alsoSaid?: string[];
}

export type ClockMove = 'hour' | 'nextOpening' | 'nextDeadline' | 'real';

export interface ClockMoveOffer {
  readonly move: ClockMove;
  /** What the clock would show; absent if the move cannot be made now. */
  readonly to?: number;
  /** Why it cannot be made now. */
  readonly reason?: string;
}

export interface ClockRequest {
  readonly move: ClockMove;
}

export interface ClockState {
  readonly now: number;
  readonly clockMoved: number;
}

export interface ClockMoved extends ClockState {
  /** What the bot wrote at once because of that, in the order of writing; absent if nothing. */
  readonly happened?: readonly Happening[];
}

/** A message of the bot, in as many words as Teams says of it outside its conversation. */
export interface Happening {
  /** The conversation's name. */
  readonly place: string;
  readonly text: string;
}

/** Failures for the bot's next requests to Teams. */
export interface MisbehaviourState {
  /** 429 with Retry-After, by the documented limits. */
  readonly throttle: boolean;
  /** Delay of each answer to the bot, in milliseconds; 0 is off. */
  readonly delayMs: number;
  /** This many of the bot's next requests are answered with this status and not carried out; null is off. */
  readonly fail: { readonly status: number; readonly times: number } | null;
  /** This many of the bot's next requests are carried out without an answer; null is off. */
  readonly loseAnswers: { readonly times: number } | null;
}

/** Absent fields leave the setting unchanged; null ends it. */
export interface MisbehaviourRequest {
  readonly throttle?: boolean;
  /** From 0 to 30,000. */
  readonly delayMs?: number;
  /** `times` from 1 to 100. */
  readonly fail?: { readonly status: number; readonly times: number } | null;
  readonly loseAnswers?: { readonly times: number } | null;
}

export interface SampleDataState {
  readonly state: 'available' | 'running' | 'done' | 'unavailable';
  /** Tickets that have come as far as they will, of `total`. */
  readonly done: number;
  readonly total: number;
  /** Why it cannot be started (or why it stopped). */
  readonly reason?: string;
}

export type ConversationKind = 'channel' | 'personal' | 'group';

export interface ConversationSummary {
  readonly id: string;
  readonly kind: ConversationKind;
  /** The channel's name; in a private chat, the bot's. */
  readonly name: string;
  /** The channel's team. */
  readonly team?: string;
  /** The name of the tenant that hosts the conversation. */
  readonly tenant: string;
  /** A channel whose members belong to several tenants, each with their home identity. */
  readonly shared: boolean;
  readonly unread: number;
  /** Unread messages that mention the person. */
  readonly mentions: number;
  /** The last message or edit. */
  readonly lastAt?: number;
  /** What Teams says of the last message outside the conversation: its text, or the summary of its card. */
  readonly preview?: string;
  readonly members: number;
  readonly canWrite: boolean;
  /** Why the person cannot write. */
  readonly reason?: string;
}

export interface ConversationView {
  readonly summary: ConversationSummary;
  readonly members: MemberView[];
  /** The one with the latest message last. In a chat each message is a thread of its own, without `rootId`. */
  readonly threads: ThreadView[];
  /** How many threads there are before these; more of them can be asked for. */
  readonly earlierThreads: number;
}

export interface MemberView {
  /** The person's key; absent for the bot. */
  readonly key?: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface ThreadView {
  /** The root message of a channel's thread; a reply names it. Absent in chats. */
  readonly rootId?: string;
  readonly messages: MessageView[];
}

export interface MessageView {
  readonly id: string;
  readonly author: MemberView;
  readonly at: number;
  readonly editedAt?: number;
  readonly deleted: boolean;
  /** The text to be shown, inserted into the page as text and never as markup. Lines are separated by \n. */
  readonly text: TextPart[];
  /** The viewer's own view of the card if they have one. Mentions in it are marked by its `msteams.entities`. */
  readonly card?: AdaptiveCardJson;
  /** Changes whenever the card does: a page redraws a card only then, and names it with each press. */
  readonly cardVersion?: string;
  readonly unread: boolean;
  /** Whether text or card mentions the viewer. */
  readonly mentionsViewer: boolean;
  /** A targeted message: only the viewer sees it. */
  readonly onlyForViewer: boolean;
  /** The emoji that the bot has reacted with. */
  readonly reactions: readonly string[];
}

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** `text` is the name without "@". */
  | { readonly kind: 'mention'; readonly text: string; readonly viewer: boolean };

/** Version 1.5. The page draws it; the host keeps its own copy and takes actions only from that. */
export type AdaptiveCardJson = Record<string, unknown>;

export interface WriteRequest {
  /** As typed; "@Name" of a member or the bot is a mention. */
  readonly text: string;
  /** The thread to reply to; without it, a new thread is started in a channel. */
  readonly rootId?: string;
}

export interface WriteResult {
  readonly messageId: string;
}

export interface SeenRequest {
  /** The person has read up to here. */
  readonly messageId: string;
}

/**
 * The action in the card shown by the page: its place in the JSON, keys and indexes joined by "/", such as
 * "body/2/items/0/selectAction" or "actions/1"; or its `id`.
 */
export interface ActionRequest {
  readonly action: string;
  /** By input id; empty fields may be omitted. */
  readonly inputs: Record<string, string>;
}

/** A press on the card of a message, which may have changed since it was drawn. */
export interface PressRequest extends ActionRequest {
  /** The `cardVersion` of the card that the person saw: the button is taken from that one. */
  readonly cardVersion: string;
}

/** The client's complaints about the inputs, by field label; nothing was sent. */
export interface FieldComplaints {
  [label: string]: string;
}

export type ActionResult =
  /** The card was replaced for this person; the page fetches it again. */
  | { readonly kind: 'card' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string; readonly fields?: FieldComplaints }
  /** It was sent as a message (Action.Submit). */
  | { readonly kind: 'sent' }
  | DialogOpen;

export interface DialogOpen {
  readonly kind: 'dialog';
  readonly title: string;
  readonly card: AdaptiveCardJson;
  readonly dialogId: string;
}

export type DialogResult =
  | DialogOpen
  | { readonly kind: 'message'; readonly text: string }
  /** The dialog stays as it is. */
  | { readonly kind: 'error'; readonly text: string; readonly fields?: FieldComplaints }
  | { readonly kind: 'closed' };

/** Each `data:` of /api/events: something changed; the page fetches what it shows again. */
export interface ChangeNotice {
  readonly version: number;
}
