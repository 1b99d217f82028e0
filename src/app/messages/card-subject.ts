/** What a tracked card shows: the ticket, or the release information about it (process 6). */
export const cardSubjects = ['ticket', 'notice'] as const;
export type CardSubject = (typeof cardSubjects)[number];
