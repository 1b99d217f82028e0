import type { Finding } from '../app/verify/finding';
import type { Verification } from '../app/verify/verify';

/** What `npm run verify` says. */
export const verifyUsage = `Aufruf: npm run -s verify -- [--json] [--head STAND]

  --json  das Ergebnis als JSON
  --head  ein früher ausgegebener Stand des Prüfbuchs (NUMMER:PRÜFSUMME), etwa aus einem Monatsbericht; geprüft wird, ob er
          Teil der heutigen Kette ist

Geprüft wird, was der Bot liest: MONGODB_URI oder sonst der Speicher in DATA_DIR, auch während der Bot läuft, ebenso eine
Sicherungskopie. Es wird nur gelesen. Rückgabewert: 0 unverändert, 1 Befunde, 2 nicht prüfbar.`;

export const expectedHeadText = (given: string): string =>
  `Erwartet wird ein Stand des Prüfbuchs als NUMMER:PRÜFSUMME mit 64 Zeichen. Gefunden: ${given}`;

/** What is wrong, in one line: numbers only, nothing anybody typed. */
export function findingText(finding: Finding): string {
  const { ticket = '?', version = 0, field = '?', cycle = 0, seq = 0, entry = '?' } = finding;
  switch (finding.kind) {
    case 'historyBroken':
      return `${ticket}: Der Verlauf wurde ab Version ${version} geändert.`;
    case 'historyReplaced':
      return `${ticket}: Das Prüfbuch belegt für Version ${version} einen anderen Verlauf.`;
    case 'versionMissing':
      return `${ticket}: Die Version ${version} steht im Prüfbuch, fehlt aber im Ticket.`;
    case 'notAnchored':
      return `${ticket}: Die Version ${version} steht nicht im Prüfbuch.`;
    case 'ticketMissing':
      return `${ticket}: Das Ticket steht im Prüfbuch (Eintrag ${seq}, Version ${version}), ist aber nicht gespeichert.`;
    case 'notReplayable':
      return `${ticket}: Aus dem Verlauf ergibt sich kein Ticket.`;
    case 'stateDiffers':
      return `${ticket}: Der gespeicherte Stand weicht vom Verlauf ab (Feld ${field}).`;
    case 'fieldDiffers':
      return `${ticket}: Das abgeleitete Feld ${field} passt nicht zum Ticket.`;
    case 'timerDiffers':
      return `${ticket}: Der gespeicherte Zeitpunkt der nächsten Prüfung passt nicht zum Ticket.`;
    case 'reactionDiffers':
      return `${ticket}: Das gespeicherte Ergebnis des Reaktionszyklus ${cycle} weicht vom Verlauf ab.`;
    case 'reactionMissing':
      return `${ticket}: Das Ergebnis des Reaktionszyklus ${cycle} fehlt.`;
    case 'reactionUnexpected':
      return `${ticket}: Zu diesem Ticket ist ein Reaktionszyklus gespeichert, den es nicht gibt.`;
    case 'ledgerNotOpened':
      return 'Es gibt kein vollständiges Prüfbuch: Es wurde entfernt, oder die Daten sind älter als das Prüfbuch.';
    case 'ledgerGap':
      return `Im Prüfbuch fehlt der Eintrag ${seq}.`;
    case 'ledgerBroken':
      return `Im Prüfbuch wurde der Eintrag ${seq} geändert.`;
    case 'headUnknown':
      return `Der angegebene Stand ${seq} gehört nicht zum Prüfbuch: Es wurde gekürzt oder neu geschrieben.`;
    case 'auditChanged':
      return `Auditlog: Der Eintrag ${entry} wurde geändert.`;
    case 'auditMissing':
      return `Auditlog: Der Eintrag ${entry} steht im Prüfbuch (Eintrag ${seq}), ist aber nicht gespeichert.`;
    case 'auditNotAnchored':
      return `Auditlog: Der Eintrag ${entry} steht nicht im Prüfbuch.`;
    case 'foreignTicket':
      return `${ticket}: Unter den Tickets liegt ein Dokument, das der Bot so nicht schreibt.`;
    case 'foreignLedger':
      return 'Im Prüfbuch liegt ein Dokument, das der Bot so nicht schreibt.';
    case 'foreignAudit':
      return 'Im Auditlog liegt ein Dokument, das der Bot so nicht schreibt.';
    case 'changeGap':
      return `Organisation: Die Änderung ${version} fehlt, obwohl spätere gespeichert sind.`;
    case 'changeBroken':
      return `Organisation: Die Änderung ${version} ist nicht mehr die, die der Bot geschrieben hat, oder folgt nicht auf die davor.`;
    case 'changeReplaced':
      return `Organisation: Das Prüfbuch belegt eine andere Änderung ${version}.`;
    case 'changeMissing':
      return `Organisation: Die Änderung ${version} steht im Prüfbuch (Eintrag ${seq}), ist aber nicht gespeichert.`;
    case 'changeNotAnchored':
      return `Organisation: Die Änderung ${version} steht nicht im Prüfbuch.`;
    case 'detailsMissing':
      return `Organisation: Name und Kontaktdaten einer Person fehlen (Kennung ${entry}, Änderung ${version}).`;
    case 'detailsChanged':
      return `Organisation: Name oder Kontaktdaten einer Person wurden geändert (Kennung ${entry}, Änderung ${version}).`;
    case 'foreignChange':
      return 'Unter den Änderungen der Organisation liegt ein Dokument, das der Bot so nicht schreibt.';
    case 'foreignReaction':
      return 'Unter den Reaktionszyklen liegt ein Dokument, das der Bot so nicht schreibt.';
  }
}

/** '17:3fa9…': short enough to be written into a report, long enough to prove it. */
export function headText({ seq, hash }: { readonly seq: number; readonly hash: string }): string {
  return `${seq}:${hash}`;
}

/** What was looked at, and what came of it. */
export function verificationText(verification: Verification): string {
  const { tickets, events, ledgerEntries, auditEntries, organisationChanges, reactions } = verification;
  const { timersCompared, findings, head } = verification;
  const looked = [
    counted(tickets, 'Ticket', 'Tickets'),
    counted(events, 'Ereignis', 'Ereignisse'),
    counted(ledgerEntries, 'Eintrag im Prüfbuch', 'Einträge im Prüfbuch'),
    counted(auditEntries, 'Eintrag im Auditlog', 'Einträge im Auditlog'),
    counted(organisationChanges, 'Änderung der Organisation', 'Änderungen der Organisation'),
    counted(reactions, 'Reaktionszyklus', 'Reaktionszyklen'),
  ];
  return [
    `Geprüft: ${looked.join(', ')}.`,
    ...(timersCompared ? [] : [timersNotCompared]),
    ...(head === undefined ? [] : [`Stand des Prüfbuchs: ${headText(head)}`]),
    `Ergebnis: ${findings === 0 ? 'keine Befunde' : counted(findings, 'Befund', 'Befunde')}.`,
  ].join('\n');
}

const timersNotCompared =
  'Nicht geprüft: die Zeitpunkte der nächsten Prüfung. Dazu müssen ORGANISATION_FILE und WARNING_PERCENTS so gesetzt sein wie beim letzten Start des Bots.';

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
