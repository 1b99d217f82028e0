/**
 * What the simulator's page and its host say to each other: JSON over HTTP on loopback, one origin. Instants are
 * milliseconds since 1970 UTC on the simulated clock. Everything for people to read is German.
 *
 * GET  /api/overview                                                       Overview
 * GET  /api/people/<key>/conversations                                     ConversationSummary[]
 * GET  /api/people/<key>/conversations/<id>                                ConversationView
 * POST /api/people/<key>/conversations/<id>/messages                       WriteRequest -> WriteResult (201)
 * POST /api/people/<key>/conversations/<id>/seen                           SeenRequest -> {}
 * POST /api/people/<key>/conversations/<id>/messages/<mid>/actions         ActionRequest -> ActionResult
 * POST /api/people/<key>/conversations/<id>/messages/<mid>/look            {} -> {}
 * POST /api/people/<key>/dialogs/<dialogId>                                ActionRequest -> DialogResult
 * POST /api/people/<key>/dialogs/<dialogId>/close                          {} -> {}
 * GET  /api/events                                                         text/event-stream of ChangeNotice
 * POST /api/clock                                                          ClockRequest -> ClockState
 * POST /api/misbehaviour                                                   MisbehaviourRequest -> MisbehaviourState
 * POST /api/sample-data                                                    {} -> SampleDataState (202), or 409
 * POST /api/reset                                                          {} -> {}
 *
 * Ids in paths are percent-encoded. Every POST asks for application/json and the loopback origin. What cannot be done is
 * answered with a status from 400 up and an ErrorBody.
 */

/** A German sentence that says why it was not done. */
export interface ErrorBody {
  error: string;
}

/** GET /api/overview */
export interface Overview {
  bot: { id: string; name: string };
  /** The simulated clock, milliseconds since 1970 UTC. */
  now: number;
  /** How far the simulated clock is ahead of the machine's, in milliseconds; 0 in real time, negative only while sample data is played. */
  clockMoved: number;
  /** Which moves the clock can make now. */
  clockMoves: ClockMoveOffer[];
  people: PersonSummary[];
  firstSteps: FirstStep[];
  commands: CommandSuggestion[];
  misbehaviour: MisbehaviourState;
  sampleData: SampleDataState;
}

export interface PersonSummary {
  key: string;
  name: string;
  organisation: string;
  /** German role words; empty for somebody whom the organisation file does not know. */
  roles: string[];
  /** The name of the person's home tenant. */
  tenant: string;
  /** One line: who is who. */
  description: string;
  /** Over all conversations of the person. */
  unread: number;
  mentions: number;
}

export interface FirstStep {
  number: number;
  text: string;
  person: string;
  conversationId: string;
  done: boolean;
}

/** From the bot parser's own definition. */
export interface CommandSuggestion {
  /** What is written, without its argument: "Störung melden". */
  text: string;
  description: string;
  /** Where it is suggested; it is understood everywhere. Nowhere: only when somebody types it. */
  scopes: ('personal' | 'team')[];
  /** What the argument is called ("Nummer"), where the command takes one. */
  argument?: string;
}

export type ClockMove = 'hour' | 'nextOpening' | 'nextDeadline' | 'real';

export interface ClockMoveOffer {
  move: ClockMove;
  /** Where the clock would stand; absent where the move cannot be made now. */
  to?: number;
  /** Why it cannot be made now. */
  reason?: string;
}

export interface ClockRequest {
  move: ClockMove;
}

export interface ClockState {
  now: number;
  clockMoved: number;
}

/** Failures for the bot's next requests to Teams. */
export interface MisbehaviourState {
  /** 429 with Retry-After by the documented limits. */
  throttle: boolean;
  /** Each answer to the bot waits so long, milliseconds; 0 is off. */
  delayMs: number;
  /** So many of the bot's next requests are answered with this status and not carried out; null is off. */
  fail: { status: number; times: number } | null;
  /** So many of the bot's next requests are carried out without an answer; null is off. */
  loseAnswers: { times: number } | null;
}

