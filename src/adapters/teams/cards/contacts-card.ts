import { absenceNotes } from '../../../texts/absences.de';
import { cardWords } from '../../../texts/card-words.de';
import { furtherText, sinceText, untilDayText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { maintainersOf, peopleWithRole } from '../../../domain/organisation/find';
import type { MaintainedModule, Person, Role } from '../../../domain/organisation/installation';
import { formatDay } from '../../../texts/german-time';
import { roleNames } from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines, type Section } from './labelled-lines';

/** Operators are nobody's contacts here: they would be another organisation's data. */
const contactRoles: readonly Role[] = ['dispatcher', 'platformMaintainer', 'processOwner'];
const maxPeople = 8;
const maxModules = 30;
const maxMaintainers = 2;

/** "Ansprechpartner" (process 9): per role and module with organisation, mail, phone, since when, an absence with the deputy, and the hotline. */
export function renderContactsCard(view: View): AdaptiveCardJson {
  return renderLabelledLines({
    heading: cardWords.contacts,
    sections: [
      { lines: [{ label: cardWords.hotline, text: view.installation.hotline }] },
      ...contactRoles.map((role) => roleSection(role, view)),
      modulesSection(view),
    ],
  });
}

function roleSection(role: Role, view: View): Section {
  const people = peopleWithRole(view.installation, role);
  const lines = people.slice(0, maxPeople).map((person) => ({
    label: view.person(person.id),
    text: [view.organisation(person.organisation), ...reachedBy(person, view)].join(', '),
  }));
  return { title: roleNames[role], lines: [...orNobody(lines), ...rest(people.length - maxPeople)] };
}

function modulesSection(view: View): Section {
  const lines = view.installation.modules.slice(0, maxModules).map((module) => ({
    label: view.module(module.id),
    text: maintainersText(module, view),
  }));
  return {
    title: roleNames.maintainer,
    lines: [...lines, ...rest(view.installation.modules.length - maxModules)],
  };
}

function maintainersText(module: MaintainedModule, view: View): string {
  const people = maintainersOf(view.installation, module.id);
  if (module.maintainer === undefined || people.length === 0) return cardWords.noMaintainer;
  const shown = people.slice(0, maxMaintainers).map((person) => nameAndMail(person, view));
  const more = people.length > maxMaintainers ? [furtherText(people.length - maxMaintainers)] : [];
  return [view.organisation(module.maintainer), ...shown, ...more].join(', ');
}

function nameAndMail(person: Person, view: View): string {
  return `${person.name} (${reachedBy(person, view).join(', ')})`;
}

function reachedBy({ id, mail, phone, since, until }: Person, view: View): readonly string[] {
  return [
    mail,
    ...(phone === undefined ? [] : [phone]),
    ...(since === undefined ? [] : [sinceText(formatDay(since))]),
    ...(until === undefined ? [] : [untilDayText(formatDay(until))]),
    ...absenceNotes(id, view),
  ];
}

function orNobody(lines: readonly LabelledText[]): readonly LabelledText[] {
  return lines.length > 0 ? lines : [{ label: cardWords.atPresent, text: cardWords.nobody }];
}

function rest(count: number): readonly LabelledText[] {
  return count > 0 ? [{ label: cardWords.besides, text: furtherText(count) }] : [];
}
