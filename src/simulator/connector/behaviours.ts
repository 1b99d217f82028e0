/** What the simulator does, other than refusing, that surprises bots. docs/connector.md prints this table and each row has its test. */
export const documentedBehaviours = {
  'text-and-card-split':
    'text and a card in one activity are answered 202 without an id and shown as two messages',
  'at-text-without-entity': '<at> text without a mention entity is shown as typed and alerts nobody',
  'thread-of-conversation-id':
    'the thread is that of the conversation id (`;messageid=`); a channel id starts a new thread, and the reply-to id in the path chooses none',
  'personal-chat-once': 'creating the private chat of a person again gives the same conversation',
  'typing-not-shown': 'typing is taken and leaves no message',
  'edit-ends-views':
    'a card answered to one person is seen by that person only, and only until the message is edited',
  'targeted-for-one':
    'a targeted message is seen by its recipient only, for 24 h; it alerts and counts for nobody else',
  'targeted-both-ways':
    'a person can write to the bot alone in a channel or group chat; the bot is told so by `recipient.isTargeted`',
  'bot-reacts': 'a reaction of the bot stands at the message that it is set to, once of each type',
  'roster-of-channel': "a shared or private channel has a roster of its own; the team's id gives the team's",
  'guest-identity':
    "a guest has another Teams id and object id than at home; in a shared channel people keep their home's and bring their own tenant",
  'page-size': 'pages of the roster have 50 to 500 entries, whatever was asked for',
  'bot-hears-mentions':
    'in channels and group chats the bot gets only messages that mention it, in its private chat all',
  'group-without-type':
    'a group chat may come with isGroup alone, and its id may begin like that of a private chat',
  'typed-markup-escaped': 'typed &, < and > reach the bot as entities, and people see what was typed',
  'quoting-reply':
    'the bot gets a reply that quotes with <quoted messageId="…"/> in front of its text, and an entity that names the message',
  'edited-and-deleted':
    'the bot is told of an edit under the id of the message if it mentions the bot now, and of a deletion if it did; in its private chat of all',
  'hosting-tenant': "the tenant of an activity is the one that hosts the conversation, not the sender's",
  'installation-events':
    'installing and removing the app, adding it to a channel, members coming and going, a channel deleted: each is an event',
  'empty-fields-left-out':
    'fields are sent as text under their id, empty ones not at all, ticks as their valueOn or valueOff',
  'refresh-on-sight':
    'a card with a refresh action asks the bot when it is looked at, and shows the answer to that person only',
  'extension-at-home': 'message extensions are not offered in a channel that another tenant hosts',
  'deliver-again': 'the same submission can arrive again, under its id or a new one',
  'service-url-moves':
    'the service URL moves: the former one refuses or takes no connection, and events name the new one',
  'fault-status': 'any status can be injected, with Retry-After; nothing is carried out',
  'fault-reset': 'the connection is reset; nothing is carried out',
  'fault-lost-answer': 'the request is carried out and its answer is lost',
  'fault-delay': 'the request is carried out and answered late',
  'fault-other-answer': 'the request is carried out and its answer is another one',
  'fault-hold': 'the request is carried out and answered when the test lets go',
  'fault-silence': 'nothing is carried out and no answer comes',
  'record-search':
    'a search of the record covers all requests and all answers of the bot, and nothing that people wrote',
} as const satisfies Record<string, string>;

export type BehaviourName = keyof typeof documentedBehaviours;
