import type { FormerContact } from '../domain/organisation/former-contacts';
import { isRetiredOn } from '../domain/organisation/in-force';
import type { Contract, MaintainedModule } from '../domain/organisation/installation';
import { type CalendarDay, parseDate } from '../domain/service-calendar/civil-date';
import { formatDay } from './german-time';
import { roleNames } from './labels.de';
import { recordLabels } from './records.de';
import type { View } from './view';

/** What the lists of records say in their rows. */
export const rowTexts = {
  channel: 'eigener Kanal',
  unreachable: 'weder Kanal noch Kontaktpersonen',
  ended: 'beendet',
} as const;

export function peopleText(count: number): string {
  return count === 0 ? 'keine Personen' : count === 1 ? 'eine Person' : `${count} Personen`;
}

export function contractsText(count: number): string {
  return count === 0 ? 'keine Verträge' : count === 1 ? 'ein Vertrag' : `${count} Verträge`;
}

/** 'scheidet am Mi 01.07.2026 aus', 'ausgeschieden am Mi 01.07.2026'; nothing of what stays. */
export function retiredText(item: Pick<MaintainedModule, 'retired'>, today: CalendarDay): string | undefined {
  if (item.retired === undefined) return undefined;
  const day = formatDay(item.retired);
  return isRetiredOn(item, today) ? `ausgeschieden am ${day}` : `scheidet am ${day} aus`;
}

/** 'Mo 01.01.2024 bis Do 31.12.2026', 'ab Mo 01.01.2024, unbefristet'. */
export function termText({ from, to }: Contract): string {
  return to === undefined ? `ab ${formatDay(from)}, unbefristet` : `${formatDay(from)} bis ${formatDay(to)}`;
}

/** 'Wartungs-Dispatcher: Dispatcherin Eins (Wartung A)', 'Modul-Maintainer Betriebstagebuch: …'. */
export function formerContactText({ grant, person, organisation }: FormerContact, view: View): string {
  const role = roleNames[grant.role];
  const what = grant.role === 'maintainer' ? `${role} ${view.module(grant.module)}` : role;
  return `${what}: ${view.personOf(person, organisation)}`;
}

/** 'von Fr 12.06.2026 bis Di 30.06.2026'. */
export function heldText({ from, to }: FormerContact): string {
  return `von ${formatDay(from)} bis ${formatDay(to)}`;
}

export function versionText({ installedVersion }: Pick<Contract, 'installedVersion'>): string | undefined {
  return installedVersion && `${recordLabels.installedVersion}: ${installedVersion}`;
}

/** 'Kündigungsfrist: 3 Monate', 'Kündigungsfrist: ein Monat'. */
export function noticeText({ noticeMonths }: Contract): string | undefined {
  if (noticeMonths === undefined) return undefined;
  return `Kündigungsfrist: ${noticeMonths === 1 ? 'ein Monat' : `${noticeMonths} Monate`}`;
}

export function packageContactText({ packageContact }: Contract, view: View): string | undefined {
  return packageContact && `${recordLabels.packageContact}: ${view.person(packageContact)}`;
}

const soonDays = 90;

/** 'endet am Do 31.12.2026 (in 12 Tagen)' of a contract that ends soon and has not ended. */
export function endsSoonText({ to }: Contract, today: CalendarDay): string | undefined {
  const [last, now] = [parseDate(to ?? ''), parseDate(today)];
  if (to === undefined || last === undefined || now === undefined) return undefined;
  const left = last - now;
  if (left < 0 || left > soonDays) return undefined;
  return `endet am ${formatDay(to)} (${left === 0 ? 'heute' : left === 1 ? 'morgen' : `in ${left} Tagen`})`;
}
