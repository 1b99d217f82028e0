import { type Connection, mongo } from 'mongoose';
import type {
  AuditEvidence,
  ChangeEvidence,
  Evidence,
  EvidenceStore,
  LedgerEvidence,
  ReactionEvidence,
  TicketEvidence,
} from '../../app/ports/evidence';
import { type LedgerSubject, ledgerSubjectKinds } from '../../app/ports/ledger';
import type { PublishedReaction } from '../../app/ports/reaction-store';
import { defined } from '../../defined';
import { auditCollections, auditSubject } from './audit-entries';
import { changeEvidence, detailsIn } from './change-evidence';
import { isSound } from './ledger-chain';
import { changesCollection, organisationSubject } from './organisation-store';
import { detailsCollection } from './person-details';
import { pagesOf } from './raw-pages';
import { reactionFields } from './schemas/reaction-schema';
import type { LedgerDocument } from './schemas/ledger-schema';
import { faithful } from './stored-form';
import { type RawDocument, ticketEvidence } from './ticket-evidence';

type Fields = Readonly<Record<string, 1>>;

/** How often to read a ticket that the bot is writing at the same time. */
const maxReads = 20;

/** Everything in the database as it stands there: past the schemas, which would make of it what they expect. */
export class MongoEvidence implements EvidenceStore {
  constructor(private readonly db: Connection) {}

  async *ledger(): AsyncGenerator<readonly Evidence<LedgerEvidence>[]> {
    for await (const page of pagesOf<RawDocument>(this.db.collection('ledger'))) {
      const documents = page.map((raw) => faithful<LedgerDocument>(raw));
      const idsOf = (wanted: string) =>
        documents.filter(({ kind }) => kind === wanted).map(({ of }) => String(of));
      const tickets = await this.ticketsAmong(idsOf('ticket'));
      const entries = await this.auditAmong(idsOf('audit'));
      const changes = await this.changesAmong(documents);
      const isThere = ({ kind, of, version }: LedgerSubject): boolean => {
        switch (kind) {
          case 'opened':
            return true;
          case 'ticket':
            return tickets.has(of);
          case 'audit':
            return entries.has(of);
          case 'organisation':
            return of === organisationSubject && changes.has(String(version));
        }
      };
      yield documents.map((document) => {
        const { _id: seq, ...link } = document;
        const id = String(seq);
        if (!Number.isInteger(seq) || !ledgerSubjectKinds.includes(link.kind)) return { id };
        const subject = { ...link, of: String(link.of) };
        return { id, found: { seq, ...subject, sound: isSound(document), subjectThere: isThere(subject) } };
      });
    }
  }

  async *tickets(): AsyncGenerator<readonly Evidence<TicketEvidence>[]> {
    for await (const page of pagesOf<RawDocument>(this.db.collection('tickets')))
      yield await this.withWhatIsSaid(page);
  }

  async ticket(number: string): Promise<Evidence<TicketEvidence> | undefined> {
    let [before] = await this.rawTicket(number);
    for (let reads = 0; before !== undefined && reads < maxReads; reads += 1) {
      const [evidence] = await this.withWhatIsSaid([before]);
      const [after] = await this.rawTicket(number);
      if (isOfOneMoment(before, after)) return evidence;
      before = after;
    }
    return before && (await this.withWhatIsSaid([before]))[0];
  }

  async *audit(): AsyncGenerator<readonly Evidence<AuditEvidence>[]> {
    for (const name of auditCollections) {
      for await (const page of pagesOf<RawDocument>(this.db.collection(name))) {
        const subjects = page.map((raw) => ({ ...auditSubject(raw), marked: raw['anchorDue'] === true }));
        const anchors = await this.anchorsOf(subjects.map(({ of }) => of));
        yield subjects.map(({ of, subjectHash, marked }) => {
          const anchored = anchors.find((each) => each.kind === 'audit' && each.of === of)?.subjectHash;
          return { id: of, found: { subjectHash, marked, ...defined({ anchored }) } };
        });
      }
    }
  }

  async *changes(): AsyncGenerator<readonly Evidence<ChangeEvidence>[]> {
    for await (const page of pagesOf<RawDocument>(this.db.collection(changesCollection))) {
      const said = { anchors: await this.anchorsOfChanges(page), details: await this.detailsIn(page) };
      yield page.map((raw) => changeEvidence(raw, said));
    }
  }

