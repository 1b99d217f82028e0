import type { Instant } from '../../src/domain/instant';
import { shapeOf } from '../../src/domain/organisation/actions/registry';
import { evolveRecords, type OrganisationEvent } from '../../src/domain/organisation/changes';
import { dueEvents } from '../../src/domain/organisation/due-records';
import { personById } from '../../src/domain/organisation/find';
import type { AccessTaskId, Contract, Installation } from '../../src/domain/organisation/installation';
import { installationOf, recordsOf } from '../../src/domain/organisation/records';
import { berlin } from './given';
import { installation } from './installation';

/** Packages of the modules 'journal' and 'outage' stand in a repository each, those of 'contacts' in none. */
export function withRepositories(contracts: readonly Contract[], base = installation): Installation {
  return {
    ...base,
    contracts,
    modules: base.modules.map((module) =>
      module.id === 'contacts'
        ? module
        : { ...module, packageRepository: `https://pakete.example.org/${module.id}` },
    ),
  };
}

/** A contract of Nord for 'journal', unless something else is given. */
export function contract(from: string, to?: string, more: Partial<Contract> = {}): Contract {
  return { id: 'c', operator: 'nord', module: 'journal', from, ...(to !== undefined && { to }), ...more };
}

/** An organisation whose days pass: what the bot records by itself, and what people do in between. */
export class ContractStory {
  constructor(public installation: Installation) {}

  /** What is due by itself at an instant or a wall-clock time of Europe/Berlin, recorded; in short, of contracts. Fails where anything is due after that. */
  at(time: string | Instant): readonly string[] {
    const now = typeof time === 'number' ? time : berlin(time);
    const events = dueEvents(this.installation, now);
    this.records(events);
    const left = dueEvents(this.installation, now);
    if (left.length > 0) throw new Error(`still due: ${JSON.stringify(left)}`);
    return events.filter(isOfContracts).map(inShort);
  }

  records(events: readonly OrganisationEvent[]): this {
    const records = events.reduce(evolveRecords, recordsOf(this.installation));
    this.installation = installationOf(this.installation, records);
    return this;
  }

  /** The contracts are these from now on. */
  agrees(...contracts: readonly Contract[]): this {
    this.installation = { ...this.installation, contracts };
    return this;
  }

  edits(edit: (before: Installation) => Installation): this {
    this.installation = edit(this.installation);
    return this;
  }

  get openTasks() {
    return this.installation.accessTasks.filter(({ outcome }) => outcome === undefined);
  }

  /** The platform maintainer does the only open task, or this one. */
  done(time: string | Instant, task: AccessTaskId | undefined = this.openTasks[0]?.id): this {
    if (task === undefined) throw new Error('no task is open');
    const now = typeof time === 'number' ? time : berlin(time);
    const actor = personById(this.installation, 'platform');
    if (actor === undefined) throw new Error('the sample has it');
    const command = { type: 'completeAccess', task, reference: 'konto-1' } as const;
    const records = recordsOf(this.installation);
    return this.records(
      shapeOf(command.type).eventsOf(command, records, { actor, now, recorded: this.installation }),
    );
  }
}

/** What maintainers of what is retired had is another story. */
function isOfContracts(event: OrganisationEvent): boolean {
  return event.type !== 'accessTaskRecorded' || event.task.kind !== 'revokeMaintainer';
}

/** 'grant nord journal', 'grant nord journal reminded 1', 'grant nord journal dropped', 'c ends 2026-06-30 in 7'. */
function inShort(event: OrganisationEvent): string {
  switch (event.type) {
    case 'accessTaskRecorded': {
      const { kind, module, reminders, outcome } = event.task;
      const whose = event.task.kind === 'revokeMaintainer' ? event.task.person : event.task.operator;
      const what = `${kind} ${whose} ${module}`;
      if (outcome !== undefined) return `${what} ${outcome.kind}`;
      return reminders > 0 ? `${what} reminded ${reminders}` : what;
    }
    case 'contractEndReminded': {
      const { contract: id, to, daysBefore } = event.reminder;
      return `${id} ends ${to} in ${daysBefore}`;
    }
    default:
      return event.type;
  }
}
