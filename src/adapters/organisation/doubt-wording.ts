import type { Doubt } from '../../domain/organisation/doubts';

/** One sentence a kind of doubt, the same in the log and at a check: what it is about stands beside it. */
export const doubtSentences: Readonly<Record<Doubt['doubt'], string>> = {
  noDispatcher: 'nobody holds the role dispatcher today',
  noProcessOwner: 'nobody holds the role processOwner today',
  noPlatformMaintainer: 'nobody holds the role platformMaintainer today',
  unmaintained: 'nobody holds the role maintainer of this module today',
  noChannel: 'this module is maintained, but has no channel, so its maintainers are not reached over Teams',
  dispatchersAbsent: 'everybody who holds the role dispatcher is absent today',
  noDispatcherOnDuty: 'this person is on the roster of this day, but does not hold the role dispatcher then',
  unfitDeputy:
    'the deputy of this absence does not share organisation or role with the absent person then, so nobody acts in their stead',
  nobodyUnderContract:
    'this organisation has a contract, but nobody who holds the role operator, so it cannot report',
  unreachable:
    'this operator has neither a channel nor a contact person today, so it is not reached over Teams',
  madeUpId: 'this id seems made up: it has at most two different digits',
  sameObjectId: 'the same object id in two tenants: a guest has another one than at home',
  otherAppTenant:
    'the tenant of the app (MicrosoftAppTenantId) is not the hostingTenant of the organisation file',
};
