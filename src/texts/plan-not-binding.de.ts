import type { PlanParty } from '../domain/ticket/plan/fix-plan';
import type { Refusal } from '../domain/ticket/decide';
import { actionNames } from './actions.de';
import { listed } from './parties.de';

/** Whose consent is missing before work begins, and whether there is a way around it (process 4). */
export function planNotBindingText({
  waitingFor,
  immediateStartPossible,
}: Extract<Refusal, { readonly code: 'planNotBinding' }>): string {
  const missing = listed(waitingFor.map((party) => consentOf[party]));
  const way = immediateStartPossible ? ', oder begründen Sie einen „Sofortbeginn“' : '';
  return `„${actionNames.beginWork}“ braucht einen verbindlichen Fehlerbehebungsplan, es fehlt die Zustimmung ${missing}${way}`;
}

const consentOf: Readonly<Record<PlanParty, string>> = {
  operator: 'des Netzbetreibers',
  dispatcher: 'der Wartungs-Dispatcher',
  maintainer: 'der Modul-Maintainer',
};
