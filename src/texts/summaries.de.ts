import type { Digest } from '../app/messages/digest';
import type { CardSubject } from '../app/messages/card-subject';
import type { Reminder } from '../app/ports/messenger';
import type { AccessTask, Onboarding } from '../domain/organisation/installation';
import type { OnboardingCall } from '../domain/organisation/onboarding/onboarding-calls';
import { cycleSince, presentCycle, type Ticket, type TicketNumber } from '../domain/ticket/ticket';
import { accessOwner, accessTaskKind } from './access-tasks.de';
import { classText } from './card-sentences.de';
import { breachPercent } from '../domain/ticket/timers';
import { contractEndsHeading, type EndingContract } from './contract-ends.de';
import { deadlineSummary } from './deadlines.de';
import { formatDay } from './german-time';
import { stateNames } from './labels.de';
import { progressText } from './onboarding.de';
import { onboardingCallsHeading } from './onboarding-calls.de';
import { onboardingWords, setUpText } from './onboarding-card.de';
import { accessCallHeading } from './package-access.de';
import { remindersHeading, reminderText } from './reminders.de';
import { templateWords } from './template-words.de';
import { trialMark } from './trial.de';
import type { View } from './view';

declare const checked: unique symbol;
/**
 * What Teams shows of a card where it does not show the card: in the activity feed, in notifications, in the list of
 * chats. One line of plain text, and nothing that somebody typed (process 10): it is read over people's shoulders.
 */
export type Summary = string & { readonly [checked]: true };

/** Longer lines are cut off by clients; UTF-16 units. */
export const maxSummaryLength = 120;
const maxNameLength = 40;
/** Less of a name tells nobody anything. */
const minNameLength = 8;

/** 'SP-2026-0007 Betriebstagebuch: Klasse 1, Angefragt, Frist Mo 15.06.2026, 12:30 Uhr'; 'Probe: SP-2026-0007 …' of one to practise with. */
export function ticketSummary(ticket: Ticket, view: View): Summary {
  return ofTicket('', ticket, standingOf(ticket, view), view);
}

/** 'Kopie: SP-2026-0007 …': what somebody asked for is no news. */
export function copySummary(ticket: Ticket, view: View): Summary {
  return ofTicket('Kopie: ', ticket, standingOf(ticket, view), view);
}

function standingOf(ticket: Ticket, view: View): readonly string[] {
  const deadline = deadlineSummary(presentCycle(ticket), view);
  const parts = [classText(ticket.faultClass), stateNames[ticket.state]];
  return deadline === undefined ? parts : [...parts, deadline];
}

/** The name of the module gives way, so that what is said of the ticket is never cut off. */
function ofTicket(what: string, ticket: Ticket, said: readonly string[], view: View): Summary {
  const { number, module } = ticket;
  const kind = `${what}${trialMark(ticket)}`;
  const facts = said.join(', ');
  const room = maxSummaryLength - `${kind}${number} : ${facts}`.length;
  const name =
    room < minNameLength ? '' : ` ${shortened(view.module(module), Math.min(maxNameLength, room))}`;
  return oneLine(`${kind}${number}${name}: ${facts}`);
}

/** 'Paketzugang einrichten: Netz Nord, Betriebstagebuch' */
export function accessTaskSummary(task: AccessTask, view: View): Summary {
  const [operator, module] = [accessOwner(task, view), view.module(task.module)].map((name) =>
    shortened(name, maxNameLength),
  );
  return oneLine(`${accessTaskKind(task)}: ${operator}, ${module}`);
}

/** Of a post that lists several tasks. */
export function accessCallSummary(count: number): Summary {
  return oneLine(accessCallHeading(count));
}

/** 'Vertragsende am Do 31.12.2026: Netz Nord, Betriebstagebuch' of a single contract. */
export function contractEndsSummary(ends: readonly EndingContract[], view: View): Summary {
  const [single, another] = ends;
  if (single === undefined || another !== undefined) return oneLine(contractEndsHeading(ends.length));
  const [operator, module] = [view.organisation(single.operator), view.module(single.module)].map((name) =>
    shortened(name, maxNameLength),
  );
  return oneLine(`Vertragsende am ${formatDay(single.to)}: ${operator}, ${module}`);
}

/** 'Onboarding: Wartung A, Betriebstagebuch: 7 von 12' */
export function onboardingSummary(onboarding: Onboarding, view: View): Summary {
  const [who, module] = [setUpText(onboarding, view), view.module(onboarding.module)].map((name) =>
    shortened(name, maxNameLength),
  );
  return oneLine(`${onboardingWords.heading}: ${who}, ${module}: ${progressText(onboarding)}`);
}

