import { defined } from '../../../defined';
import type { Instant } from '../../../domain/instant';
import type { Installation } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import type { TicketEvent } from '../../../domain/ticket/event-rules';
import { presentCycle, type Ticket } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import {
  countsFromText,
  deadlineText,
  type DeadlineText,
  explanationText,
} from '../../../texts/deadlines.de';
import { eventActor, eventText } from '../../../texts/events.de';
import { formatInstant } from '../../../texts/german-time';
import {
  environmentNames,
  faultClassLabel,
  priorityNames,
  reproducibilityNames,
  stateNames,
} from '../../../texts/labels.de';
import { nextStepText, withoutMaintainerText } from '../../../texts/next-steps.de';
import { legalDuties } from '../../../texts/notes.de';
import { moduleName, organisationName } from '../../../texts/parties.de';
import { problemText } from '../../../texts/problems.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { overdueText, planSection } from './plan-section';
import { releaseSection } from './release-section';
import { isShownAt, namesOperators } from './shown-at';
import { commentSection, questionSection, supportSection } from './talk-section';
import type { TicketCardInput } from './ticket-card-input';
import { typedOnCard } from './ticket-texts';
import { testSection, workSection } from './work-section';

const eventsShown = 3;
const problemsShown = 5;

/** The data of cards/ticket.card.json, but for buttons, links and what makes it a copy. */
export function ticketView(input: TicketCardInput, room: CardRoom): Readonly<Record<string, unknown>> {
  const { record, place, installation, now } = input;
  const { ticket } = record;
  const open = {
    number: ticket.number,
    state: stateNames[ticket.state],
    nextLabel: isOpen(ticket) ? 'Als Nächstes' : 'Beendet',
    next: nextStepText(ticket, installation),
    deadline: shownDeadline(ticket, installation, now),
    ...operatorsView(ticket, place, installation),
    problems: place.kind === 'dispatch' ? problemsOf(input) : [],
  };
  // Process 10: number, module, class, state, deadline and who acts; whatever was typed stays behind "Inhalt anzeigen".
  if (ticket.securityRelevant) {
    const facts = [classFact(ticket), moduleFact(ticket, installation)];
    return {
      ...open,
      securityRelevant: true,
      facts,
      sections: releaseSection(ticket, place, installation, room),
      typed: [],
      events: [],
      legalDuties,
    };
  }
  const overdue = overdueText(ticket, installation, now);
  const noMaintainer = withoutMaintainerText(ticket, installation);
  return {
    ...open,
    securityRelevant: false,
    title: ticket.report.title,
    ...defined({ noMaintainer, overdue }),
    facts: factsOf(ticket, installation),
    sections: sectionsOf(ticket, place, installation, room),
    typed: typedOnCard(record, place, installation, room),
    events: lastEvents(record.events, place, installation),
  };
}

/** How a deadline looks; the words say it all, colour and weight only underline them. */
export function toneStyle(tone: DeadlineText['tone']): { readonly color: string; readonly weight: string } {
  switch (tone) {
    case 'missed':
      return { color: 'Attention', weight: 'Bolder' };
    case 'warned':
      return { color: 'Warning', weight: 'Bolder' };
    case 'met':
      return { color: 'Good', weight: 'Default' };
    case 'running':
      return { color: 'Default', weight: 'Bolder' };
    case 'ended':
      return { color: 'Default', weight: 'Default' };
  }
}

function shownDeadline(ticket: Ticket, installation: Installation, now: Instant) {
  const { text, tone } = deadlineText(presentCycle(ticket), installation, now);
  return { text, ...toneStyle(tone) };
}

/** Dispatcher and operator read how the deadline came about, and the operator, outside service time, from when it counts. */
function operatorsView(ticket: Ticket, place: Place, installation: Installation) {
  const cycle = presentCycle(ticket);
  if (cycle.end !== undefined || (place.kind !== 'organisation' && place.kind !== 'dispatch')) return {};
  const explanation = explanationText(cycle, installation);
  if (place.kind === 'dispatch') return { explanation };
  const countsFrom = countsFromText(cycle, installation);
  const hotline = countsFrom === undefined ? undefined : installation.hotline;
  return { explanation, ...defined({ countsFrom, hotline }) };
}

/** The newest facts that somebody needs to act, what waits for an answer first. */
function sectionsOf(
  ticket: Ticket,
  place: Place,
  installation: Installation,
  room: CardRoom,
): readonly Section[] {
  return [
    ...questionSection(ticket, place, installation, room),
    ...planSection(ticket, installation, room),
    ...workSection(ticket, room),
    ...testSection(ticket, place, installation, room),
    ...releaseSection(ticket, place, installation, room),
    ...supportSection(ticket, place, installation, room),
    ...commentSection(ticket, place, installation, room),
  ];
}

function problemsOf({ problems, installation }: TicketCardInput): readonly { readonly text: string }[] {
  // The same place fails with every change of the ticket; it is said once.
  const distinct = new Set((problems ?? []).map((problem) => problemText(problem, installation)));
  const texts = [...distinct].map((text) => ({ text }));
  if (texts.length <= problemsShown) return texts;
  const more = { text: `${texts.length - problemsShown} weitere Zustellungen sind gescheitert.` };
  return [...texts.slice(0, problemsShown), more];
}

function factsOf(ticket: Ticket, installation: Installation): readonly LabelledText[] {
  const { report } = ticket;
  const proposed =
    ticket.proposedClass === ticket.faultClass ? '' : ` (vorgeschlagen war ${ticket.proposedClass})`;
  const seen = `${environmentNames[report.environment]}, reproduzierbar: ${reproducibilityNames[report.reproducible]}`;
  return [
    { label: 'Klasse', text: `${classFact(ticket).text}${proposed}` },
    { label: 'Priorität', text: priorityNames[ticket.priority] },
    moduleFact(ticket, installation),
    { label: 'Netzbetreiber', text: organisationName(installation, ticket.operator) },
    { label: 'Eingang', text: formatInstant(ticket.receivedAt, zoneAt(ticket.receivedAt, installation)) },
    { label: 'Umgebung', text: seen },
  ];
}

function classFact(ticket: Ticket): LabelledText {
  return { label: 'Klasse', text: faultClassLabel(ticket.faultClass) };
}

function moduleFact(ticket: Ticket, installation: Installation): LabelledText {
  return { label: 'Modul', text: moduleName(installation, ticket.module) };
}

function lastEvents(events: readonly TicketEvent[], place: Place, installation: Installation) {
  return events
    .filter((event) => isShownAt(event, place))
    .slice(-eventsShown)
    .map((event) => {
      const actor = eventActor(event, installation, { nameOperators: namesOperators(place) });
      const text = eventText(event, installation);
      return {
        at: formatInstant(event.at, zoneAt(event.at, installation)),
        text: actor === undefined ? text : `${text} – ${actor}`,
      };
    });
}

function zoneAt(at: Instant, installation: Installation): string {
  return calendarAt(installation.calendars, at).calendar.zone;
}
