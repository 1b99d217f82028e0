import { checkCard, checkMention, type CardSurroundings } from './card-check';
import { isObject, objectsOf, textOf, type JsonObject } from './json';
import { TeamsRefusal } from './refusals';

const activityBytes = 100 * 1024;
const bytesPerUtf16Unit = 2;

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

const otherAttachments = new Set([
  'application/vnd.microsoft.card.hero',
  'application/vnd.microsoft.card.thumbnail',
  'application/vnd.microsoft.card.signin',
  'application/vnd.microsoft.card.oauth',
  'application/vnd.microsoft.teams.card.list',
  'application/vnd.microsoft.teams.card.o365connector',
  'application/vnd.microsoft.teams.card.file.consent',
  'application/vnd.microsoft.teams.card.file.info',
]);

/** Refuses an outgoing activity that Teams would not accept in this conversation. */
export function checkActivity(activity: JsonObject, surroundings: CardSurroundings): void {
  const bytes = JSON.stringify(activity).length * bytesPerUtf16Unit;
  if (bytes > activityBytes)
    throw new TeamsRefusal('activity-too-large', `${bytes} bytes of ${activityBytes}`);
  if (activity['type'] === 'typing') return;
  if (activity['type'] !== 'message') {
    throw new TeamsRefusal('unsupported-type', `"${String(activity['type'])}"`);
  }
  const text = textOf(activity['text']) ?? '';
  const attachments = objectsOf(activity['attachments']);
  if (text.trim() === '' && attachments.length === 0)
    throw new TeamsRefusal('empty-activity', 'nothing to show');
  for (const entity of objectsOf(activity['entities'])) {
    checkMention(entity, (mention) => text.includes(mention), surroundings);
  }
  for (const attachment of attachments) checkAttachment(attachment, surroundings);
}

function checkAttachment(attachment: JsonObject, surroundings: CardSurroundings): void {
  const contentType = textOf(attachment['contentType']) ?? '';
  if (contentType === adaptiveCard) return checkCard(attachment['content'], surroundings);
  if (!otherAttachments.has(contentType) && !contentType.startsWith('image/')) {
    throw new TeamsRefusal('unsupported-attachment', `"${contentType}"`);
  }
}

/** Whether Teams splits the activity into two messages, and so answers without an id. */
export function isSplit(activity: JsonObject): boolean {
  return (
    (textOf(activity['text']) ?? '').trim() !== '' &&
    objectsOf(activity['attachments']).some((attachment) => attachment['contentType'] === adaptiveCard)
  );
}

/** The Adaptive Card of an activity, if it has one. */
export function cardOf(activity: JsonObject): JsonObject | undefined {
  const attachment = objectsOf(activity['attachments']).find((item) => item['contentType'] === adaptiveCard);
  return attachment && isObject(attachment['content']) ? attachment['content'] : undefined;
}
