import { mongo } from 'mongoose';
import { answersAt } from './answers-at';

/** Why no stores could be had at an address: one sentence, of fixed words and names that are no secret. */
export interface StoreProblem {
  /** What MONGODB_URI is expected to be. */
  readonly expected: string;
  /** What was found; never a password, nor a part of an address that might be one. */
  readonly found: string;
  /** Whether it may pass by itself, as with a database that is not up yet; wrong configuration does not. */
  readonly mayPass: boolean;
}

/** No stores could be had at an address. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
  constructor(
    readonly problem: StoreProblem,
    cause?: unknown,
  ) {
    // Errors of the driver about the address itself quote it, and a log prints causes.
    super(problem.found, problem.mayPass ? { cause } : {});
  }
}

const wrong = (expected: string, found: string): StoreProblem => ({ expected, found, mayPass: false });
const passing = (expected: string, found: string): StoreProblem => ({ expected, found, mayPass: true });

const escaped =
  'an address whose user and password have % @ : / ? # [ and ] escaped (%25, %40, %3A, %2F, %3F, %23, %5B and %5D)';

/**
 * What the driver takes and then goes astray with. An `@` in a password would make it take the rest for a host, which is
 * then quoted; an empty host among several ends the process. Throws StoreUnreachable.
 */
export function refuseMistaken(uri: string): void {
  const [address = ''] = uri.split('?');
  const parts = address.split('@');
  if (parts.length > 2) throw new StoreUnreachable(wrong(escaped, 'there is more than one @ in it'));
  const [hosts = ''] = (parts.at(-1) ?? '').replace(/^[^/]*\/\//, '').split('/');
  if (hosts.split(',').some((host) => /^(?:%20|\s)*(?::|$)/.test(host)))
    throw new StoreUnreachable(wrong(wholeForm, 'a host is missing in it'));
}

const wholeForm = 'mongodb://user:password@host:port/database?option=value';

/**
 * What a failed attempt to use the server at this address says about it. Where the error says nothing, the server is
 * asked another way, without user and password.
 */
export async function storeProblem(error: unknown, uri: string): Promise<StoreProblem> {
  const clear = refusalOf(error, uri) ?? fileProblem(error) ?? addressProblem(error, uri);
  if (clear !== undefined) return clear;
  const { reason } = Object(error) as { readonly reason?: unknown };
  return isTopology(reason) ? topologyProblem(reason, optionsOf(uri)) : networkProblem([error]);
}

/** The driver gives this type's name, but not its class. */
function isTopology(reason: unknown): reason is mongo.TopologyDescription {
  return (Object(reason) as { readonly servers?: unknown }).servers instanceof Map;
}

/** What the driver reads in an address. Throws the driver's errors for one that it does not take. */
function optionsOf(uri: string): mongo.MongoOptions {
  return new mongo.MongoClient(uri).options;
}

const unknownUser = 'a user and a password that the server knows';
const refusals: Readonly<Record<number, StoreProblem>> = {
  18: wrong(unknownUser, 'it refuses them (code 18)'),
  8000: wrong(unknownUser, 'it refuses them (code 8000)'),
  334: wrong(
    'an authMechanism that the server has, or the whole address that the embedded store gave',
    'it does not have this one (code 334)',
  ),
};
const withoutUser = wrong('an address with a user and a password', 'the server asks for them (code 13)');
const withoutRight = wrong(
  'a user who may read and write the database and make its indexes',
  'the server does not allow it (code 13)',
);

/** A server that answered, but does not let the bot in or not write. */
function refusalOf(error: unknown, uri: string): StoreProblem | undefined {
  if (!(error instanceof mongo.MongoServerError)) return undefined;
  const code = Number(error.code);
  if (code === 13) return optionsOf(uri).credentials === undefined ? withoutUser : withoutRight;
  return (
    refusals[code] ??
    passing('the address of a server that can be read and written', `it answers with code ${code}`)
  );
}

/** Files that options name (`tlsCAFile`) are read before anybody is asked. */
function fileProblem(error: unknown): StoreProblem | undefined {
  const { syscall } = Object(error) as { readonly syscall?: unknown };
  if (syscall !== 'open' && syscall !== 'read') return undefined;
  return wrong('options that name files which can be read', `one cannot (${codeOf(error) ?? 'unknown'})`);
}

/** What the driver refuses without asking anybody. Its sentences quote the address, so none of them is passed on. */
function addressProblem(error: unknown, uri: string): StoreProblem | undefined {
  if (error instanceof mongo.MongoCompatibilityError) return otherKind;
  if (!(error instanceof Error) || isTaken(uri)) return undefined;
  if (error instanceof mongo.MongoMissingCredentialsError)
    return wrong('an address with the user and password that its authMechanism needs', 'they are missing');
  const [, ...options] = uri.split('?');
  if (/unescaped|URI malformed/.test(error.message) || options.join().includes('@'))
    return wrong(escaped, 'something in it is not');
  return optionProblem(error) ?? wrong(wholeForm, 'it has another form or options that exclude each other');
}

/** Its parts throw several classes of errors for an address that the driver does not take. */
function isTaken(uri: string): boolean {
  try {
    optionsOf(uri);
    return true;
  } catch {
    return false;
  }
}

const optionName = /^[a-z]{1,40}$/i;
/** How the driver begins where a value is wrong. */
const wrongValue = /^(?:expected |uri option ")?([a-z]+)(?:\/[a-z]+)?"? (?:to be|must|one of|can(?:not)?)\b/i;

function optionProblem({ message }: Error): StoreProblem | undefined {
  const unknown = /^options? (.+) (?:is|are) not supported$/.exec(message)?.[1]?.split(', ');
  if (unknown?.every((name) => optionName.test(name)) === true)
    return wrong('options that the driver has', `it has none of the name ${unknown.join(' and ')}`);
  const name = wrongValue.exec(message)?.[1];
  return name !== undefined && optionName.test(name)
    ? wrong('options with values that the driver takes', `that of ${name} is none`)
    : undefined;
}

const otherKind = wrong('a MongoDB server of a kind and version that the driver supports', 'this one is not');

/** What is known of the servers after looking for one that could be used. */
async function topologyProblem(
  topology: mongo.TopologyDescription,
  options: mongo.MongoOptions,
): Promise<StoreProblem> {
  if (topology.compatibilityError !== undefined) return otherKind;
  const servers = [...topology.servers.values()];
  const { replicaSet } = options;
  if (servers.length === 0 && replicaSet !== undefined) return otherReplicaSet;
  const errors = servers.flatMap(({ error }) => error ?? []);
  return certificateProblem(errors) ?? (await otherwiseReached(topology, options)) ?? networkProblem(errors);
}

const otherReplicaSet = wrong(
  'the replicaSet that the server belongs to, or none',
  'it belongs to none of the name given',
);

function certificateProblem(errors: readonly Error[]): StoreProblem | undefined {
  const code = errors
    .map(codeOf)
    .find((each) => each !== undefined && /CERT|SIGNATURE|ALTNAME|CRL/.test(each));
  if (code === undefined) return undefined;
  return wrong(
    'a server whose certificate is valid, or tlsCAFile with the authority that signed it',
    `it is not valid here (${code})`,
  );
}

/** Servers that say nothing of use answer when asked the right way: with or without TLS, or whatever their replica set. */
async function otherwiseReached(
  { servers }: mongo.TopologyDescription,
  { tls, replicaSet }: mongo.MongoOptions,
): Promise<StoreProblem | undefined> {
  for (const { address, error } of servers.values()) {
    if (error === null && replicaSet !== undefined && (await answersAt(address, { tls })))
      return otherReplicaSet;
    if (error === null || !endsUnexplained(error) || !(await answersAt(address, { tls: !tls }))) continue;
    return tls
      ? wrong('an address without TLS (tls=false)', 'the server answers without TLS alone')
      : wrong('an address with TLS (tls=true)', 'the server answers with TLS alone');
  }
  return undefined;
}

/** A connection that ended, and not because of who or what is between. */
function endsUnexplained(error: Error): boolean {
  const code = codeOf(error);
  return code === undefined || code === 'ECONNRESET' || code === 'EPROTO' || code.startsWith('ERR_SSL');
}

const serverThatAnswers = 'the address of a server that answers';

/** Whatever may be otherwise in a while: nobody there yet, a name that a container gets with its start, a network that is down. */
function networkProblem(errors: readonly unknown[]): StoreProblem {
  const [error] = errors;
  if (error === undefined) return passing(serverThatAnswers, 'it says nothing, or is no primary yet');
  if (error instanceof mongo.MongoParseError)
    return wrong('the address of a MongoDB server', 'another kind of server is there');
  const code = codeOf(error);
  const { hostname, address, port } = deepest(error) as SystemError;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA')
    return passing('the address of a known host', `${hostname} is not known here (${code})`);
  if (code === 'ECONNREFUSED' && address !== undefined)
    return passing(serverThatAnswers, `nobody listens on ${address}:${port} (${code})`);
  return passing(
    serverThatAnswers,
    `it cannot be reached or ends the connection (${code ?? (error as Error).name})`,
  );
}

/** What Node's errors of look-ups and connections hold. */
interface SystemError {
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
}

/** The error of the operating system below those of the driver. */
function deepest(error: unknown): object {
  const { cause } = Object(error) as { readonly cause?: unknown };
  return cause === undefined ? (Object(error) as object) : deepest(cause);
}

function codeOf(error: unknown): string | undefined {
  const { code } = deepest(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
