import type { View } from './view';
import { maxReceiptAgeDays } from '../domain/reaction/receipt';
import { parseDate } from '../domain/service-calendar/civil-date';
import type { TicketAction } from '../domain/ticket/actions/registry';
import type { Refusal, RefusalCode } from '../domain/ticket/decide';
import { standing as standingOf } from '../domain/ticket/deciding';
import type { Standing } from '../domain/ticket/refusals';
import type { Ticket } from '../domain/ticket/ticket';
import { fieldErrors, knownTooEarlyText, reportedTooEarlyText } from './form-errors.de';
import { formatDay } from './german-time';
import { comingHolidayName } from './holidays.de';
import { completionLinkNames, stateNames } from './labels.de';
import { defined } from '../defined';
import { doneStepNameFor, stepNameFor, type Tried } from './action-names.de';
import { actionNames } from './actions.de';
import { formWords } from './form-words.de';
import { noContractText } from './no-contract.de';
import { nobodyActiveText, notActiveText } from './onboarding.de';
import { overtakenText } from './overtaken.de';
import { anyOf, listed } from './parties.de';
import { planNotBindingText } from './plan-not-binding.de';

/** Every code that has a sentence; a test holds it equal to the refusals that the domain can give. */
export const refusalCodes = [
  'wrongState',
  'notPermitted',
  'alreadyDone',
  'outdated',
  'overtaken',
  'unknownTicket',
  'noContract',
  'receiptInFuture',
  'receiptTooOld',
  'calendarTooShort',
  'onBehalfMissing',
  'saidTooEarly',
  'supportLevelsNotDone',
  'trialByDispatcherOnly',
  'trialNotSecurityRelevant',
  'trialAndReal',
  'classReasonMissing',
  'sameClass',
  'samePriority',
  'sameModule',
  'duplicateUnknown',
  'duplicateInCircle',
  'duplicateEnded',
  'ofItself',
  'tooEarlyToClose',
  'noMaintainer',
  'notAMaintainer',
  'notActive',
  'nobodyActive',
  'alreadyAssigned',
  'alreadySecurityRelevant',
  'notSecurityRelevant',
  'knownInFuture',
  'knownTooEarly',
  'reportedInFuture',
  'reportedTooEarly',
  'planNotBinding',
  'immediateStartNotForClass',
  'completedByTester',
  'linkNotAllowed',
  'noFixPlan',
  'planChanged',
  'planAlreadyBinding',
  'samePlan',
  'targetNotServiceDay',
  'targetInPast',
  'internalNotForOperators',
  'questionStillOpen',
  'noOpenQuestion',
  'noSupportRequest',
  'supportNotTaken',
  'supportAnswerMissing',
  'supportVerdictMissing',
  'noSuchNotice',
] as const satisfies readonly RefusalCode[];

/**
 * The one German sentence for a refusal: what did not happen, the present state and who can act (process 3). What was
 * `tried` is named as the card of whoever tried it does.
 */
