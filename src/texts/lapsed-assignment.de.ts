import { isAssignable } from '../domain/ticket/assignable';
import { type AssignmentLapsed, leftWaiting } from '../domain/ticket/lapsed-assignment';
import type { LapseReason, LapsedAssignment, Ticket } from '../domain/ticket/ticket';
import type { View } from './view';

const reasons: Readonly<Record<LapseReason, string>> = {
  personLeft: 'nicht mehr tätig',
  roleLost: 'nicht mehr Maintainer des Moduls',
  moduleMoved: 'das Modul hat einen anderen Maintainer oder keinen',
};

/** 'Zuweisung an Maintainer West (Softwarehaus West GmbH) erloschen: nicht mehr tätig' */
export function lapsedEventText({ reason, person, organisation }: AssignmentLapsed, view: View): string {
  return `Zuweisung an ${view.personOf(person, organisation)} erloschen: ${reasons[reason]}`;
}

/**
 * Why the ticket is nobody's any more, what of the former maintainers still waits on it, and what is to be done; for the
 * dispatchers, as long as it is not assigned again.
 */
export function lapsedText(ticket: Ticket, view: View): string | undefined {
  const { lapsed, securityRelevant, assignment } = ticket;
  if (lapsed === undefined || assignment !== undefined) return undefined;
  return [
    // Everybody in the channel reads it (process 10).
    securityRelevant ? 'Die Zuweisung ist erloschen.' : whyText(lapsed, ticket, view),
    ...waitingTexts(ticket),
    ...(ticket.state === 'accepted' && isAssignable(ticket, view.installation)
      ? ['Bitte neu zuweisen.']
      : []),
  ].join(' ');
}

function whyText({ reason, person, organisation }: LapsedAssignment, { module }: Ticket, view: View): string {
  const who =
    reason === 'moduleMoved' ? view.organisation(organisation) : view.personOf(person, organisation);
  return `${who.replace(/^eine /, 'Eine ')} ist nicht mehr für ${view.module(module)} zuständig.`;
}

function waitingTexts(ticket: Ticket): readonly string[] {
  const { plan, planVoid, question } = leftWaiting(ticket);
  return [
    ...(plan ? ['Der Fehlerbehebungsplan wartet noch auf die Zustimmung der Maintainer.'] : []),
    ...(planVoid ? ['Der bisherige Fehlerbehebungsplan gilt nicht mehr.'] : []),
    ...(question ? ['Eine Rückfrage der bisherigen Maintainer ist noch offen.'] : []),
  ];
}
