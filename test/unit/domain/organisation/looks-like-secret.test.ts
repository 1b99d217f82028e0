import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { looksLikeSecret } from '../../../../src/domain/organisation/looks-like-secret';

/** Random signs in an encoding, the same in every run. */
function randomText(index: number, encoding: 'hex' | 'base64' | 'base64url'): string {
  return createHash('sha256').update(`sign ${index}`).digest(encoding);
}

const jwtPart = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('what looks like a secret', () => {
  it.each([
    ['a token of GitHub', `ghp_${'a'.repeat(36)}`],
    ['a fine-grained one', `github_pat_${'b'.repeat(22)}_${'c'.repeat(59)}`],
    ['one of GitLab', `glpat-${'d'.repeat(20)}`],
    ['one of npm', `npm_${'e'.repeat(36)}`],
    ['one of PyPI', `pypi-Ag${'f'.repeat(40)}`],
    ['a JSON Web Token', `${jwtPart({ alg: 'RS256' })}.${jwtPart({ sub: 'nord' })}.${'s'.repeat(40)}`],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXk'],
    ['a header', 'Authorization: Bearer abcdefghij'],
    ['a password in an address', 'https://nord:geheim@pakete.example.org/journal'],
    ['a password by its name', 'nord-lesend, Passwort: geheim'],
  ])('given %s, then it does', (_what, text) => {
    expect(looksLikeSecret(text)).toBe(true);
    expect(looksLikeSecret(`Konto nord ${text}`)).toBe(true);
  });

  it.each(['hex', 'base64', 'base64url'] as const)('given random signs in %s, then they do', (encoding) => {
    const texts = Array.from({ length: 500 }, (_, index) => randomText(index, encoding));
    expect(texts.filter((text) => !looksLikeSecret(text))).toEqual([]);
  });

  it.each([
    'nord-lesend',
    'netz-nord-betriebstagebuch-lesend-2026-06',
    'NetzNordBetriebstagebuchLesend2026',
    'svc_netz_nord_betriebstagebuch_01',
    'leitwarte@netz-nord.example.org',
    'Token Nr. 17 von Netz Nord',
    'Robot-Konto robot$netz-nord+lesend',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'Token-ID 3F2504E0-4F89-11D3-9A0C-0305E82C3301 (Netz Nord)',
    'https://pakete.example.org/admin/users/netz-nord',
    'Passwort verschickt',
    'npm-betriebstagebuch-nord',
    'pypi-betriebstagebuch-nord',
    'sk-betriebstagebuch-nord',
    '–',
  ])('given "%s", then it does not', (text) => {
    expect(looksLikeSecret(text)).toBe(false);
  });

  it('given words and a year, then they never do', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abdefnorst'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('-', '.', ' '),
        (words, by) => {
          expect(looksLikeSecret([...words, '2026'].join(by))).toBe(false);
        },
      ),
    );
  });
});
