/** Sentences and labels of cards that have something put in. */
export function releasesText(total: number): string {
  return `${total} Freigaben für Ihre Module, die neueste zuerst.`;
}

/** What is left out of a list. */
export function furtherText(count: number): string {
  return `${count} weitere`;
}

export function furtherUnderContentText(count: number, what: string): string {
  return `${count} weitere ${what} unter „Inhalt anzeigen“`;
}

export function furtherProblemsText(count: number): string {
  return `${count} weitere Zustellungen sind gescheitert.`;
}

export function sinceText(day: string): string {
  return `seit ${day}`;
}

export function untilDayText(day: string): string {
  return `bis ${day}`;
}

export function contentOfText(number: string): string {
  return `Inhalt von ${number}`;
}

export function historyOfText(number: string): string {
  return `Verlauf ${number}`;
}

export function deadlineOfText(number: string): string {
  return `Fristberechnung ${number}`;
}

export function earlierCycleText(from: string): string {
  return `Früherer Reaktionszyklus ab ${from}`;
}

export function untilText(time: string): string {
  return `Bis ${time}`;
}

export function earlierDeadlineText(faultClass: number, deadline: string): string {
  return `Klasse ${faultClass}, Frist ${deadline}`;
}

export function classText(faultClass: number | string): string {
  return `Klasse ${faultClass}`;
}

export function entriesText(count: number): string {
  return `${count === 1 ? 'Ein Eintrag' : `${count} Einträge`}, das Neueste zuerst.`;
}

export function hotlineText(hotline: string): string {
  return `Hotline ${hotline}`;
}

export function strangerSentence(ask: string): string {
  return `Sie sind für die Software-Pflege nicht eingetragen. Bitte wenden Sie sich an ${ask}.`;
}

export function onYourWordText(way: string): string {
  return ` auf Ihr Wort (${way})`;
}

export function confirmedByText(person: string, word: string, time: string): string {
  return `bestätigt von ${person}${word} am ${time}`;
}

export function pageOfText(page: number, pages: number): string {
  return `Seite ${page} von ${pages}`;
}

/** 'Ändern: Person Eins', 'Ändern 3: Netz Nord …' where what follows tells the rows not apart. */
export function rowButtonText(action: string, about: string, row: number | undefined): string {
  return row === undefined ? `${action}: ${about}` : `${action} ${row}: ${about}`;
}

export function planVersionText(version: number): string {
  return `Fehlerbehebungsplan, Version ${version}`;
}

/** How a plan is called that replaces one which stood, wherever it is spoken of. */
export function planChangedText(version: number): string {
  return `Plan geändert (Version ${version})`;
}

/** 'Plan vorgeschlagen (Version 1)', or 'Plan vorgeschlagen (Version 2); Version 1 war hinfällig' */
export function planProposedText(version: number): string {
  const proposed = `Plan vorgeschlagen (Version ${version})`;
  return version === 1 ? proposed : `${proposed}; Version ${version - 1} war hinfällig`;
}

/** 'Patch bis Mi 17.06.2026, verbindlich', or 'Patch bis Mi 17.06.2026 (bisher Di 16.06.2026), noch nicht verbindlich' */
export function planGlanceText(
  measure: string,
  target: { readonly now: string; readonly before?: string },
  standing: string,
): string {
  const before = target.before === undefined ? '' : ` (bisher ${target.before})`;
  return `${measure} bis ${target.now}${before}, ${standing}`;
}

/** 'Zieltermin Di 16.06.2026 → Mi 17.06.2026' */
export function targetMovedText(before: string, now: string): string {
  return `Zieltermin ${before} → ${now}`;
}

/** 'Angefragt · Klasse 2' */
export function standingText(state: string, faultClass: string): string {
  return `${state} · ${faultClass}`;
}

export function planOverdueText(target: string): string {
  return `Plan überfällig: Zieltermin war ${target}.`;
}

export function bindingSinceText(time: string): string {
  return `verbindlich seit ${time}`;
}

export function byWayText(way: string): string {
  return ` (per ${way})`;
}

export function objectionText(party: string): string {
  return `Widerspruch (${party})`;
}

export function formerMeasureText(measure: string): string {
  return `Maßnahme (bisher ${measure})`;
}

export function formerTargetText(day: string): string {
  return `Zieltermin (bisher ${day})`;
}

export function changedSinceText(version: number): string {
  return `Geändert gegenüber Version ${version}`;
}

export function ofText(part: number, whole: number): string {
  return `${part} von ${whole}`;
}

export function asOfSentence(time: string): string {
  return `Stand ${time}`;
}

export function untilClosingText(time: string): string {
  return ` bis ${time}`;
}

export function openText(until: string, asOf: string): string {
  return `Servicezeit${until} (${asOf})`;
}

export function otherCalendarText(from: string): string {
  return `Ab ${from} gilt ein anderer Kalender.`;
}

export function clockTimesText(times: string): string {
  return `${times} Uhr`;
}

export function supportAnswerText(kind: string): string {
  return `Antwort (${kind})`;
}

export function takenByText(person: string): string {
  return `übernommen von ${person}`;
}

export function requestedText(time: string): string {
  return `angefordert ${time}`;
}

/** Of a copy, which names buttons that only the ticket's card has. */
export function copyText(time: string): string {
  return `Kopie, Stand ${time}; die Schaltflächen hat die Karte des Tickets`;
}

export function hiddenText(count: number): string {
  return `${count} weitere; schreiben Sie „Ticket“ und die Nummer, um eines zu sehen.`;
}

export function openTicketsText(total: number): string {
  return total === 1 ? 'Ein offenes Ticket' : `${total} offene Tickets`;
}

/** Of a list that was narrowed: there may be others. */
export function inSelectionText(open: string): string {
  return `${open} in dieser Auswahl`;
}

export function noneWaitsText(open: string): string {
  return `${open}, keines wartet auf Sie.`;
}

export function waitingText(open: string, waiting: number): string {
  return `${open}, davon ${waiting === 1 ? 'wartet eines' : `warten ${waiting}`} auf Sie.`;
}

export function overdueCountText(overdue: number): string {
  return `Überfällig: ${overdue}.`;
}

export function duplicateOfText(number: string): string {
  return ` von ${number}`;
}

export function proposedClassText(faultClass: number): string {
  return ` (vorgeschlagen war ${faultClass})`;
}

export function seenInText(environment: string, reproducible: string): string {
  return `${environment}, reproduzierbar: ${reproducible}`;
}
