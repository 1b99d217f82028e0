/** What the people of the sample month write into the forms; the keys are the labels of the fields. */
export const sampleWords = {
  classes: {
    1: '1 – Betriebsverhindernder Fehler (4 Stunden Servicezeit)',
    2: '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit)',
    3: '3 – Leichter Fehler (8 Stunden Servicezeit)',
    4: '4 – Unkritischer Fehler (5 Servicetage)',
  },
  report: {
    command: 'Störung melden',
    module: 'Modul',
    title: 'Titel',
    description: 'Beschreibung',
    reproducible: 'Reproduzierbar',
    proposedClass: 'Fehlerklasse (Vorschlag)',
    levelsDone: '1st und 2nd Level',
    securityRelevant: 'Sicherheit',
    operator: 'Netzbetreiber',
    word: { Meldeweg: 'Telefon', 'Mitgeteilt von': 'Schichtleitung' },
  },
  more: { button: 'Weitere Aktionen', field: 'Aktion', next: 'Weiter' },
  back: 'Zurück',
  copyMark: 'Kopie, Stand',
  notice: { title: 'Freigabeinformation', button: 'Gelesen' },
  actions: {
    startAnalysis: { action: 'Analyse starten' },
    accept: { action: 'Akzeptieren', priority: 'Priorität' },
    decline: {
      action: 'Ablehnen',
      reason: 'Grund',
      fields: { Begründung: 'Wir haben es auf der QS-Umgebung geprüft; bitte melden Sie sich bei Fragen.' },
    },
    returnReport: {
      action: 'Zurückweisen (Angaben fehlen)',
      fields: { 'Welche Angaben fehlen': 'Bitte nennen Sie Version, Uhrzeit und die genaue Meldung.' },
    },
    supplement: {
      action: 'Ergänzen',
      fields: { Antwort: 'Es geschah in der Nachtschicht; die Meldung liegt als Foto vor.' },
    },
    closeWithoutAnswer: { action: 'Schließen ohne Antwort' },
    withdraw: {
      action: 'Meldung zurückziehen',
      fields: { Grund: 'Es lag an der Einstellung des Bildschirms.' },
    },
    assign: { action: 'Zuweisen', maintainer: 'Maintainer' },
    askOperator: { action: 'Rückfrage', fields: { Rückfrage: 'Seit welcher Schicht tritt es auf?' } },
    answerQuestion: { action: 'Antworten', fields: { Antwort: 'Seit der Nachtschicht vom Montag.' } },
    proposePlan: {
      action: 'Plan vorschlagen',
      target: 'Zieltermin (ein Servicetag)',
      fields: {
        Ursache: 'Eine Abfrage hält eine Sperre länger als nötig.',
        Maßnahme: 'Patch',
        'Betroffene Versionen': '<9.0.0',
        Testvorgehen: 'Den Ablauf der Meldung mit zwei Arbeitsplätzen nachstellen.',
      },
    },
    agreeToPlan: { action: 'Dem Plan zustimmen' },
    objectToPlan: {
      action: 'Dem Plan widersprechen',
      fields: { 'Grund des Widerspruchs': 'Bitte vor dem Monatsabschluss.' },
    },
    changePlan: { action: 'Plan ändern' },
    beginWork: { action: 'Bearbeitung beginnen' },
    requestSupport: {
      action: 'Unterstützung anfordern',
      fields: {
        'Art der Unterstützung': 'Technische Frage',
        'Frage oder Auftrag': 'Welche Pipeline baut diesen Zweig?',
      },
    },
    takeSupport: { action: 'Unterstützung übernehmen' },
    completeSupport: {
      action: 'Unterstützung erledigen',
      fields: { Antwort: 'Die nächtliche Pipeline baut ihn.' },
    },
    completeWork: {
      action: 'Bearbeitung abschließen',
      fields: {
        'Behoben in Version': '9.0.0',
        Paketreferenz: 'modul-9.0.0.tgz',
        'Was wurde geändert?': 'Die Abfrage liest, ohne zu sperren.',
        'Betroffene Versionen': '<9.0.0',
      },
    },
    beginTest: { action: 'Test beginnen' },
    failTest: {
      action: 'Test nicht bestanden',
      fields: {
        Testumgebung: 'QS 1',
        Testschritte: 'Ablauf der Meldung nachgestellt.',
        Ergebnis: 'Der Fehler tritt noch auf.',
        Fehlerbeschreibung: 'Mit drei Arbeitsplätzen tritt der Fehler noch auf.',
      },
    },
    releaseAndClose: {
      action: 'Freigeben und schließen',
      notice: 'Information an die betroffenen Netzbetreiber',
      fields: {
        Testumgebung: 'QS 1',
        Testschritte: 'Ablauf der Meldung nachgestellt.',
        Ergebnis: 'Alles in Ordnung.',
      },
    },
  },
  noticeText: (title: string) => `Behoben: ${title}.`,
} as const;
