import type { Activity } from 'botbuilder';
import { wasAskedPrivately } from '../sdk/targeted';
import type { Conversation } from './conversation';
import { isPress } from './is-press';
import { type Answer, isSettled } from './turn';

/**
 * Whether an answer in a channel or group chat is of use to whoever asked alone: help, their own list, their ids, a sentence
 * that refuses, and everything that was asked so that nobody else sees it or by a button, whose answer only whoever pressed sees on
 * newer clients too. In a private chat nobody else is there.
 */
export function isForAskerOnly(activity: Activity, { kind }: Conversation, answer: Answer): boolean {
  if (kind === 'personal') return false;
  if (wasAskedPrivately(activity) || isPress(activity)) return true;
  return answer.kind === 'page' ? answer.forAskerOnly === true : !isSettled(answer);
}
