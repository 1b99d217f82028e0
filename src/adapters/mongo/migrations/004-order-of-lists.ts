import { type Migration, unchanged } from './migration';

/** From here on lists go by class, priority and age; what they go by is derived anew from each ticket. */
export const orderOfLists: Migration = { name: 'order of lists', steps: { tickets: unchanged } };
