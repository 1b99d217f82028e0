import type { LinkKind } from '../domain/ticket/ticket';

export const linkKindNames: Readonly<Record<LinkKind, string>> = {
  related: 'hängt zusammen mit',
  followUpOf: 'Folgeticket von',
  followedUpBy: 'hat das Folgeticket',
};

export const linkTexts = {
  link: 'Verknüpfen',
  unlink: 'Lösen',
  section: 'Verknüpfte Tickets',
  further: (count: number) => `${count} weitere unter „Verlauf“`,
  whoReads:
    'Die Verknüpfung steht an beiden Tickets; zu sehen ist sie, wo auch das andere gelesen werden darf.',
  noneToUnlink: 'Dieses Ticket hat keine Verknüpfung, die Sie lösen können.',
} as const;
