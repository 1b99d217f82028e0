import { absenceNotes } from '../../../texts/absences.de';
import { type Contact, contactsOf } from '../../../domain/organisation/contacts';
import { mayStandInFor } from '../../../domain/organisation/absences';
import { personById } from '../../../domain/organisation/find';
import type { Person, PersonId } from '../../../domain/organisation/installation';
import { isRetiredOn } from '../../../domain/organisation/in-force';
import { localDayAt } from '../../../domain/reaction/service-day';
import { defined } from '../../../defined';
import { asOfSentence, sinceText, untilDayText } from '../../../texts/card-sentences.de';
import { cardWords } from '../../../texts/card-words.de';
import { formatDay } from '../../../texts/german-time';
import { roleNames } from '../../../texts/labels.de';
import type { View } from '../../../texts/view';
import type { AdaptiveCardJson } from './card-json';
import { fits } from './card-room';
import { mailLink, phoneLink } from './contact-links';
import { expandCard } from './expand';
import { listPager, pageOf, pageText } from './pager';
import { shortened } from './typed-text';

/** More would neither be read nor fit into a card. */
const contactsListed = 15;

/** How much of a name is shown, in UTF-16 units: all of it, unless a page of long ones would not fit. */
const [wholeNames, shortNames] = [200, 40] as const;

/** In the data of cards/contacts.card.json. */
interface Part {
  readonly text: string;
  /** Where it leads; a client that follows no such link shows the text. */
  readonly link?: string;
  /** What the link is called. */
  readonly title?: string;
}

interface Line {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** "Ansprechpartner" (process 9): per role and module with organisation, mail, phone, since when, and the hotline. */
export function renderContactsCard(view: View, page = 1): AdaptiveCardJson {
  const { people, calendars, modules } = view.installation;
  const { day } = localDayAt(calendars, view.now);
  const contacts = contactsOf({ people, modules: modules.filter((module) => !isRetiredOn(module, day)) });
  const shown = pageOf(page, contacts.length, contactsListed);
  const first = (shown.page - 1) * contactsListed;
  const listed = contacts.slice(first, first + contactsListed);
  const inRoom = (longest: number) =>
    expandCard('contacts.card', {
      heading: cardWords.contacts,
      asOf: asOfSentence(view.time(view.now)),
      sections: [{ lines: [hotlineOf(view)] }, ...sectionsOf(listed, view, longest)],
      ...defined({ note: pageText(shown) }),
      pager: listPager('contacts', shown),
    });
  const card = inRoom(wholeNames);
  return fits(card) ? card : inRoom(shortNames);
}

function hotlineOf({ installation: { hotline } }: View): Line {
  return { label: cardWords.hotline, parts: [linked(hotline, phoneLink(hotline), wholeNames)] };
}

/** Those of one role stand together, all modules under one heading. */
function sectionsOf(contacts: readonly Contact[], view: View, longest: number) {
  const roles = [...new Set(contacts.map(({ role }) => role))];
  return roles.map((role) => ({
    title: roleNames[role],
    lines: contacts
      .filter((contact) => contact.role === role)
      .map((contact) => lineOf(contact, view, longest)),
  }));
}

function lineOf(contact: Contact, view: View, longest: number): Line {
  const { person } = contact;
  const name = person && shortened(view.person(person.id), longest);
  if (contact.role !== 'maintainer') {
    return name === undefined
      ? { label: cardWords.atPresent, parts: [{ text: cardWords.nobody }] }
      : { label: name, parts: listed(reachedBy(person, view, longest)) };
  }
  const label = shortened(view.module(contact.module), longest);
  return name === undefined
    ? { label, parts: [{ text: cardWords.noMaintainer }] }
    : { label, parts: listed([{ text: name }, ...reachedBy(person, view, longest)]) };
}

function reachedBy(person: Person | undefined, view: View, longest: number): readonly Part[] {
  if (person === undefined) return [];
  const { id, organisation, mail, phone, since, until } = person;
  // Whoever has left is nobody's deputy, whatever the absence says.
  const mayStandIn = (named: PersonId) => {
    const deputy = personById(view.installation, named);
    return deputy !== undefined && deputy.roles.length > 0 && mayStandInFor(person, deputy);
  };
  return [
    { text: shortened(view.organisation(organisation), longest) },
    linked(mail, mailLink(mail), longest),
    ...(phone === undefined ? [] : [linked(phone, phoneLink(phone), longest)]),
    ...(since === undefined ? [] : [{ text: sinceText(formatDay(since)) }]),
    ...(until === undefined ? [] : [{ text: untilDayText(formatDay(until)) }]),
    ...absenceNotes(id, view, mayStandIn).map((text) => ({ text: shortened(text, longest) })),
  ];
}

function linked(text: string, link: string | undefined, longest: number): Part {
  // What is read aloud has to hold what is seen; a number that is a link is nothing but a number.
  const title = link?.startsWith('tel:') === true ? text : link;
  return { text: shortened(text, longest), ...defined({ link, title }) };
}

function listed(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: ', ' }, part]));
}
