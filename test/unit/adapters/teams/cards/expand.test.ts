import { expandCard } from '../../../../../src/adapters/teams/cards/expand';

describe('expanding a template', () => {
  test('given data that look like a template, when it is expanded, then they stay as they are', () => {
    const card = expandCard('notice.card', { text: '${text} ${1+1}' });
    expect(JSON.stringify(card)).toContain('${text} ${1+1}');
  });

  test('given a text that clients would replace by a date, when it is expanded, then a joiner keeps them from it', () => {
    const card = expandCard('notice.card', { text: '{{DATE(2026-06-10T10:00:00Z)}} {{TIME(x)}} {{andere}}' });
    expect(JSON.stringify(card)).toContain(
      '{\u2060{DATE(2026-06-10T10:00:00Z)}} {\u2060{TIME(x)}} {{andere}}',
    );
  });

  test('given the same template twice, when it is expanded, then the first card is not touched by the second', () => {
    const first = expandCard('notice.card', { text: 'eins' });
    const before = JSON.stringify(first);
    expandCard('notice.card', { text: 'zwei' });
    expect(JSON.stringify(first)).toBe(before);
  });
});
