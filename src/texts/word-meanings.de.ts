import { lines, words } from './word-lists';

/** Words of one meaning: the first stands for the others. English that is near at hand is understood, and answered in German. */
export const sameMeaning: ReadonlyArray<readonly string[]> = lines(`
  tickets ticktes vorgänge vorgängen meldungen störungen störungsmeldungen fälle tickts
  ticket vorgang vorgangs meldung case fall
  ticketliste vorgangsliste störungsliste
  störung fehler fehlern fehlers bug bugs fault faults incident incidents issue issues problem probleme problems problemen panne softwarefehler störungsfall störfall ausfall ausfälle totalausfall defekt absturz fehlermeldung
  störungsmeldung störmeldung störungsanzeige problemmeldung störungsformular meldeformular fehlerbericht störungsbericht
  melden melde meldet aufgeben erfassen einreichen anlegen erstellen eröffnen aufmachen aufnehmen eingeben absetzen durchgeben mitteilen report create reporting submit raise file neuanlegen loswerden
  neue neu neuen neuer neues new aktuelles neueste neuesten neuste neusten letzte letzten latest
  offene offen offenen offener offenes unerledigt unerledigte unerledigten open laufende laufenden aktuelle aktuellen ungelöste ungelösten pending
  meine mein meinen meiner meines meinem my mine eigene eigenen own
  unsere unser unseren unserer unserem our ours
  überfällig überfällige überfälligen überfälliger überfälliges overdue verspätet verspätete versäumt versäumte versäumten verpasst verpasste abgelaufen abgelaufene late abgelaufenen verspäteten überschritten überschrittene überschrittenen fristüberschreitung fristüberschreitungen fristverletzung fristverletzungen rückstand rückstände verzug säumig
  wartet warten wartend wartende wartenden waiting waits
  tun machen do
  machst macht
  aufgaben todo todos aufgabe tasks task
  steht ansteht stehts
  siehts sieht
  zeigen zeig zeige zeigst anzeigen anschauen ansehen einsehen auflisten abrufen schau schaue
  geht gehts
  läuft laufen
  status stand zustand sachstand zwischenstand bearbeitungsstand ticketstatus störungsstatus state progress
  frist fristen deadline deadlines reaktionsfrist reaktionsfristen termine termin
  reagieren reagiert reaktion react antworten
  reaktionszeiten reaktionszeit
  lange lang long
  übersicht überblick overview summary lage lagebild zusammenfassung dashboard statusbericht lagebericht störungsübersicht ticketübersicht vorgangsübersicht störungslage
  tagesübersicht tagesüberblick digest
  heute today heutige heutigen
  los passiert
  zahlen kennzahlen statistik figures
  viele many anzahl wieviele wieviel
  bugfix bugfixes fixes hotfix hotfixes
  pakete paket packages package patch patches release releases version versionen softwareversion softwareupdate softwareupdates bugfixpakete bugfixpaket aktualisierungen
  update updates neuigkeiten neuigkeit
  freigaben freigabe freigegeben freigegebene freigegebenen freigabeinformation released
  servicezeiten servicezeit öffnungszeiten öffnungszeit geschäftszeiten dienstzeiten sprechzeiten arbeitszeiten bürozeiten hours supportzeiten betriebszeiten feiertage feiertagen feiertag feierabend
  samstag montag dienstag mittwoch donnerstag freitag sonntag samstags sonntags wochenende nachts abends weihnachten heiligabend ostern pfingsten silvester neujahr brückentag
  geöffnet besetzt
  öffnet schließt
  jemand anybody somebody anyone
  ansprechpartner ansprechpartnerin ansprechpartnern ansprechperson ansprechpersonen kontakt kontakte kontaktdaten telefonnummer telefonnummern telefon hotline rufnummer contact contacts ansprechpartnerinnen kontaktperson kontaktpersonen durchwahl phone notfallnummer notrufnummer notruf notfall notfälle emergency notdienst
  bereitschaft bereitschaftsdienst rufbereitschaft
  zuständig zuständige zuständigen zuständiger zuständigkeit zuständigkeiten verantwortlich verantwortliche verantwortlichen verantwortlicher responsible kümmert
  anrufen anrufe telefonieren call
  erreichbar erreiche erreichen erreichbarkeit reach available
  dispatcher dispatchern dispatch wartungsdispatcher
  maintainer maintainern modulmaintainer
  hilfe help helfen hilf hilfst anleitung handbuch unterstützung hilfeseite erklärung info infos bedienungsanleitung gebrauchsanleitung
  befehle befehl kommandos kommando commands command befehlen optionen befehlsliste menü menu
  frage fragen question questions
  hallo hi hey moin servus hello guten tach mahlzeit
  erledigte erledigt erledigten geschlossen geschlossene geschlossenen abgeschlossen abgeschlossene abgeschlossenen gelöst gelöste gelösten behoben behobene behobenen beendet beendete beendeten fertige fertigen alte alten closed resolved
  dringend dringende dringender dringenden dringendes dringendste dringendsten eilig eilige wichtig wichtige urgent
  kennungen ids
  kennung id
  alle alles allen aller all sämtliche sämtlichen
  einschalten anschalten aktivieren starten
  ausschalten abschalten deaktivieren stoppen abstellen
  bestellen abonnieren bestelle
  abbestellen kündigen abbestelle
  wer wen wem who whom
  was what whats
  wann when
  kann können could can
  kannst könnt könntest
  bin bist am
  formular formulare form maske
  fällig fällige fälligen
  fehlerklassen klassen classes
  dauert dauern
  prio priorität prioritäten priority
`).map(words);