export function refusalText(refusal: Refusal, view: View, tried?: Tried): string {
  const standing = (about: Standing) => standingText(about, view);
  switch (refusal.code) {
    case 'wrongState':
      return `${quoted(refusal, tried)} ist jetzt nicht möglich: ${standing(refusal)}`;
    case 'notPermitted':
      return notPermitted(refusal, view, tried);
    case 'alreadyDone': {
      const by = view.person(refusal.by);
      const at = view.time(refusal.at);
      return `Bereits erledigt von ${by} am ${at}: ${quoted(refusal, tried)}; ${standing(refusal)}`;
    }
    case 'outdated':
      return `Diese Karte war nicht mehr aktuell, deshalb wurde nichts geändert: ${standing(refusal)}`;
    case 'overtaken':
      return `${overtakenText(refusal.changes, view)}, ${standing(refusal)}`;
    case 'unknownTicket':
      return 'Zu dieser Nummer gibt es hier kein Ticket.';
    case 'noContract':
      return noContractText(refusal.operator, refusal.module, view);
    case 'receiptInFuture':
      return 'Der Eingang liegt in der Zukunft; bitte geben Sie an, wann die Meldung bei Ihnen eingegangen ist.';
    case 'receiptTooOld':
      return `Der Eingang liegt mehr als ${maxReceiptAgeDays} Tage zurück und kann nicht mehr erfasst werden.`;
    case 'calendarTooShort':
      return calendarTooShortText(view);
    case 'onBehalfMissing':
      return 'Bitte geben Sie an, wer das wann und auf welchem Weg mitgeteilt hat.';
    case 'saidTooEarly':
      return `Das kann nicht vor ${view.time(refusal.earliest)} mitgeteilt worden sein.`;
    case 'supportLevelsNotDone':
      return 'Bitte bestätigen Sie, dass 1st und 2nd Level die Störung geprüft haben; die Software-Pflege ist der 3rd Level.';
    case 'trialByDispatcherOnly':
      return 'Ein Probeticket zum Üben legen nur die Wartungs-Dispatcher an.';
    case 'trialNotSecurityRelevant':
      return fieldErrors.trialNotSecurityRelevant;
    case 'trialAndReal':
      return 'Ein Probeticket und ein echtes Ticket lassen sich nicht verbinden; bitte nennen Sie ein anderes.';
    case 'classReasonMissing':
      return `Bitte begründen Sie die Fehlerklasse, denn der Netzbetreiber hat Klasse ${refusal.proposed} vorgeschlagen.`;
    case 'sameClass':
      return `Das Ticket hat diese Fehlerklasse bereits; ${standing(refusal)}`;
    case 'samePriority':
      return `Das Ticket hat diese Priorität bereits; ${standing(refusal)}`;
    case 'sameModule':
      return `Das Ticket gehört bereits zu diesem Modul; ${standing(refusal)}`;
    case 'duplicateUnknown':
      return 'Bitte geben Sie die Nummer des Tickets an, das dieselbe Störung beschreibt; zu der angegebenen gibt es kein Ticket.';
    case 'duplicateInCircle':
      return `Ticket ${refusal.other} ist selbst als Duplikat abgelehnt, und das führt zu diesem Ticket zurück; an der Störung würde dann niemand mehr arbeiten. Bitte nennen Sie ein anderes Ticket oder einen anderen Grund.`;
    case 'duplicateEnded':
      return `Ticket ${refusal.other} ist ohne Behebung beendet oder Duplikat eines so beendeten; an der Störung würde dann niemand mehr arbeiten. Bitte nennen Sie ein anderes Ticket oder einen anderen Grund.`;
    case 'ofItself':
      return 'Ein Ticket kann sich nicht auf sich selbst beziehen, es kann auch nicht das Duplikat seiner selbst sein; bitte geben Sie die Nummer des anderen an.';
    case 'tooEarlyToClose':
      return `„Schließen ohne Antwort“ ist erst nach zehn Servicetagen möglich, ab ${view.due(refusal.earliest)}; ${standing(refusal)}`;
    case 'noMaintainer':
      return `Für ${view.module(refusal.module)} ist kein Maintainer benannt (N.N.), der Prozessverantwortliche kann einen beauftragen; ${standing(refusal)}`;
    case 'notAMaintainer':
      return `Diese Person ist kein Maintainer von ${view.module(refusal.module)}; ${standing(refusal)}`;
    case 'notActive':
      return `${notActiveText(refusal, view)} Das Ticket ist ${inState(refusal, view)}`;
    case 'nobodyActive':
      return `${nobodyActiveText(refusal.module, refusal.notActive, view)} Das Ticket ist ${inState(refusal, view)}`;
    case 'alreadyAssigned':
      return `Das Ticket ist ${view.person(refusal.person)} bereits zugewiesen; ${standing(refusal)}`;
    case 'alreadySecurityRelevant':
      return `Das Ticket ist bereits als sicherheitsrelevant gekennzeichnet; ${standing(refusal)}`;
    case 'notSecurityRelevant':
      return `Das Ticket ist nicht als sicherheitsrelevant gekennzeichnet, gesetzliche Meldungen werden nur dazu eingetragen; ${standing(refusal)}`;
    case 'knownInFuture':
      return fieldErrors.knownInFuture;
    case 'knownTooEarly':
      return knownTooEarlyText(view.time(refusal.earliest));
    case 'reportedInFuture':
      return fieldErrors.reportedInFuture;
    case 'reportedTooEarly':
      return reportedTooEarlyText(view.time(refusal.earliest));
    case 'planNotBinding':
      return `${planNotBindingText(refusal)}; ${standing(refusal)}`;
    case 'immediateStartNotForClass':
      return `„Sofortbeginn“ ist nur in den Klassen 1 und 2 möglich, das Ticket hat Klasse ${refusal.faultClass}; ${standing(refusal)}`;
    case 'completedByTester':
      return `${quoted(refusal, tried)} ist nur jemand anderem möglich, denn Sie haben die Bearbeitung selbst abgeschlossen; ${standing(refusal)}`;
    case 'linkNotAllowed':
      return `Der Link „${completionLinkNames[refusal.link]}“ ist keine Webadresse; bitte geben Sie eine an, die mit https:// oder http:// beginnt.`;
    case 'noFixPlan':
      return `Zu diesem Ticket gibt es zurzeit keinen Fehlerbehebungsplan; ${standing(refusal)}`;
    case 'planChanged':
      return `Der Fehlerbehebungsplan wurde inzwischen geändert, bitte lesen Sie Version ${refusal.version}; ${standing(refusal)}`;
    case 'planAlreadyBinding': {
      // An operator's card does not have that button.
      const way = tried?.role === 'operator' ? '' : `mit „${formWords.changePlan}“ `;
      return `Der Fehlerbehebungsplan (Version ${refusal.version}) ist bereits verbindlich; die Wartungs-Dispatcher und die Maintainer können ihn ${way}ändern; ${standing(refusal)}`;
    }
    case 'samePlan':
      return `Der Vorschlag gleicht dem vorliegenden Fehlerbehebungsplan (Version ${refusal.version}); ${standing(refusal)}`;
    case 'targetNotServiceDay':
      return `Der Zieltermin ${dateText(refusal.targetDate)} ist kein Servicetag${holidayText(refusal.targetDate, view)}; bitte geben Sie einen Servicetag an.`;
    case 'targetInPast':
      return `Der Zieltermin ${dateText(refusal.targetDate)} liegt in der Vergangenheit; bitte geben Sie einen kommenden Servicetag an.`;
    case 'internalNotForOperators':
      return 'Ein Kommentar des Netzbetreibers kann nicht intern sein; bitte senden Sie ihn für alle.';
    case 'questionStillOpen': {
      const asked = `${view.person(refusal.by)} am ${view.time(refusal.at)}`;
      return `Es ist noch eine Rückfrage offen (gestellt von ${asked}); ${standing(refusal)}`;
    }
    case 'noOpenQuestion':
      return `Zu diesem Ticket ist keine Rückfrage offen; ${standing(refusal)}`;
    case 'noSupportRequest':
      return `Dazu ist keine Anforderung von Unterstützung offen; ${standing(refusal)}`;
    case 'supportNotTaken':
      return `Die Anforderung hat noch niemand übernommen, bitte wählen Sie zuerst „${actionNames.takeSupport}“; ${standing(refusal)}`;
    case 'supportAnswerMissing':
      return 'Bitte beantworten Sie die Frage, um die Unterstützung abzuschließen.';
    case 'supportVerdictMissing':
      return 'Bitte geben Sie an, ob der Test bestanden wurde.';
    case 'noSuchNotice':
      return 'Zu diesem Ticket ist an diese Organisation keine Freigabeinformation gegangen.';
  }
}

