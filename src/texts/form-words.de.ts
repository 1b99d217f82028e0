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
  firstSupport: 'Vor der Meldung: Haben 1st und 2nd Level die Störung geprüft?',
} as const;
