import { asksHow } from '../../../../../src/adapters/teams/chat/asks-how';

describe('what is typed behind "Kommentar" or "Antwort"', () => {
  it.each(['hinzufügen', 'Hinzufuegen!', 'schreiben, bitte', 'geben?', 'bitte anlegen geben'])(
    'given "%s", then somebody asks how it is done',
    (text) => {
      expect(asksHow(text, false)).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['signs alone', '?!'],
    ['a word that says something', 'Logdatei hinzufügen'],
    ['more words than anybody asks with', 'bitte schreiben eingeben anlegen'],
  ])('given %s, then nobody asks how', (_, text) => {
    expect(asksHow(text, false)).toBe(false);
  });

  it('given what answers a question that was asked before, then it is a text of its own', () => {
    expect(asksHow('bitte eintragen', false)).toBe(true);
    expect(asksHow('bitte eintragen', true)).toBe(false);
  });
});
