import { channels, type Desk } from './desk';
import { classes, did, does, maintainerWest, places, reportFault, wordOfNord } from './desk-steps';
import { filled, reports, ticketAt, way } from './ticket-way';

const nordChannel = '19:netz-nord@thread.tacv2';
const journalChannel = '19:betriebstagebuch@thread.tacv2';

/**
 * Plays what a store holds after some days of use: tickets in every state, with plan, talk, support, links, release,
 * security relevance and reminders, and messages that Teams did not take. The desk's platform has a channel.
 */
export async function playEverything(desk: Desk): Promise<void> {
  const { nord } = places(desk);
  await nord.writes('@Software-Pflege Tagesübersicht an');
  for (const milestone of ['requested', ...way] as const) await ticketAt(desk, milestone);
  await playReports(desk);
  await playTalk(desk);
  await playRepair(desk);
  // Thresholds, breaches, reminders and digests of the days that follow.
  for (const later of ['2026-06-11T08:30', '2026-06-12T08:30', '2026-06-15T08:30', '2026-06-22T08:30']) {
    desk.at(later);
    await desk.timePasses();
  }
  await playTrouble(desk);
}

async function playReports(desk: Desk): Promise<void> {
  const { dispatch, nord, sued } = places(desk);
  const analysed = await reports(desk, 1);
  await did(desk, dispatch, analysed, 'Analyse starten');
  const returned = await reports(desk, 3);
  await did(desk, dispatch, returned, 'Zurückweisen (Angaben fehlen)', {
    'Welche Angaben fehlen': 'Version?',
  });
  const supplemented = await reports(desk, 4);
  await did(desk, dispatch, supplemented, 'Zurückweisen (Angaben fehlen)', {
    'Welche Angaben fehlen': 'Welche Schicht?',
  });
  await did(desk, nord, supplemented, 'Ergänzen', { Antwort: 'Die Nachtschicht.' });
  const declined = await reports(desk);
  await did(desk, dispatch, declined, 'Ablehnen', {
    Grund: 'Kein Softwarefehler',
    Begründung: 'Das Netz fehlte.',
  });
  const withdrawn = await reports(desk);
  await did(desk, nord, withdrawn, 'Meldung zurückziehen', { Grund: 'Es geht wieder.' });
  await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[4] }, sued);
  await reportFault(desk, wordOfNord, dispatch);
}

async function playTalk(desk: Desk): Promise<void> {
  const { dispatch, nord, platform } = places(desk);
  const [one, other] = [await ticketAt(desk, 'accepted'), await reports(desk)];
  await did(desk, dispatch, one, 'Kommentieren', { Kommentar: 'Wir sehen nach.', Sichtbarkeit: false });
  await did(desk, dispatch, one, 'Kommentieren', { Kommentar: 'Nur für uns.', Sichtbarkeit: true });
  await did(desk, dispatch, one, 'Rückfrage', filled.question);
  await did(desk, nord, one, 'Antworten', filled.answer);
  await did(desk, dispatch, one, 'Rückfrage', { Rückfrage: 'Auf welchem Rechner?' });
  await did(desk, dispatch, one, 'Ticket verknüpfen', { Verknüpfung: 'hängt zusammen mit', Ticket: other });
  await did(desk, dispatch, one, 'Unterstützung anfordern', filled.support);
  await did(desk, platform, one, 'Unterstützung übernehmen');
  await did(desk, platform, one, 'Unterstützung erledigen', { Antwort: 'Die nächtliche.' });
  await did(desk, dispatch, one, 'Unterstützung anfordern', {
    ...filled.support,
    'Frage oder Auftrag': 'Steht die Umgebung?',
  });
  await did(desk, dispatch, one, 'Klasse ändern', {
    Fehlerklasse: classes[3],
    Begründung: 'Es gibt eine Umgehung.',
  });
  await did(desk, dispatch, one, 'Priorität ändern', { Priorität: 'hoch' });
  await did(desk, dispatch, other, 'Modul ändern', { Modul: 'Störungsinformationstool' });
}

async function playRepair(desk: Desk): Promise<void> {
  const { dispatch, journal, nord } = places(desk);
  const replanned = await ticketAt(desk, 'planned');
  await did(desk, nord, replanned, 'Dem Plan widersprechen', { 'Grund des Widerspruchs': 'Zu spät.' });
  await did(desk, journal, replanned, 'Plan ändern', { 'Zieltermin (ein Servicetag)': '2026-06-17' });
  const secret = await ticketAt(desk, 'assigned');
  await did(desk, dispatch, secret, 'Als sicherheitsrelevant kennzeichnen');
  const reworked = await ticketAt(desk, 'inTest');
  await did(desk, dispatch, reworked, 'Test nicht bestanden', { ...filled.test, ...filled.defect });
  const atOnce = await ticketAt(desk, 'assigned');
  await did(desk, journal, atOnce, 'Bearbeitung beginnen', {
    'Sofortbeginn, Begründung': 'Die Leitwarte steht.',
  });
  const handedBack = await ticketAt(desk, 'assigned');
  await does(desk, journal, handedBack, 'An Dispatcher zurückgeben', { Grund: 'Liegt am Server.' });
  await ticketAt(desk, 'closed');
  await nord.card('Freigabeinformation').press('Gelesen');
  await desk.delivered();
}

/** Something refused, something given up and something that still waits for Teams. */
async function playTrouble(desk: Desk): Promise<void> {
  const { dispatch } = places(desk);
  const fault = { kind: 'status', status: 503 } as const;
  desk.connector.misbehave({ fault, conversation: nordChannel });
  desk.connector.misbehave({ fault: { kind: 'status', status: 403 }, conversation: journalChannel });
  await desk
    .as('prozess')
    .in(channels.dispatch)
    .card('SP-2026-0001 | ')
    .press('Verlauf', { forged: { do: 'act', action: 'startAnalysis', ticket: 'SP-2026-0001', version: 1 } });
  await did(desk, dispatch, 'SP-2026-0002', 'Zuweisen', { Maintainer: maintainerWest });
}
