import type { Doubt } from '../domain/organisation/doubts';
import { formatDay } from './german-time';
import type { View } from './view';

/** A doubt as whoever changes the records reads it: what would be legal, but surely wrong afterwards. */
export function doubtText(doubt: Doubt, view: View): string {
  switch (doubt.doubt) {
    case 'noDispatcher':
      return 'Heute ist niemand Wartungs-Dispatcher.';
    case 'noProcessOwner':
      return 'Heute ist niemand Prozessverantwortlicher.';
    case 'noPlatformMaintainer':
      return 'Heute ist niemand Plattform-Maintainer.';
    case 'dispatchersAbsent':
      return 'Heute sind alle Wartungs-Dispatcher abwesend.';
    case 'unmaintained':
      return `${view.module(doubt.module)}: Heute ist niemand Modul-Maintainer, Tickets können nicht zugewiesen werden.`;
    case 'noChannel':
      return `${view.module(doubt.module)} hat keinen Kanal: Seine Maintainer werden in Teams nicht erreicht. Den Kanal trägt der Administrator in der Organisationsdatei ein.`;
    case 'noDispatcherOnDuty':
      return `${view.person(doubt.person)} steht am ${formatDay(doubt.day)} im Dienstplan und ist dann kein Wartungs-Dispatcher.`;
    case 'unfitDeputy':
      return `${view.person(doubt.deputy)} soll ${view.person(doubt.person)} ab ${formatDay(doubt.from)} vertreten, hat dann aber weder die Organisation noch eine Rolle der Person.`;
    case 'nobodyUnderContract':
      return `${view.organisation(doubt.organisation)} hat einen Vertrag, aber niemanden mit der Rolle Netzbetreiber: Von dort kann niemand melden.`;
    case 'unreachable':
      return `${view.organisation(doubt.organisation)} hat weder Kanal noch Kontaktpersonen und wird in Teams nicht erreicht.`;
    case 'madeUpId':
      return 'Eine Kennung sieht erfunden aus.';
    case 'sameObjectId':
      return `Dieselbe Objekt-ID steht bei ${view.person(doubt.identities[0].person)} und ${view.person(doubt.identities[1].person)} in zwei Tenants: Ein Gast hat eine andere als zu Hause.`;
    case 'otherAppTenant':
      return 'Der Tenant der App ist nicht der des Bots.';
  }
}
