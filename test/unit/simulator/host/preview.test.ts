import { previewOf } from '../../../../src/simulator/host/preview';

const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };

describe('what Teams says of a message outside its conversation', () => {
  it.each([
    {
      what: 'the summary of a card',
      activity: { attachments: [card], summary: 'SP-2026-0001 *so*' },
      preview: 'SP-2026-0001 *so*',
    },
    { what: 'that there is a card', activity: { attachments: [card] }, preview: 'hat eine Karte gesendet' },
    {
      what: 'that there is a card',
      activity: { attachments: [card], summary: ' ' },
      preview: 'hat eine Karte gesendet',
    },
    {
      what: 'a text without its marks',
      activity: { text: '<at>Person Eins</at> bitte lesen', textFormat: 'xml' },
      preview: 'Person Eins bitte lesen',
    },
  ])('is $what', ({ activity, preview }) => {
    expect(previewOf(activity)).toBe(preview);
  });
});
