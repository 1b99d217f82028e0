import { maxSummaryLength } from '../../src/texts/summaries.de';

/** What is wrong with the summary of an activity that people read, and with how it alerts: by a mention or not at all. */
export function summaryComplaints(activity: object): readonly string[] {
  const {
    attachments = [],
    summary,
    text,
    importance,
    channelData,
  } = activity as {
    readonly attachments?: readonly { readonly contentType?: string }[];
    readonly summary?: unknown;
    readonly text?: unknown;
    readonly importance?: unknown;
    readonly channelData?: { readonly notification?: { readonly alert?: unknown } };
  };
  const hasCard = attachments.some(({ contentType }) => contentType?.includes('card.adaptive') === true);
  if (!hasCard && typeof text !== 'string') return [];
  if (typeof summary !== 'string' || summary.trim() === '') return ['no summary'];
  const wrong = [
    ...(importance !== undefined || channelData?.notification?.alert === true
      ? ['alerts beside a mention']
      : []),
    ...(summary.length > maxSummaryLength ? ['too long'] : []),
    ...(/[*`<>[\]\\~|#]|&\w+;|\$\{|\{\{/.test(summary) ? ['markup'] : []),
    ...(/[\p{C}\n]|^\s|\s$/u.test(summary) ? ['more than a line'] : []),
    ...(/\b(undefined|null|NaN)\b|\[object/.test(summary) ? ['unfinished'] : []),
  ];
  return wrong.map((complaint) => `${complaint}: ${summary}`);
}

/** Collects the complaints of everything that is sent, for a test that looks at them in the end. */
export class SummaryWatch {
  private readonly complaints = new Set<string>();

  see(activity: object): void {
    for (const complaint of summaryComplaints(activity)) this.complaints.add(complaint);
  }

  /** Throws if something was sent that Teams' feed cannot name. */
  check(): void {
    if (this.complaints.size > 0) throw new Error([...this.complaints].join('\n'));
  }
}
