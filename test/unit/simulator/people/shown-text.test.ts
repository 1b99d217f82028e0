import {
  shownDates,
  shownMarkdown,
  shownMentions,
  shownMessageText,
} from '../../../../src/simulator/people/shown-text';

describe('what a reader sees of a text', () => {
  it.each([
    ['**fett** und _schräg_', 'fett und schräg'],
    ['*schräg* ~~weg~~ `Code`', 'schräg weg Code'],
    ['[Doku](https://wiki.example/a)', 'Doku (https://wiki.example/a)'],
    ['- eins\n- zwei', '• eins\n• zwei'],
    ['# Titel\n> Zitat', 'Titel\nZitat'],
    ['3) drei', '3. drei'],
    ['---', '―'],
    ['a &lt; b &amp;amp; c &#65;', 'a < b &amp; c A'],
    ['{{DATE(2026-06-12T10:00:00Z, SHORT)}} {{TIME(2026-06-12T10:00:00Z)}}', '12.06.2026 12:00'],
  ])('takes the markup of %j', (source, seen) => {
    expect(shownMarkdown(source)).toBe(seen);
  });

  it.each([
    'snake_case_name',
    '2 * 3 * 4',
    'a_b',
    '${x}',
    '<b>x</b>',
    'C:\\Pfad',
    'Ende.',
    '5 > 3 < 7',
    '{{kein}}',
  ])('leaves %j as it is', (source) => {
    expect(shownMarkdown(source)).toBe(source);
  });

  it('shows escaped marks as typed', () => {
    expect(shownMarkdown('\\*\\*x\\*\\* \\[a\\]\\(b\\) \\<at\\>N\\</at\\> \\_y\\_')).toBe(
      '**x** [a](b) <at>N</at> _y_',
    );
  });

  it('takes HTML in messages, and nothing at all in plain ones', () => {
    expect(shownMessageText('<b>wichtig</b><br>**sehr**', undefined)).toBe('wichtig\nsehr');
    expect(shownMessageText('<b>wichtig</b> **sehr**', 'plain')).toBe('<b>wichtig</b> **sehr**');
    expect(shownMessageText('<b>a</b> &lt; **b**', 'xml')).toBe('a < **b**');
  });

  it('shows mentions with an @, and leaves dates that are none', () => {
    expect(shownMentions('<at>A</at> <at>B</at>', ['<at>A</at>'])).toBe('@A <at>B</at>');
    expect(shownDates('{{DATE(gestern)}}')).toBe('{{DATE(gestern)}}');
  });
});
