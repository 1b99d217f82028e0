import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { NamedModule } from '../chat/narrowing';
import { type ChatRequest, spokenText } from '../chat/parse-chat-command';
import { withoutEntities } from '../chat/typed-signs';
import { understand, understandButton } from '../chat/understand';
import { type Payload, payloadSchema } from '../cards/payload';
import { isSameId } from '../sdk/same-id';
import { isPress } from './is-press';
import { messageText } from './message-text';

/** What asked, and so how the answer reaches the reader. */
export type Surface = 'message' | 'card' | 'dialog';

/** What an activity wants of the bot. */
export type BotRequest =
  | { readonly kind: 'said'; readonly surface: Surface; readonly said: ChatRequest | undefined }
  | {
      readonly kind: 'pressed';
      readonly surface: Surface;
      readonly payload: Exclude<Payload, { readonly do: 'say' }>;
      /** Everything the client sent with the button: the form's fields are in it. */
      readonly data: unknown;
    }
  /** A button that is none of ours, or no longer. */
  | { readonly kind: 'notUnderstood'; readonly surface: Surface }
  /** A message says something else now; the mention that makes it one for the bot may be new too. */
  | { readonly kind: 'edited'; readonly said: ChatRequest | undefined }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'added' }
  | { readonly kind: 'removed' }
  /** A team, a channel or the app is there again: places may take what they refused. */
  | { readonly kind: 'back' }
  /** Nothing of ours. */
  | { readonly kind: 'other' };

const executeShape = z.object({ action: z.object({ data: z.unknown() }) });
const dialogShape = z.object({ data: z.unknown() });

/** By the activity's kind and the button's verb; of what is typed, modules are known by their names. */
export function readRequest(activity: Activity, modules: readonly NamedModule[] = []): BotRequest {
  const kind: string = activity.type;
  switch (kind) {
    case 'message': {
      if (isPress(activity)) return pressed('message', activity.value, modules);
      return { kind: 'said', surface: 'message', said: saidIn(activity, modules) };
    }
    case 'messageUpdate':
      // A deletion that is taken back leaves the message as it was.
      return eventOf(activity) === 'undeleteMessage'
        ? { kind: 'other' }
        : { kind: 'edited', said: saidIn(activity, modules) };
    case 'messageDelete':
      return { kind: 'deleted' };
    case 'invoke':
      return readInvoke(activity, modules);
    case 'conversationUpdate': {
      const added =
        activity.membersAdded?.some((member) => isSameId(member.id, activity.recipient?.id)) === true;
      if (added) return { kind: 'added' };
      return { kind: comingBack.has(eventOf(activity)) ? 'back' : 'other' };
    }
    case 'installationUpdate':
      return readInstallation(activity.action);
    default:
      return { kind: 'other' };
  }
}

/** Teams tells them in a channel of the team, which need not be the one that they are about. */
const comingBack: ReadonlySet<string | undefined> = new Set([
  'channelRestored',
  'channelShared',
  'teamRestored',
  'teamUnarchived',
]);

/** Names that are mentioned belong to what is said about a ticket alone: no name makes or changes a command. */
function saidIn(activity: Activity, modules: readonly NamedModule[]): ChatRequest | undefined {
  const { marked, names, bare } = messageText(activity);
  return spokenText(marked, names) ?? understand(bare, modules);
}

function eventOf({ channelData }: Activity): string | undefined {
  const reading = z.object({ eventType: z.string() }).safeParse(channelData);
  return reading.success ? reading.data.eventType : undefined;
}

/**
 * An upgrade of the app ('add-upgrade', 'remove-upgrade') is neither an arrival nor a departure, but the new version may
 * reach more channels.
 */
function readInstallation(action: string | undefined): BotRequest {
  switch (action) {
    case 'add':
      return { kind: 'added' };
    case 'remove':
      return { kind: 'removed' };
    case 'add-upgrade':
      return { kind: 'back' };
    default:
      return { kind: 'other' };
  }
}

/** Whether a press opens or continues a dialog, which nobody else sees. */
export function asksInDialog({ type, name }: Activity): boolean {
  return type === 'invoke' && (name === 'task/fetch' || name === 'task/submit');
}

function readInvoke(activity: Activity, modules: readonly NamedModule[]): BotRequest {
  if (asksInDialog(activity)) {
    const value = dialogShape.safeParse(activity.value);
    return pressed('dialog', value.success ? value.data.data : undefined, modules);
  }
  if (activity.name !== 'adaptiveCard/action') return { kind: 'other' };
  const value = executeShape.safeParse(activity.value);
  return pressed('card', value.success ? value.data.action.data : undefined, modules);
}

function pressed(surface: Surface, data: unknown, modules: readonly NamedModule[]): BotRequest {
  const reading = payloadSchema.safeParse(data);
  if (!reading.success) return { kind: 'notUnderstood', surface };
  const payload = reading.data;
  if (payload.do === 'say') {
    const said = understandButton(withoutEntities(payload.command), modules);
    // What somebody says about a ticket is typed by them, not by a button.
    if (said === undefined || 'text' in said) return { kind: 'notUnderstood', surface };
    return { kind: 'said', surface, said };
  }
  return { kind: 'pressed', surface, payload, data };
}

/** What waits for an answer. */
export type Asking = Extract<BotRequest, { readonly surface: Surface }>;
