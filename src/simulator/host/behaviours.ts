/** What Teams on this machine does for its user. docs/simulator.md prints this table and each row has its test. */
export const hostBehaviours = {
  'one-address': 'page, page API and connector are on one server, on 127.0.0.1 alone',
  'foreign-refused':
    'a request under another host name, a POST of another origin and a POST that is not JSON are refused and change nothing',
  'page-not-built': 'while the page is not built, its address says so in German',
  'who-is-who':
    'everybody of the organisation file has a line with organisation, roles and tenant, and last stands a stranger whom the file does not know',
  'own-conversations':
    'a person sees the channels and chats they are in, and no other is there for them, whatever the address says',
  'unread-and-mentions':
    'what others wrote since is counted as new, with what mentions the person, until they have read it',
  'threads-and-replies':
    'a channel shows threads, each message of a chat stands alone; a reply stays in its thread and moves it to the end',
  'all-threads':
    'every thread can be reached: the latest are there at once, those before on request or by a link to a message',
  'preview-of-the-last':
    "the list of chats and channels says of the last message what Teams' feed and notifications say of it: its text, of a card the `summary`, or only that there is a card",
  'typed-mentions':
    '"@" with the name of the bot or of a member is a mention, shown apart from the text around it',
  'commands-of-the-parser':
    'every command that is suggested is one that the bot understands, and all of them are suggested',
  'card-of-the-host':
    "an action is taken from the host's copy of the card by its place or id; what is not on it, or disabled, is not sent",
  'card-as-seen':
    'a press names the version of the card that the person saw and runs its button with its data, whatever the card shows since; a version that they never saw is refused',
  'checks-of-the-client': 'a missing or wrong field is told at the field, and nothing is sent',
  'dialog-until-closed':
    "a dialog stays open over its errors and pages with what was typed, and is closed by the last answer; it is one person's",
  'own-view': 'a card replaced by an answer is replaced for that person, until the message is edited for all',
  'for-one-person':
    'a targeted message is there for its person only and says so; nobody else can look at or press its card',
  'refresh-once':
    'a card with a refresh asks the bot when it comes into sight, and not again within a minute unless it changed',
  'unreachable-app': 'when the bot does not answer, the person reads so and the dialog keeps what was typed',
  live: 'every change is told to all open windows',
  'shared-clock': 'bot and Teams have one clock; real time is the default and can be gone back to',
  'clock-moves':
    'the clock moves on by an hour, to the next beginning of service time and to the next deadline, and says what the bot wrote because of that; what cannot be done says why',
  throttle: 'above the documented limits the bot is answered 429 with Retry-After, counted in real time',
  delay: 'answers to the bot wait, and it still gets everything delivered',
  fail: "so many of the bot's requests are answered with an error status and not carried out; it repeats them",
  'lose-answers': "so many of the bot's requests are carried out without an answer",
  'kept-over-restart':
    "messages, edits, single views, what was read, first steps and the clock's offset are there after a restart, with the bot's data",
  'told-once': 'the bot is told once of each conversation it is in, not again at the next start',
  reset:
    "conversations and the bot's data are cleared together, and the clock goes right again; what a kill interrupts, the next start ends",
  'sample-month':
    'a month of tickets in all classes and states is played through the forms by the people of the installation, and the clock stands where it stood',
  'sample-needs-empty':
    'sample data is offered only while there is no ticket and nothing goes wrong on purpose; else it says why',
  'first-steps':
    'five suggestions are ticked off when the person named has done them, by what the bot has recorded since; not by the words of it, and not by sample data',
} as const satisfies Record<string, string>;
