/** What forms say besides the labels in their templates. */
export const formWords = {
  next: 'Weiter',
  back: 'Zurück',
  cancel: 'Abbrechen',
  correct: 'Einige Angaben fehlen oder passen nicht; Ihre Eingaben sind erhalten.',
  nothingFurther: 'Zu diesem Ticket gibt es hier zurzeit keine weiteren Aktionen.',
  noOtherModule: 'Für diesen Netzbetreiber war am Tag des Eingangs kein anderes Modul unter Vertrag.',
  cannotBeUndone:
    'Das kann nicht rückgängig gemacht werden; es gibt nur ein neues Ticket, das auf dieses verweist.',
  markingStays: 'Die Kennzeichnung als sicherheitsrelevant kann nicht zurückgenommen werden.',
  notRepeated: 'wird bei sicherheitsrelevanten Tickets hier nicht wiederholt',
  cycleEnded: 'Der Reaktionszyklus ist beendet; eine andere Klasse ändert an der Frist nichts mehr.',
  alreadyPast: 'bereits verstrichen, die Fristverletzung wird sofort vermerkt („Umklassifizierung“)',
  lateEntry:
    'Die Reaktionsfrist ist bereits verstrichen; die Fristverletzung wird sofort vermerkt („Nacherfassung“).',
  similar:
    'Zu diesem Modul sind schon Tickets offen. Beschreibt eines davon dieselbe Störung, melden Sie sie bitte nicht noch einmal.',
  deadlineIfSentNow: 'Die Frist gilt, wenn Sie jetzt absenden.',
  underContent: 'steht unter „Inhalt anzeigen“',
  changePlan: 'Plan ändern',
  agreeForOperator: 'Plan für den Netzbetreiber zustimmen',
  confirmNoticeForOperator: 'Für einen Netzbetreiber als gelesen bestätigen',
  noPlan: 'Es gibt noch keinen Fehlerbehebungsplan.',
  immediateStart:
    'Ohne verbindlichen Plan ist in den Klassen 1 und 2 ein „Sofortbeginn“ mit Begründung möglich; der Plan folgt.',
  consentsVoid:
    'Eine Änderung ist eine neue Version des Plans: Die bisherigen Zustimmungen und Widersprüche gelten dafür nicht.',
  bindingVoid:
    'Der Plan ist bisher verbindlich; der geänderte wird es erst, wenn alle drei wieder zugestimmt haben.',
  onlyForOperatorsWord: 'Wer es wann mitgeteilt hat, zählt nur auf Wort des Netzbetreibers.',
  nobodyInformed: 'niemand: Kein Vertrag hat eine betroffene Version',
  onlyWhatIsWritten:
    'Sicherheitsrelevant: Die Netzbetreiber lesen nur, was hier steht; bitte beschreiben Sie keine Einzelheiten.',
  internalStays: 'Interne Kommentare sieht der Netzbetreiber nie, auch nicht im Verlauf.',
  operatorReads: 'Die Rückfrage lesen auch die Personen des Netzbetreibers; es gibt immer nur eine offene.',
  supportIsInternal: 'Der Netzbetreiber sieht weder die Anforderung noch die Antwort.',
  firstSupport: 'Vor der Meldung: Haben 1st und 2nd Level die Störung geprüft?',
} as const;