/**
 * The refusal as somebody reads it who may read the ticket: whatever stands against it, the state and whose turn it is
 * are said (process 3).
 */
export function refusalToReaderText(
  refusal: Refusal,
  ticket: Ticket | undefined,
  view: View,
  tried?: Omit<Tried, 'ticket'>,
): string {
  const text = refusalText(refusal, view, tried && { ...tried, ...defined({ ticket }) });
  const isSaid = 'turnOf' in refusal || (refusal.code === 'notPermitted' && refusal.standing !== undefined);
  return isSaid || ticket === undefined ? text : toReaderText(text, ticket, view);
}

/** A sentence that says what else was not done with the ticket, for somebody who may read it. */
export function toReaderText(text: string, ticket: Ticket, view: View): string {
  return `${text} Ticket ${ticket.number} ist ${inState(standingOf(ticket), view)}`;
}

/** Everything else is right: who is told this should ring up, and somebody has to complete the calendar. */
export function calendarTooShortText({ installation }: View): string {
  return `Dafür lässt sich keine Frist berechnen, denn der Servicekalender enthält nicht genug künftige Servicezeit; bitte rufen Sie die Hotline an (${installation.hotline}), der Prozessverantwortliche muss den Servicekalender ergänzen.`;
}

/** Text that names no day is not repeated: somebody typed it. */
function dateText(date: string): string {
  return parseDate(date) === undefined ? '(unlesbar)' : formatDay(date);
}

