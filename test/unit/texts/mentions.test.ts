import { mentionSentence } from '../../../src/texts/mentions.de';
import { starts } from '../../support/random-walks';
import { withTwoHats as installation } from '../../support/installation';
import { viewAt } from '../../support/view';

describe('what people are mentioned with', () => {
  test.each([
    [false, 'Bitte benennen Sie für Kontaktstammdaten einen: Tragen Sie in der Organisationsdatei'],
    [true, 'Bitte benennen Sie dafür einen: Tragen Sie in der Organisationsdatei'],
  ])(
    'given a module without maintainer (security-relevant: %s), then the process owner is asked to name one, and how',
    (securityRelevant, asked) => {
      const ticket = { ...starts.unmaintained().stands, securityRelevant };
      const said = { ticket, place: { kind: 'dispatch' }, view: viewAt(0, installation) } as const;
      expect(mentionSentence('maintainerMissing', said)).toContain(asked);
    },
  );
});