/** Of a post that tells of several. */
export function onboardingCallsSummary(calls: readonly OnboardingCall[]): Summary {
  return oneLine(onboardingCallsHeading(calls));
}

export function withdrawnSummary(number: TicketNumber): Summary {
  return oneLine(`${number}: ${templateWords.handedOn}`);
}

/** Of a card that was posted twice and leads to the tracked one; of a notice without the ticket (process 6). */
export function pointerSummary(ticket: TicketNumber, subject: CardSubject): Summary {
  return oneLine(`${subject === 'ticket' ? ticket : 'Freigabeinformation'}: doppelte Karte`);
}

/** Without the ticket, which its readers may not know (process 6). */
export function noticeSummary({ module }: Ticket, confirmed: boolean, view: View): Summary {
  const standing = confirmed ? 'gelesen' : 'bitte als gelesen bestätigen';
  return oneLine(`Freigabeinformation ${shortened(view.module(module), maxNameLength)}: ${standing}`);
}

/** 'Tagesübersicht: 3 offen, 1 überfällig' */
export function digestSummary(heading: string, { figures, list }: Digest): Summary {
  const sum = (name: 'dueToday' | 'overdue') => figures.reduce((total, each) => total + each[name], 0);
  const dueToday = sum('dueToday');
  const overdue = sum('overdue');
  const parts = [
    list.total === 0 ? 'kein Ticket offen' : `${list.total} offen`,
    ...(dueToday === 0 ? [] : [`${dueToday} heute fällig`]),
    ...(overdue === 0 ? [] : [`${overdue} überfällig`]),
  ];
  return oneLine(`${heading}: ${parts.join(', ')}`);
}

/** 'Unsere Tickets: 12 offene Tickets, davon warten 2 auf Sie.' */
export function listSummary(heading: string, standing: string): Summary {
  return oneLine(`${heading}: ${standing}`);
}

export function releasedSummary(heading: string, total: number): Summary {
  const standing = total === 0 ? 'noch keine Freigabe' : total === 1 ? 'eine Freigabe' : `${total} Freigaben`;
  return oneLine(`${heading}: ${standing}`);
}

/** A single one says what its card says; several say of which tickets. */
export function remindersSummary(reminders: readonly Reminder[], view: View, moreFollow = false): Summary {
  const [single, another] = reminders;
  if (single !== undefined && another === undefined) return reminderSummary(single, view);
  const numbers = [
    ...new Set(reminders.map(({ record: { ticket } }) => `${trialMark(ticket)}${ticket.number}`)),
  ];
  const heading = remindersHeading(
    reminders.map(({ effect }) => effect),
    moreFollow,
  );
  return oneLine(`${heading}: ${numbers.join(', ')}`);
}

function reminderSummary({ effect, record: { ticket } }: Reminder, view: View): Summary {
  if (effect.timer !== 'reaction') return oneLine(reminderText(effect, ticket, view));
  const deadline = deadlineSummary(cycleSince(ticket, effect.since), view) ?? 'Reaktionsfrist versäumt';
  const used = effect.step < breachPercent ? [`${effect.step} % der Reaktionszeit verbraucht`] : [];
  const said = [...used, deadline];
  // Everybody in the channel reads it (process 10).
  if (ticket.securityRelevant) return oneLine(`${ticket.number}: ${said.join(', ')}`);
  return ofTicket('', ticket, said, view);
}

/** Of a card that stands for one thing, such as a form, or the answer to a command: what it is called. */
export function titleSummary(title: string): Summary {
  return oneLine(title);
}

/** Without the name, which is not ours to tell over somebody's shoulder. */
export function newcomerSummary(): Summary {
  return oneLine('Jemand möchte aufgenommen werden');
}

/** Of a card that says a sentence to whoever asked. */
export function sentenceSummary(sentence: string): Summary {
  return oneLine(sentence);
}

/** The only way to a summary. Names come from the organisation and may hold anything. */
function oneLine(text: string): Summary {
  const plain = text
    .replace(/[*`<>[\]\\~|#]/g, ' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return shortened(plain, maxSummaryLength) as Summary;
}

/** Cut between two words, and never through a character. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const words = kept.slice(0, Math.max(0, kept.lastIndexOf(' ')));
  const atWord = words.replace(/(?<![\s,;:.(])[\s,;:.(]+$/, '');
  return `${atWord.length > length / 2 ? atWord : kept}…`;
}
