import { type Migration, unchanged } from './migration';

/**
 * From here on a ticket may be one to practise with, and lists and figures leave it out (process 7): what they go by is derived
 * anew from each ticket. Earlier software would count it.
 */
export const trialTickets: Migration = { name: 'trial tickets', steps: { tickets: unchanged } };
