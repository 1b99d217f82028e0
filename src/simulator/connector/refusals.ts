interface RefusalKind {
  readonly status: number;
  /** The error code in the answer's body, modelled on the Bot Connector's; nothing should depend on it. */
  readonly code: string;
  readonly when: string;
  /**
   * How sure we are: `as Teams`: documented or observed to be refused; `assumed`: expected to be refused, with a status
   * we infer; `stricter`: accepted by Teams, at least on some clients, but refused here.
   */
  readonly basis: 'as Teams' | 'assumed' | 'stricter';
}

type Basis = RefusalKind['basis'];

const refusal = (status: number, code: string, when: string, basis: Basis = 'as Teams'): RefusalKind => ({
  status,
  code,
  when,
  basis,
});

/** Everything the connector refuses. docs/connector.md prints this table and each row has its test. */
export const documentedRefusals = {
  'no-token': refusal(401, 'Unauthorized', 'tokens are required and the bearer token is missing or wrong'),
  'unknown-route': refusal(404, 'NotFound', 'the path or method is not part of the API', 'assumed'),
  'malformed-body': refusal(400, 'BadSyntax', 'the body is not a JSON object', 'assumed'),
  'unknown-conversation': refusal(404, 'ConversationNotFound', 'no such channel, thread or chat'),
  'unknown-team': refusal(404, 'TeamNotFound', 'no such team', 'assumed'),
  'team-without-app': refusal(
    403,
    'BotNotInConversationRoster',
    'the app is not installed in the team',
    'assumed',
  ),
  'other-tenant': refusal(403, 'Forbidden', "a direct message to somebody outside the bot's tenant"),
  'tenant-missing': refusal(400, 'BadArgument', 'a private chat is created without a tenant id', 'assumed'),
  'one-member-only': refusal(
    400,
    'BadArgument',
    'a chat is created with any number of members but one',
    'assumed',
  ),
  'unknown-person': refusal(
    404,
    'UserNotFound',
    'a private chat is created with an id nobody has',
    'assumed',
  ),
  'thread-without-activity': refusal(
    400,
    'BadArgument',
    'a channel thread is created without its first message',
    'assumed',
  ),
  'channel-without-app': refusal(403, 'BotNotInConversationRoster', 'the app was not added to the channel'),
  'app-not-installed': refusal(403, 'BotNotInConversationRoster', 'the chat has no installed app (any more)'),
  'blocked-by-person': refusal(403, 'MessageWritesBlocked', 'the person has blocked the bot'),
  'activity-too-large': refusal(413, 'MessageSizeTooBig', 'the activity has over 100 KB counted as UTF-16'),
  'card-too-large': refusal(413, 'MessageSizeTooBig', 'a card has over 28 KB', 'stricter'),
  'empty-activity': refusal(400, 'BadSyntax', 'a message has neither text nor attachment', 'assumed'),
  'unsupported-type': refusal(400, 'BadSyntax', 'the activity is neither a message nor typing', 'assumed'),
  'unsupported-attachment': refusal(
    400,
    'BadSyntax',
    'the attachment is of a content type Teams does not show',
    'assumed',
  ),
  'mention-without-text': refusal(400, 'BadSyntax', 'a mention entity has no matching <at> text'),
  'mention-of-stranger': refusal(
    400,
    'BadSyntax',
    'the mentioned id is not in the roster of the conversation',
    'assumed',
  ),
  'invalid-card': refusal(400, 'BadSyntax', 'the Adaptive Card is not valid'),
  'card-version': refusal(400, 'BadSyntax', 'the card has no version or one above 1.5'),
  'show-card': refusal(400, 'BadSyntax', 'the card has an Action.ShowCard', 'stricter'),
  'execute-without-verb': refusal(400, 'BadSyntax', 'an Action.Execute has no verb'),
  'too-many-actions': refusal(400, 'BadSyntax', 'a card or action set has over 6 buttons', 'stricter'),
  'toggle-without-target': refusal(
    400,
    'BadSyntax',
    'an Action.ToggleVisibility names no element of its card',
    'stricter',
  ),
  'too-many-refresh-ids': refusal(400, 'BadSyntax', 'a refresh names over 60 people, or one by a wrong id'),
  'unknown-activity': refusal(
    404,
    'ActivityNotFoundInConversation',
    'edit or deletion of a message that is not there, or a reaction to it',
  ),
  'foreign-activity': refusal(403, 'Forbidden', "edit or deletion of somebody else's message", 'assumed'),
  'targeted-without-recipient': refusal(400, 'BadArgument', 'a targeted message names no recipient'),
  'targeted-to-stranger': refusal(
    403,
    'Forbidden',
    'the recipient of a targeted message is not in the conversation',
    'assumed',
  ),
  'targeted-not-supported': refusal(
    400,
    'BadArgument',
    'a targeted message in a private chat, or where the place has none',
    'assumed',
  ),
  'targeted-edit-with-recipient': refusal(
    400,
    'BadArgument',
    'the edit of a targeted message names a recipient',
  ),
  'targeted-expired': refusal(
    404,
    'ActivityNotFoundInConversation',
    'edit or deletion of a targeted message after 24 h',
  ),
  'other-visibility': refusal(
    404,
    'ActivityNotFoundInConversation',
    "a targeted message is edited or deleted as everybody's, or the other way round",
    'assumed',
  ),
  'unknown-reaction': refusal(400, 'BadArgument', 'a reaction is of no type that Teams has', 'assumed'),
  'reaction-to-targeted': refusal(400, 'BadArgument', 'a reaction to a targeted message', 'assumed'),
  'unknown-member': refusal(
    404,
    'MemberNotFoundInConversation',
    'the person asked for is not in the conversation',
    'assumed',
  ),
  'roster-not-consented': refusal(
    403,
    'Forbidden',
    'roster of a shared channel without ChannelMember.Read.Group',
  ),
  throttled: refusal(429, 'TooManyRequests', 'the documented rate is exceeded and throttling is on'),
} as const satisfies Record<string, RefusalKind>;

export type RefusalName = keyof typeof documentedRefusals;

/** Thrown by checks and handlers; the HTTP server turns it into the answer. */
export class TeamsRefusal extends Error {
  constructor(
    readonly refusal: RefusalName,
    readonly detail: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(`${refusal}: ${detail}`);
    this.name = 'TeamsRefusal';
  }

  get status(): number {
    return documentedRefusals[this.refusal].status;
  }

  /** The body in the Bot Connector's form. */
  get body(): { readonly error: { readonly code: string; readonly message: string } } {
    return { error: { code: documentedRefusals[this.refusal].code, message: this.detail } };
  }
}
