import fc from 'fast-check';
import { markdownAsHtml } from '../../../../src/simulator/page/cards/markdown';

/** What the renderer may make of a text. */
const allowed = /^<\/?(?:p|strong|em|ul|ol|li)>$|^<ol start="\d+">$|^<br>$|^<a href="[^"<>]*">$|^<\/a>$/;

describe('the text of a card', () => {
  test.each([
    ['**fett** und *kursiv*', '<p><strong>fett</strong> und <em>kursiv</em></p>\n'],
    ['- eins\n- zwei', '<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n'],
    ['[Ziel](https://a.example/?b=1&c=2)', '<p><a href="https://a.example/?b=1&amp;c=2">Ziel</a></p>\n'],
    ['eins\nzwei', '<p>eins<br>\nzwei</p>\n'],
    ['# keine Überschrift', '<p># keine Überschrift</p>\n'],
    ['![Bild](https://a.example/b.png)', '<p>!<a href="https://a.example/b.png">Bild</a></p>\n'],
    ['[Klick](javascript:alert(1))', '<p>[Klick](javascript:alert(1))</p>\n'],
    ['<b>fett</b>', '<p>&lt;b&gt;fett&lt;/b&gt;</p>\n'],
  ])('given %s, when it is drawn, then it is what Teams shows', (text, html) => {
    expect(markdownAsHtml(text)).toBe(html);
  });

  test('given any text, when it is drawn, then no other tag comes of it', () => {
    const piece = fc.constantFrom(
      '<img src=x onerror=a>',
      '<script>',
      '"',
      "'",
      '[a](',
      ')',
      'javascript:',
      'https://a',
      '**',
      '\n- ',
      '&lt;',
      '&#60;',
      '\\',
      '`',
      '> ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const tags = markdownAsHtml(pieces.join('')).match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
      }),
    );
  });
});
