import type { RecordSubject } from '../app/messages/record-card';

/** What a card says that stands where nobody has to do with its record any more. */
export const handedOverTexts: Readonly<Record<RecordSubject['kind'], string>> = {
  accessTask: 'Diese Aufgabe steht jetzt im neuen Kanal der Plattform-Maintainer.',
  onboarding: 'Dieses Onboarding steht jetzt in einem anderen Kanal.',
};