function holidayText(date: string, view: View): string {
  const name = comingHolidayName(date, view);
  return name === undefined ? '' : ` (${name})`;
}

/** To somebody who reads the ticket here and has no action on it. */
export function moreActionsNotPermittedText(standing: Standing, view: View): string {
  return `${moreActionsNotPermitted}; ${standingText(standing, view)}`;
}

export const moreActionsNotPermitted =
  'Weitere Aktionen stehen nur Personen offen, die dieses Ticket hier bearbeiten, lesen können Sie es';

/** To somebody in the channel who may not read what was typed into a security-relevant ticket (process 10). */
export function contentForReadersText(standing: Standing, view: View): string {
  return `Das Ticket ist sicherheitsrelevant, deshalb wird sein Inhalt nur Personen gezeigt, die es nach ihren Rollen selbst lesen dürfen (siehe „Ansprechpartner“); ${standingText(standing, view)}`;
}

function standingText(standing: Standing, view: View): string {
  return `das Ticket ist ${inState(standing, view)}`;
}

/** 'im Zustand „Akzeptiert“, am Zug: Netz Nord und die Wartungs-Dispatcher.' */
function inState({ state, turnOf }: Standing, view: View): string {
  const name = `im Zustand „${stateNames[state]}“`;
  if (turnOf.length === 0) return `${name} und damit beendet.`;
  return `${name}, am Zug: ${listed(turnOf.map((party) => view.party(party)))}.`;
}

function notPermitted(
  refusal: Extract<Refusal, { readonly code: 'notPermitted' }>,
  view: View,
  tried: Tried | undefined,
): string {
  const { action, permitted, standing } = refusal;
  if (action === 'reportFault') {
    return 'Eine Störung melden Netzbetreiber mit Pflegevertrag für sich selbst oder die Wartungs-Dispatcher auf deren Wort.';
  }
  const who = anyOf(permitted.map((party) => view.party(party)));
  const name = quoted(refusal, tried);
  const rule = who === '' ? `${name} dürfen Sie nicht` : `${name} dürfen hier nur: ${who}`;
  return standing === undefined ? `${rule}.` : `${rule}; ${standingText(standing, view)}`;
}

function quoted(
  { code, action }: Extract<Refusal, { readonly action: TicketAction }>,
  tried: Tried | undefined,
): string {
  if (tried === undefined) return `„${actionNames[action]}“`;
  return `„${code === 'alreadyDone' ? doneStepNameFor(tried) : stepNameFor(tried)}“`;
}