/** What is left out stays as it is; null ends it. */
export interface MisbehaviourRequest {
  throttle?: boolean;
  /** From 0 to 30,000. */
  delayMs?: number;
  /** `times` from 1 to 100. */
  fail?: { status: number; times: number } | null;
  loseAnswers?: { times: number } | null;
}

export interface SampleDataState {
  state: 'available' | 'running' | 'done' | 'unavailable';
  /** Steps played so far, of `total`: for a progress bar. */
  done: number;
  total: number;
  /** Why it cannot be started (or why it stopped). */
  reason?: string;
}

export type ConversationKind = 'channel' | 'personal' | 'group';

export interface ConversationSummary {
  id: string;
  kind: ConversationKind;
  /** The channel's name, or in a private chat the bot's. */
  name: string;
  /** Of a channel. */
  team?: string;
  /** The name of the tenant that hosts the conversation. */
  tenant: string;
  /** A channel that people of several tenants are in from their own. */
  shared: boolean;
  unread: number;
  /** Unread messages that mention the person. */
  mentions: number;
  /** The last message or edit. */
  lastAt?: number;
  members: number;
  canWrite: boolean;
  /** Why the person cannot write. */
  reason?: string;
}

export interface ConversationView {
  summary: ConversationSummary;
  members: MemberView[];
  /** Oldest first. In a chat each message is a thread of its own, without `rootId`. */
  threads: ThreadView[];
}

export interface MemberView {
  /** Of a person; absent for the bot. */
  key?: string;
  name: string;
  isBot: boolean;
}

export interface ThreadView {
  /** The root message of a channel's thread; a reply names it. Absent in chats. */
  rootId?: string;
  messages: MessageView[];
}

export interface MessageView {
  id: string;
  author: MemberView;
  at: number;
  editedAt?: number;
  deleted: boolean;
  /** The text as it is to be shown, to be put on the page as text and never as markup. Lines are separated by \n. */
  text: TextPart[];
  /** The viewer's own view of the card where they have one. Mentions in it are marked by its `msteams.entities`. */
  card?: AdaptiveCardJson;
  /** Changes whenever the card does: a page draws a card again only then. */
  cardVersion?: string;
  unread: boolean;
  /** Mentions the viewer, in text or card. */
  mentionsViewer: boolean;
}

export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; url: string }
  /** `text` is the name without "@". */
  | { kind: 'mention'; text: string; viewer: boolean };

/** Version 1.5; the page draws it, the host keeps its own copy and takes actions from that alone. */
export type AdaptiveCardJson = Record<string, unknown>;

export interface WriteRequest {
  /** As typed; "@Name" of a member or the bot is a mention. */
  text: string;
  /** The thread that is answered; without it a channel gets a new thread. */
  rootId?: string;
}

export interface WriteResult {
  messageId: string;
}

export interface SeenRequest {
  /** The person has read up to here. */
  messageId: string;
}

/**
 * The action as it stands in the card that the page shows: its place in the JSON, keys and indexes joined by "/", as
 * "body/2/items/0/selectAction" or "actions/1"; or its `id`.
 */
export interface ActionRequest {
  action: string;
  /** By the ids of the inputs; empty fields may be left out. */
  inputs: Record<string, string>;
}

/** What the client has against the inputs; nothing was sent. By the label of each field. */
export interface FieldComplaints {
  [label: string]: string;
}

export type ActionResult =
  /** The card was replaced for this person; the page fetches it anew. */
  | { kind: 'card' }
  | { kind: 'message'; text: string }
  | { kind: 'error'; text: string; fields?: FieldComplaints }
  /** It was sent as a message or did something here (Action.Submit, Action.ToggleVisibility). */
  | { kind: 'sent' }
  | DialogOpen;

export interface DialogOpen {
  kind: 'dialog';
  title: string;
  card: AdaptiveCardJson;
  dialogId: string;
}

export type DialogResult =
  | DialogOpen
  | { kind: 'message'; text: string }
  /** The dialog stays as it is. */
  | { kind: 'error'; text: string; fields?: FieldComplaints }
  | { kind: 'closed' };

/** Each `data:` of /api/events: something changed; the page fetches what it shows again. */
export interface ChangeNotice {
  version: number;
}
