import type { ModuleId, OrganisationId } from './installation';

/** Where a group reads (process 1). Only the Teams adapter knows the conversation behind it. */
export type Place =
  | { readonly kind: 'dispatch' }
  | { readonly kind: 'platform' }
  | { readonly kind: 'module'; readonly module: ModuleId }
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId };

/** Where the people of one company read. */
export type OrganisationPlace = Extract<Place, { readonly kind: 'organisation' }>;

/** A place as a key: equal places have equal keys. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'dispatch':
    case 'platform':
      return place.kind;
    case 'module':
      return `module:${place.module}`;
    case 'organisation':
      return `organisation:${place.organisation}`;
  }
}
