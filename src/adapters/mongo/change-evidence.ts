import type { ChangeEvidence, DetailsEvidence, Evidence } from '../../app/ports/evidence';
import type { LedgerSubject } from '../../app/ports/ledger';
import { defined } from '../../defined';
import { changeHash } from './change-chain';
import { detailsHash } from './person-details';
import type { ChangeDocument, DetailsDocument } from './schemas/organisation-change-schema';
import { faithful } from './stored-form';
import type { RawDocument } from './ticket-evidence';

type Marked<Document> = Document & { readonly schemaVersion?: number };

/** What is said of the changes of a page. */
export interface SaidOfChanges {
  readonly anchors: readonly LedgerSubject[];
  /** What is kept of the people that they refer to, by its id. */
  readonly details: ReadonlyMap<unknown, RawDocument>;
}

/** A change's document with what the ledger has about it, and what is kept of the people in it. */
export function changeEvidence(
  raw: RawDocument,
  { anchors, details }: SaidOfChanges,
): Evidence<ChangeEvidence> {
  const id = String(raw._id);
  const {
    _id: version,
    previousHash,
    hash,
    anchorDue,
    schemaVersion,
    ...change
  } = faithful<Marked<ChangeDocument>>(raw);
  if (!Number.isInteger(version) || version < 1) return { id };
  const anchored = anchors.find((each) => each.version === version)?.subjectHash;
  return {
    id,
    found: {
      version,
      previousHash,
      hash,
      sound: hash === changeHash({ version, previousHash, change }),
      marked: anchorDue === true,
      ...defined({ anchored }),
      details: detailsIn(raw).map((each) => detailsEvidence(each, details.get(each.id))),
    },
  };
}

interface DetailsReference {
  readonly id: string;
  readonly hash: unknown;
}

/** Which details a change refers to; what is no reference shows in the change's own hash. */
export function detailsIn({ events }: RawDocument): readonly DetailsReference[] {
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: unknown) => {
    const { person } = Object(event) as { readonly person?: unknown };
    const { details: id, detailsHash: hash } = Object(person) as Readonly<Record<string, unknown>>;
    return typeof id === 'string' ? [{ id, hash }] : [];
  });
}

function detailsEvidence({ id, hash }: DetailsReference, found: RawDocument | undefined): DetailsEvidence {
  if (found === undefined) return { id, state: 'missing' };
  const { schemaVersion, ...document } = faithful<Marked<DetailsDocument>>(found);
  return { id, state: detailsHash(document) === hash ? 'intact' : 'changed' };
}
