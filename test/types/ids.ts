import type { ModuleId, OrganisationId, PersonId } from '../../src/domain/organisation/installation';

/** Checked by the compiler alone: each expectation is an error as soon as ids of two kinds fit each other. */
declare const organisation: OrganisationId;
declare const person: PersonId;
declare const module: ModuleId;
declare function ofOrganisation(id: OrganisationId): void;
declare function ofPerson(id: PersonId): void;
declare function ofModule(id: ModuleId): void;

// @ts-expect-error a person is no organisation
ofOrganisation(person);
// @ts-expect-error a module is no person
ofPerson(module);
// @ts-expect-error an organisation is no module
ofModule(organisation);