  async *reactions(): AsyncGenerator<readonly Evidence<ReactionEvidence>[]> {
    const fields = { ticket: 1 } as const;
    for await (const page of pagesOf<RawDocument>(this.db.collection('reactions'), { fields })) {
      const tickets = await this.ticketsAmong(page.map(({ ticket }) => String(ticket)));
      yield page.map(({ _id, ticket }) => {
        const id = String(_id);
        if (typeof ticket !== 'string') return { id };
        return { id, found: { ticket, ticketThere: tickets.has(ticket) } };
      });
    }
  }

  private async withWhatIsSaid(page: readonly RawDocument[]): Promise<readonly Evidence<TicketEvidence>[]> {
    const numbers = page.map(({ _id }) => _id).filter((id) => typeof id === 'string');
    const [anchors, reactions] = await Promise.all([this.anchorsOf(numbers), this.reactionsOf(numbers)]);
    const anchorsBy = grouped(
      anchors.filter(({ kind }) => kind === 'ticket'),
      ({ of }) => of,
    );
    const reactionsBy = grouped(reactions, ({ ticket }) => ticket);
    return page.map((raw) => {
      const number = String(raw._id);
      return ticketEvidence(raw, anchorsBy.get(number) ?? [], reactionsBy.get(number) ?? []);
    });
  }

  private rawTicket(number: string): Promise<RawDocument[]> {
    return this.raw('tickets', { _id: number });
  }

  private async anchorsOf(subjects: readonly string[]): Promise<readonly LedgerDocument[]> {
    if (subjects.length === 0) return [];
    const found = await this.raw('ledger', { of: { $in: subjects } });
    return found.map((raw) => faithful<LedgerDocument>(raw));
  }

  private async anchorsOfChanges(page: readonly RawDocument[]): Promise<readonly LedgerDocument[]> {
    const versions = page.map(({ _id }) => _id);
    const found = await this.raw('ledger', { of: organisationSubject, version: { $in: versions } });
    return found.map((raw) => faithful<LedgerDocument>(raw)).filter(({ kind }) => kind === 'organisation');
  }

  private async detailsIn(page: readonly RawDocument[]): Promise<ReadonlyMap<unknown, RawDocument>> {
    const ids = new Set(page.flatMap((raw) => detailsIn(raw).map(({ id }) => id)));
    const found = ids.size === 0 ? [] : await this.raw(detailsCollection, { _id: { $in: [...ids] } });
    return new Map(found.map((raw) => [raw._id, raw]));
  }

  private async reactionsOf(numbers: readonly string[]): Promise<readonly PublishedReaction[]> {
    if (numbers.length === 0) return [];
    const found = await this.raw('reactions', { ticket: { $in: numbers } });
    return found.map(toReaction);
  }

  private async ticketsAmong(numbers: readonly string[]): Promise<ReadonlySet<string>> {
    return this.idsAmong('tickets', numbers);
  }

  private async auditAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const known = ids.filter((id) => mongo.ObjectId.isValid(id)).map((id) => new mongo.ObjectId(id));
    const sets = await Promise.all(auditCollections.map((name) => this.idsAmong(name, known)));
    return new Set(sets.flatMap((each) => [...each]));
  }

  private async changesAmong(entries: readonly LedgerDocument[]): Promise<ReadonlySet<string>> {
    const versions = entries.filter(({ kind }) => kind === 'organisation').map(({ version }) => version);
    return this.idsAmong(changesCollection, versions);
  }

  private async idsAmong(collection: string, ids: readonly unknown[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const found = await this.raw(collection, { _id: { $in: [...new Set(ids)] } }, { _id: 1 });
    return new Set(found.map(({ _id }) => String(_id)));
  }

  private async raw(name: string, filter: object, fields: Fields = {}): Promise<RawDocument[]> {
    return this.db.collection(name).find(filter).project<RawDocument>(fields).toArray();
  }
}

function isOfOneMoment(before: RawDocument, after: RawDocument | undefined): boolean {
  return before['version'] === after?.['version'] && before['effectsDue'] === after?.['effectsDue'];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Only what the bot stores of a reaction; further fields are none of its. */
function toReaction(raw: RawDocument): PublishedReaction {
  const fields = Object.entries(faithful<RawDocument>(raw)).filter(([field]) => reactionFields.has(field));
  return { ...Object.fromEntries(fields), id: String(raw._id) } as PublishedReaction;
}
