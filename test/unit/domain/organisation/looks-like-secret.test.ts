import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { carriesSecret, looksLikeSecret } from '../../../../src/domain/organisation/looks-like-secret';

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

const commit = '9f2c4b7a1e8d3f60592c7b8a4d1e6f0392ab5c7d';

describe('a link that carries a secret', () => {
  it.each([
    'https://ci.example.org/api?private_token=glpat-AbCdEf0123456789xyzz',
    'https://ci.example.org/api/glpat-AbCdEf0123456789xyzz/1',
    'https://ci.example.org/job/journal/build?token=geheim',
    'https://ci.example.org/job/journal/build?delay=0&TOKEN=geheim',
    `https://ci.example.org/1?access_token=${commit}`,
    'https://ci.example.org/1?private%5Ftoken=abc123',
    'https://ci.example.org/1#access_token=abc123',
    'https://ci.example.org/#/builds?job_token=abc123',
    'https://ci.example.org/1?api_key=abc',
    'https://ci.example.org/1?password=geheim',
    'https://ci.example.org/1?header=Bearer%20abcdefghij',
    'https://store.example.org/journal.zip?sv=2022-11-02&sig=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5',
    `https://store.example.org/journal.zip?X-Amz-Date=20260612T081530Z&X-Amz-Signature=${commit}`,
    'https://build:geheim@ci.example.org/journal/1',
    'https://geheim@ci.example.org/journal/1',
  ])('given %s, then it does', (link) => {
    expect(carriesSecret(new URL(link))).toBe(true);
  });

  it.each([
    `https://github.com/openkonsequenz/journal/commit/${commit}`,
    `https://github.com/openkonsequenz/journal/blob/${commit}/README.md#L10-L20`,
    'https://github.com/openkonsequenz/journal/actions/runs/9283746501/job/25563412098?pr=17',
    'https://github.com/openkonsequenz/journal/pull/17/files#diff-b335630551682c19a781afebcf4d07bf978fb1f8ac04c6bf87428ed5106870f5R12',
    `https://github.com/openkonsequenz/journal/compare/v2.1.0...${commit}`,
    'https://github.com/openkonsequenz/journal/blob/main/src/token/password-reset.ts',
    'https://gitlab.example.org/openk/journal/-/pipelines/123456',
    `https://gitlab.example.org/openk/journal/-/merge_requests/12/diffs?commit_id=${commit}`,
    'https://gitlab.example.org/api/v4/projects/42/jobs/4711/artifacts?job=build',
    'https://projects.eclipse.org/projects/technology.openk-usermodules/elections/election-maintainer-west-committer',
    `https://git.eclipse.org/c/openk-usermodules/openk-usermodules.git/commit/?id=${commit}`,
    'https://git.eclipse.org/r/c/openk-usermodules/org.eclipse.openk-usermodules.journal/+/163472',
    'https://ci.eclipse.org/openk-usermodules/job/journal/job/master/128/',
    'https://jenkins.example.org/job/Journal/job/feature%2FOKD-1234-suche/17/console?token=',
    'https://jenkins.example.org/blue/organizations/jenkins/Journal/detail/master/128/pipeline/42',
    'https://nexus.example.org/#browse/browse:maven-releases:org%2Feclipse%2Fopenk%2Fjournal%2F2.1.0',
    'https://nexus.example.org/repository/maven-snapshots/org/eclipse/openk/journal/2.1.0-SNAPSHOT/journal-2.1.0-20260612.081530-17.jar',
    'https://nexus.example.org/service/rest/v1/components/bWF2ZW4tcmVsZWFzZXM6ODg0OTFjZDFkMTg1ZGQxMzYwZTY2',
    'https://registry.example.org/v2/journal/manifests/sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',
    'https://sonar.example.org/project/issues?id=journal&open=AYx3kQ9vB2mLr7TnWc0E',
    'https://dev.example.org/openk/_build/results?buildId=812&j=3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  ])('given %s, then it does not', (link) => {
    expect(carriesSecret(new URL(link))).toBe(false);
  });
});
