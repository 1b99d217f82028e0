/** What the forms of the records say besides the names of their fields (records.de.ts). */
export const recordFormTexts = {
  absence: 'Abwesenheit',
  cancelAbsence: 'Die Abwesenheit ist aufgehoben oder war ein Irrtum',
  absenceStands:
    'Ab diesem Tag ist für die Person schon eine Abwesenheit eingetragen. Bitte ändern Sie diesen Eintrag.',
  absenceOfOthers:
    'Zur Wahl stehen die Wartungs-Dispatcher. Für alle anderen öffnen Sie „Abwesenheit“ in der Liste „Personen“.',
  dayMissing: 'Bitte geben Sie einen Tag an.',
  personMissing: 'Bitte wählen Sie eine Person.',
  noDeputy: 'Niemand',
  person: 'Person',
  newPerson: 'Neue Person',
  alreadyEntered: 'Diese Person ist inzwischen eingetragen. Sie finden sie in der Liste „Personen“.',
  memberNotTold:
    'Teams sagt zurzeit nicht, wer das ist. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  whose: 'Ist das jemand, den es hier schon gibt?',
  whoseMissing: 'Bitte wählen Sie, ob es die Person hier schon gibt.',
  sameAsHint:
    'Gäste haben eine andere Kennung als in ihrer eigenen Firma. Wählen Sie eine bekannte Person, so bekommt sie diese Kennung dazu; sonst ändert sich an ihr nichts.',
  notForSomebodyKnown:
    'Eine bekannte Person bekommt hier nur die Kennung dazu. Bitte leeren Sie dieses Feld; alles andere ändern Sie danach in der Liste „Personen“.',
  mailMissing: 'Bitte geben Sie die E-Mail-Adresse an.',
  notAMail: 'Bitte geben Sie eine E-Mail-Adresse an, etwa leitstelle@netz-nord.example.',
  notAPhone: 'Bitte geben Sie eine Telefonnummer an, etwa +49 30 23125 111.',
  organisationMissing: 'Bitte wählen Sie die Organisation.',
  modules: 'Modul-Maintainer für',
  noGrants: 'Keine',
  week: 'Woche',
  noDayLeft: 'In dieser Woche gibt es keinen Servicetag mehr, für den jemand eingeteilt werden kann.',
  allCalledHint: 'Ist für einen Tag niemand gewählt, werden alle Wartungs-Dispatcher gerufen.',
  absentThen: 'abwesend',
  organisation: 'Organisation',
  module: 'Modul',
  contract: 'Vertrag',
  nameMissing: 'Bitte geben Sie einen Namen an.',
  operatorMissing: 'Bitte wählen Sie einen Netzbetreiber.',
  moduleMissing: 'Bitte wählen Sie ein Modul.',
  maintainerMissing: 'Bitte wählen Sie eine Wartungsfirma, oder „N.N.“, solange es keine gibt.',
  noMaintainer: 'N.N.',
  retiredHint:
    '„Scheidet aus am“ ist der erste Tag, an dem der Eintrag nicht mehr gilt; ohne Tag bleibt er. Gelöscht wird nichts: Alte Tickets nennen ihn weiter.',
  contactPeopleHint:
    'Kontaktpersonen werden privat angeschrieben, wo eine Organisation keinen Kanal hat. Zur Wahl stehen ihre eigenen Personen, sobald sie aufgenommen sind.',
  notMonths: 'Bitte geben Sie ganze Monate von 1 bis 60 an, etwa 3.',
  noPackageContact: 'Niemand',
  reportVersion: 'Version melden',
  unknownVersion: 'unbekannt',
  versionMissing: 'Bitte geben Sie die installierte Version an, etwa 2.1.0.',
  versionHint:
    'Nach der Version richtet sich, ob eine Freigabe Sie betrifft. Ist sie unbekannt, gelten Sie als betroffen.',
  contractEndHint: 'Ohne letzten Tag ist der Vertrag unbefristet.',
  furtherOperatorsHint:
    'Nicht jede Organisation steht hier zur Wahl. Für jede andere öffnen Sie „Vertrag“ in der Liste „Organisationen“.',
} as const;

/** At the modules of somebody whose company does not maintain them. */
export function othersModulesText(organisation: string, modules: readonly string[]): string {
  return `${organisation} pflegt diese Module nicht: ${modules.join('; ')}. Bitte wählen Sie nur Module dieser Firma.`;
}

/** 'Kennung 1 (Tenant von Netz Nord GmbH)'. */
export function identityText(number: number, owners: readonly string[]): string {
  return `Kennung ${number} (${owners.length === 0 ? 'anderer Tenant' : `Tenant von ${owners.join('; ')}`})`;
}
