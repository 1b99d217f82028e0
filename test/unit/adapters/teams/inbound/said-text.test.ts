import { problemOf } from '../../../../../src/adapters/teams/inbound/handlers/said-text';

const answers = `
Bitte eintragen
Bitte eintragen.
bitte eintragen
Bitte anlegen und melden
Bitte schreiben!
Bitte geben
Eintragen
Eintragen, bitte
Anlegen.
Ja
Ja, bitte
Nein
Nein, bitte nicht eintragen
Antwort folgt
Antwort: siehe Anhang
Antwort bitte an die Leitwarte geben
Ist eingetragen
Geben wir morgen ab
Text fehlt
2.3.1
7
👍
✓
+1
Ja.
ok
k. A.
Seit gestern
Beides
Erst eingeben, dann schreiben
`;
const comments = `
Bitte eintragen
Bitte anlegen.
Bitte schreiben!
Antwort folgt
Bitte hinzufügen: Version 2.3.1
Kommentar folgt
Text bitte prüfen
erledigt
👍
`;
const placeholders = `
hinzufügen
schreiben, bitte
eintragen bitte
geben?
verfassen
abgeben
eingeben bitte
bitte
Bitte.
…
...
… bitte eintragen
?
-
<Text>
[Text]
„Text“
`;
const commentPlaceholders = `
bitte eintragen
bitte hinzufügen
Hinzufügen
`;
const nothing = 'Bitte schreiben Sie den Text in derselben Nachricht hinter den Befehl';
const asked = 'Das klingt nach der Frage, wie man etwas schreibt.';
const lines = (text: string) => text.trim().split('\n');

describe('what is typed behind "Kommentar" and "Antwort"', () => {
  test.each(lines(answers))('given "%s" behind "Antwort", then it is taken', (text) => {
    expect(problemOf(text, 'answerQuestion')).toBeUndefined();
  });

  test.each(lines(comments))('given "%s" behind "Kommentar", then it is taken', (text) => {
    expect(problemOf(text, 'comment')).toBeUndefined();
  });

  test.each(lines(placeholders))('given "%s", then it is no text, and it is said why', (text) => {
    for (const action of ['comment', 'answerQuestion'] as const) {
      const problem = problemOf(text, action);
      expect(problem).toContain(nothing);
      expect(problem).toContain('Es wurde nichts gespeichert.');
      if (/eintragen|schreiben|geben|fassen|fügen/.test(text)) expect(problem).toContain(asked);
    }
  });

  test.each(lines(commentPlaceholders))(
    'given "%s" behind "Kommentar", then it asks how, as nothing was asked before',
    (text) => {
      expect(problemOf(text, 'comment')).toContain(asked);
    },
  );
});
