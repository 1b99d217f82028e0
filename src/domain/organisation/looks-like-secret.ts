/** How well-known tokens, keys and certificates begin, each with as much behind it as makes it one. */
const wellKnown: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]+-----/,
  // A JSON Web Token: it begins with an object in Base64.
  /\beyJ[\w-]{8}/,
  // Of code hosts, registries and chats.
  /\b(?:gh[opsur]_|github_pat_|glpat-|gldt-|npm_|pypi-Ag|dckr_pat_|hf_|xox[abeprs]-|xapp-|sk[-_](?:live|test|proj)[-_])[\w-]{16,}/,
  // Keys and reference tokens of JFrog, keys of Google.
  /\b(?:AKC[a-zA-Z0-9]{10,}|AIza[\w-]{20,}|ya29\.[\w-]{10,}|cmVmdGtu\w{10,})/,
  /\bbearer\s+[\w+/=.~-]{8,}/i,
  // A name and a password in an address.
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
  /(?:pass(?:word|wort|wd)?|passphrase|kennwort|secret|geheimnis|pwd)\s*[:=]\s*\S/i,
];

/** As hashes and many registries' tokens are written. */
const hash = /\b[0-9a-f]{32,}\b/i;
/** What parameters of a link are called that open something: 'private_token', 'X-Amz-Signature', 'sig'. */
const opening = /(?:token|signature|credential|secret|pass(?:word|wort|wd)|kennwort|api[-_]?key|\bsig)$/i;

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** What may be one random text: Base64 in both its alphabets, and hexadecimal. */
const unbroken = /[A-Za-z0-9+/_=-]{20,}/g;
/** Less is too short to tell random signs from a name. */
const fewestSigns = 20;
/** Of neighbouring signs in names one of ten or so differs in kind; in random texts of any alphabet four of ten and more do. */
const mostChanges = 0.3;

/**
 * Whether a text that is to name an account or a token looks like what opens it: a well-known form, or a long text without a word in
 * it. Ids as registries give them to tokens (UUIDs) are none. A heuristic: it keeps mistakes away, not whoever means it.
 */
export function looksLikeSecret(text: string): boolean {
  if (isWellKnown(text) || hash.test(text)) return true;
  return [...text.replace(uuid, ' ').matchAll(unbroken)].some(([run]) => isRandom(run));
}

/**
 * Whether a link opens something to whoever reads it: by a name or password in it, a well-known form, or a parameter that says so.
 * Commits, runs and files have long hashes and ids in their links, so that nothing follows from one.
 */
export function carriesSecret({ href, username, password, search, hash: fragment }: URL): boolean {
  if (username !== '' || password !== '' || isWellKnown(href)) return true;
  const parameters = [search, fragment.slice(1)].flatMap((text) => [...new URLSearchParams(text)]);
  return parameters.some(([name, value]) => (opening.test(name) && value !== '') || isWellKnown(value));
}

function isWellKnown(text: string): boolean {
  return wellKnown.some((form) => form.test(text));
}

function isRandom(run: string): boolean {
  const signs = run.replace(/[^A-Za-z0-9]/g, '');
  if (signs.length < fewestSigns) return false;
  const kinds = [...signs].map(kindOf);
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return changes / (signs.length - 1) > mostChanges;
}

function kindOf(sign: string): 'digit' | 'capital' | 'small' {
  if (sign >= '0' && sign <= '9') return 'digit';
  return sign <= 'Z' ? 'capital' : 'small';
}