/** What only fills a sentence: politeness, articles, pronouns, prepositions. */
export const fillers = words(`
  schwere schwerer große größere kleine kleinere akute akuter massive ernste hab habs wärs gar sofort umgehend unbedingt gefunden entdeckt festgestellt bemerkt gemerkt
  sich hattet anything something this
  ne nen n s leitwarte leitstelle warte schicht nord süd wollte wollten müsst sollt seid gibts wolltest
  könnten bitte biite mal einmal doch gern gerne schnell kurz eben danke dankeschön vielen dank lg vg mfg
  gruß grüße liebe freundliche freundlichen morgen tag abend
  gott team zusammen kollegen kolleginnen bot software pflege softwarepflege sorry ich du er sie
  es wir ihr man mich mir dich dir uns euch ihnen der die das den dem des eine einen einem einer eines
  etwas diese dieser dieses diesen und oder auch noch schon denn dann so nur ist sind sein war hat habe
  haben hast hätte hätten wird werden gibt gib muss müssen musst soll sollen will wollen möchte möchten
  würde würden darf brauche brauchen benötige benötigen wünsche suche finde sehen wissen sagen
  anzeige nenne nenn schick sag gerade jetzt
  aktuell derzeit momentan bei in im ins am auf für von vom zu zum zur mit um über nach wo welche
  welcher welches welchen hier ja ok okay also nun gleich direkt geben vorliegen modul module moduls dass
  ob wenn bekomme bekommen lassen lass alle allem please pls plz the a an i we you me us to of for is are
  there want would like need show list give get see do does have has with any some must should thanks
  thank how where which now currently let sp nr nummer number
`);

/** Said in front, they answer somebody and want nothing. */
export const thanks = words(`
  danke dankeschön thanks thank vielen besten
`);

/** Words that mean something only beside others: without them the same is meant. */
export const besides = words(`
  was wann kann kannst bin alle heute viele steht status tun jemand meine unsere wie bis da ein habt hallo zeigen
  liste dringend samstag
`);

/**
 * Known, so that no typing error is read into them, and part of no phrase: what is done to a ticket is done on its card.
 */
export const otherWishes = words(`
  annehmen annehme abnehmen übernehmen übernehme akzeptieren akzeptiere ablehnen ablehne schließen schließe
  abschließen beenden abgeben abgebe aufheben aufgehen auflösen lösen löschen lösche stornieren verwerfen
  abbrechen freigeben zuweisen zuordnen zuteilen zurückweisen zurückziehen zurückgeben zurücknehmen zurückholen
  bearbeiten ändern einrichten eingehen abmelden ummelden umleiten weiterleiten eskalieren genehmigen zustimmen
  widersprechen bestätigen prüfen testen verschieben verlängern anregen anhalten erledigen
`);

/** Words that never come from a typing error, nor are left out: they turn the meaning around or make it another's. */
export const turning = words(`
  nicht nichts nix net ned nit nich nimmer kein keine keinen keiner keinem nie niemals ohne not no none never don dont
  doesn isn cannot cant deine
  dein seine eure an aus ab on off
`);

/** What is asked about a ticket whose number is named. */
export const aboutTicket = words(`
  status steht ticket tickets los weit frist reagieren wer was wann lange details detail info infos
  information informationen karte öffne öffnen offene bearbeitet kümmert zuständig heute kann übersicht
  störung gibt neue dran geht verlauf history historie chronik aufrufen aufmachen passiert schau schaue bitte mein meine
  unser unsere siehts sieht aus jemand bleibt dauert warum einsehen macht gehts neues läuft schaut geworden
`);

/** Asked in a question, told in a statement: a ticket that "is done" is no wish to see it. */
export const askedAboutTicket = words(`
  fertig erledigt geschlossen behoben gelöst freigegeben erledigen tun überfällig angenommen akzeptiert
  zugewiesen test bearbeitung wartet passiert freigaben done weiter sich getan übernommen
`);

/** With one of these somebody reports in person, and no fault: "Ich melde mich". */
export const reflexives = words('mich sich dich euch');

/** Joins a second of the same kind. */
export const joining = words('und oder sowie bzw and or');

/** What is typed behind "Kommentar" or "Antwort" by somebody who asks for the way to say something, and is no text itself. */
export const askingToSay = words(`
  hinzufügen schreiben erstellen verfassen eingeben eintragen abgeben anlegen geben bitte
`);

/** What is typed in front of the ticket that a text is for, with or without an article. */
export const addressingWords = words('zu zum an ans für fuer in im ins');
export const addressingArticles = words('das dem den');
