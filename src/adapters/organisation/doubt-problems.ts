import type { Doubt } from '../../domain/organisation/doubts';
import type { Installation } from '../../domain/organisation/installation';
import type { EntraIdField, IdentityOf } from '../../domain/organisation/made-up-ids';
import type { Place } from '../../domain/organisation/place';
import { doubtSentences } from './doubt-wording';
import { type FieldPath, formatPath } from './field-path';
import { inOrder, type OrganisationProblem } from './organisation-file-error';
import { readYaml } from './yaml-source';

type DeputyDoubt = Extract<Doubt, { readonly doubt: 'unfitDeputy' }>;
type DutyDoubt = Extract<Doubt, { readonly doubt: 'noDispatcherOnDuty' }>;

/** Doubts about an installation, with where they stand in the text that it was read from. */
export function doubtProblems(
  doubts: readonly Doubt[],
  installation: Installation,
  text: string,
): readonly OrganisationProblem[] {
  const source = readYaml(text);
  return inOrder(
    doubts.map((doubt) => {
      const paths = pathsOf(doubt, installation);
      const line = source.lineOf(paths.at(-1) ?? []);
      return {
        path: paths.map(formatPath).join(', '),
        message: doubtSentences[doubt.doubt],
        ...(line !== undefined && { line }),
      };
    }),
  );
}

function pathsOf(doubt: Doubt, installation: Installation): readonly FieldPath[] {
  switch (doubt.doubt) {
    case 'noDispatcher':
    case 'noProcessOwner':
    case 'noPlatformMaintainer':
    case 'dispatchersAbsent':
      return [['people']];
    case 'unmaintained':
    case 'noChannel':
      return [entry(installation, 'modules', doubt.module)];
    case 'noDispatcherOnDuty':
      return [ofDuty(doubt, installation)];
    case 'unfitDeputy':
      return [ofAbsence(doubt, installation)];
    case 'nobodyUnderContract':
    case 'unreachable':
      return [entry(installation, 'organisations', doubt.organisation)];
    case 'madeUpId':
      return [ofField(doubt, installation)];
    case 'sameObjectId':
      return doubt.identities.map((identity) => ofIdentity(identity, installation));
    case 'otherAppTenant':
      return [['hostingTenant']];
  }
}

function ofField(at: EntraIdField, installation: Installation): FieldPath {
  switch (at.field) {
    case 'hostingTenant':
      return ['hostingTenant'];
    case 'team':
    case 'channelTenant':
      return [...ofPlace(at.place, installation), 'channel', at.field === 'team' ? 'team' : 'tenant'];
    case 'organisationTenant':
      return [...entry(installation, 'organisations', at.organisation), 'tenant'];
    case 'tenant':
    case 'objectId':
      return [...ofIdentity(at, installation), at.field];
  }
}

function ofPlace(place: Place, installation: Installation): FieldPath {
  switch (place.kind) {
    case 'dispatch':
    case 'platform':
      return [place.kind];
    case 'module':
      return entry(installation, 'modules', place.module);
    case 'organisation':
      return entry(installation, 'organisations', place.organisation);
  }
}

function ofIdentity({ person, identity }: IdentityOf, installation: Installation): FieldPath {
  return [...entry(installation, 'people', person), 'identities', identity];
}

function ofDuty(at: Pick<DutyDoubt, 'day' | 'person'>, { duty }: Installation): FieldPath {
  const index = duty.findIndex(({ day }) => day === at.day);
  return ['duty', index, 'dispatchers', duty[index]?.dispatchers.indexOf(at.person) ?? 0];
}

function ofAbsence(at: Pick<DeputyDoubt, 'person' | 'from'>, { absences }: Installation): FieldPath {
  const index = absences.findIndex(({ person, from }) => person === at.person && from === at.from);
  return ['absences', index, 'deputy'];
}

/** The file lists them in the order of the installation. */
function entry(
  installation: Installation,
  list: 'people' | 'modules' | 'organisations',
  id: string,
): FieldPath {
  return [list, installation[list].findIndex((each) => each.id === id)];
}
