import { mentions, textParts } from '../../../../src/simulator/host/text-parts';
import { sampleInstallation, teamsOf } from '../../../support/sample-teams';

const world = teamsOf(sampleInstallation('http://127.0.0.1:1'));
const nord = { type: 'mention', text: '<at>Nord</at>', mentioned: { id: '29:leitwarte-nord-a' } };

describe('textParts', () => {
  it('given markup that a person typed, then it is text', () => {
    const activity = { text: '<b>fett</b> **auch** <at>Nord</at>', textFormat: 'plain' };
    expect(textParts(world, activity, 'leitwarte-nord-a')).toEqual([
      { kind: 'text', text: '<b>fett</b> **auch** <at>Nord</at>' },
    ]);
  });

  it('given a mention twice, then both are mentions and what is between them is text', () => {
    const activity = { text: '<at>Nord</at>, ja, <at>Nord</at>', textFormat: 'plain', entities: [nord] };
    const mention = { kind: 'mention', text: 'Nord', viewer: true };
    expect(textParts(world, activity, 'leitwarte-nord-a')).toEqual([
      mention,
      { kind: 'text', text: ', ja, ' },
      mention,
    ]);
    expect(textParts(world, activity, 'dispatcher-1')[0]).toEqual({ ...mention, viewer: false });
  });

  it('given an address at the end of a sentence or in brackets, then the sentence keeps its signs', () => {
    const activity = {
      text: 'Siehe (https://example.org/a) und http://example.org/b?c=d.',
      textFormat: 'plain',
    };
    expect(textParts(world, activity, 'dispatcher-1')).toEqual([
      { kind: 'text', text: 'Siehe (' },
      { kind: 'link', text: 'https://example.org/a', url: 'https://example.org/a' },
      { kind: 'text', text: ') und ' },
      { kind: 'link', text: 'http://example.org/b?c=d', url: 'http://example.org/b?c=d' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('given an address that would run a script, then it is no link', () => {
    expect(textParts(world, { text: 'javascript:alert(1)', textFormat: 'plain' }, 'dispatcher-1')).toEqual([
      { kind: 'text', text: 'javascript:alert(1)' },
    ]);
  });
});

describe('mentions', () => {
  it('given a mention in the card alone, then the person is mentioned and nobody else', () => {
    const card = { type: 'AdaptiveCard', msteams: { entities: [nord] } };
    const activity = {
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    };
    expect(mentions(world, activity, 'leitwarte-nord-a')).toBe(true);
    expect(mentions(world, activity, 'leitwarte-nord-b')).toBe(false);
  });
});
