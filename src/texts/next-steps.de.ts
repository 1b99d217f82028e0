import type { View } from './view';
import { maintains, peopleWithRole } from '../domain/organisation/find';
import type { ModuleId, PersonId, Role } from '../domain/organisation/installation';
import { type Staffing, staffingOf } from '../domain/ticket/assignable';
import type { Assignment, Ticket } from '../domain/ticket/ticket';
import { type AwaitedStep, type Wait, waitsFor } from '../domain/ticket/waits-for';
import { absenceNotes, whoActsToday } from './absences.de';
import { resolutionNames, roleNames } from './labels.de';
import { listed } from './parties.de';

const dispatchers = 'die Wartungs-Dispatcher';

/** What is waited for, as it follows the name of whom: 'die Wartungs-Dispatcher – Analyse beginnen'. */
const stepNames: Readonly<Record<AwaitedStep, string>> = {
  startAnalysis: 'Analyse beginnen',
  decideOnReport: 'über die Meldung entscheiden',
  supplement: 'fehlende Angaben ergänzen',
  assign: 'Ticket zuweisen',
  proposePlan: 'Fehlerbehebungsplan vorschlagen',
  changePlan: 'Fehlerbehebungsplan ändern, ihm wurde widersprochen',
  answerPlan: 'dem Fehlerbehebungsplan zustimmen oder widersprechen',
  beginWork: 'Bearbeitung beginnen',
  repair: 'Fehler beheben',
  beginTest: 'Test beginnen',
  test: 'testen und freigeben',
  answerQuestion: 'Rückfrage beantworten',
  support: 'Unterstützung leisten',
};

/**
 * Who has to act and what for, in one line (process 3): whom the ticket waits for, the next step first. Support is a
 * matter of those who repair, so only who is asked for it reads it here.
 */
export function nextStepText(ticket: Ticket, view: View, reader?: Role): string {
  const waits = waitsNamed(ticket, reader);
  const steps = [...new Set(waits.map(({ step }) => step))];
  if (steps.length === 0) return endText(ticket);
  return steps
    .map((step) => {
      const whom = waits
        .filter((each) => each.step === step)
        .map((each) => nameOf(each, ticket, view, fully));
      return `${listed(whom)} – ${stepText(step, ticket, view)}${who(step, ticket, view)}`;
    })
    .join('; außerdem ');
}

/** Only who acts next, people by their names alone, or who acts in their stead today: where there is no room for more. */
export function whoActsText(ticket: Ticket, view: View): string {
  const waits = waitsNamed(ticket, undefined);
  const isNext = ({ step }: Wait) => step === waits[0]?.step;
  const whom = waits.filter(isNext).map((each) => nameOf(each, ticket, view, shortly));
  if (whom.length === 0) return endText(ticket);
  return listed(whom.map((name) => (name === dispatchers ? roleNames.dispatcher : name)));
}

/** The platform maintainer reads first what they themselves are asked for (process 5). */
function waitsNamed(ticket: Ticket, reader: Role | undefined): readonly Wait[] {
  const all = waitsFor(ticket);
  const others = all.filter(({ step }) => step !== 'support');
  if (reader !== 'platformMaintainer') return others;
  return [...all.filter(({ step }) => step === 'support'), ...others];
}

function stepText(step: AwaitedStep, ticket: Ticket, view: View): string {
  if (step !== 'assign') return stepNames[step];
  switch (lackOf(ticket, view)) {
    case undefined:
      return stepNames.assign;
    case 'inOnboarding':
      return `Onboarding für ${view.module(ticket.module)} zum Abschluss bringen`;
    case 'calledOff':
    case 'nobody':
      return `Maintainer für ${view.module(ticket.module)} benennen`;
  }
}

type NameOfAssignee = (assignment: Assignment, module: ModuleId, view: View) => string;

const fully: NameOfAssignee = ({ person, organisation }, module, view) =>
  view.personOf(person, organisation, maintainerAbsence(person, module, view));

const shortly: NameOfAssignee = ({ person }, module, view) =>
  whoActsToday(person, view, (deputy) => maintains(view.installation, deputy, module));

/** What is noted beside the name of a module's maintainer. */
export function maintainerAbsence(person: PersonId, module: ModuleId, view: View): readonly string[] {
  return absenceNotes(person, view, (deputy) => maintains(view.installation, deputy, module));
}

function nameOf({ role, step }: Wait, ticket: Ticket, view: View, named: NameOfAssignee): string {
  if (step === 'assign' && lackOf(ticket, view) !== undefined) return processOwners(view);
  switch (role) {
    case 'operator':
      return view.organisation(ticket.operator);
    case 'maintainer':
      // A party of the plan is the organisation (process 4).
      return step === 'answerPlan' || step === 'changePlan'
        ? view.planParty('maintainer', ticket)
        : assignee(ticket, view, named);
    case 'platformMaintainer':
      return 'Plattform-Maintainer';
    case 'dispatcher':
    case 'processOwner':
      return dispatchers;
  }
}

/** The dispatcher who is at it, unless they have left since or lost the role. */
function who(step: AwaitedStep, { analyst, test }: Ticket, view: View): string {
  const mayTake = (id: PersonId) => isDispatcher(id, view);
  const named = (id: PersonId) => view.person(id, absenceNotes(id, view, mayTake));
  if (step === 'decideOnReport' && analyst !== undefined && mayTake(analyst.person))
    return `; ${named(analyst.person)} analysiert sie`;
  if (step === 'test' && test !== undefined && mayTake(test.tester)) return `; ${named(test.tester)} testet`;
  return '';
}

function isDispatcher(id: PersonId, { installation }: View): boolean {
  return peopleWithRole(installation, 'dispatcher').some((person) => person.id === id);
}

function endText({ state, resolution }: Ticket): string {
  if (state === 'declined') return 'die Meldung ist abgelehnt';
  return resolution === undefined ? 'das Ticket ist geschlossen' : resolutionNames[resolution];
}

/** Accepted, but nobody of its module can be assigned (process 1: "N.N.") or nobody yet (process 7): why. */
export function lackOf(ticket: Ticket, { installation }: View): Exclude<Staffing, 'assignable'> | undefined {
  if (ticket.state !== 'accepted' || ticket.assignment !== undefined) return undefined;
  const staffing = staffingOf(ticket, installation);
  return staffing === 'assignable' ? undefined : staffing;
}

/** 'Prozessverantwortlicher (Prozess)', by name where somebody is one. */
function processOwners(view: View): string {
  const people = peopleWithRole(view.installation, 'processOwner').map(({ id }) => view.person(id));
  return people.length === 0 ? 'Prozessverantwortlicher' : `Prozessverantwortlicher (${listed(people)})`;
}

function assignee(ticket: Ticket, view: View, named: NameOfAssignee): string {
  const { assignment, module } = ticket;
  if (assignment === undefined) return dispatchers;
  const { person, organisation } = assignment;
  // Any active maintainer of the module may act (process 3), so all are named where the one has left.
  return maintains(view.installation, person, module)
    ? named(assignment, module, view)
    : view.party({ role: 'maintainer', module, organisation });
}
