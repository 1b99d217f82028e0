import { maxSummaryLength } from '../../src/texts/summaries.de';

/** What is wrong with the summary of an activity that carries a card; nothing for any other activity. */
export function summaryComplaints(activity: object): readonly string[] {
  const { attachments = [], summary } = activity as {
    readonly attachments?: readonly { readonly contentType?: string }[];
    readonly summary?: unknown;
  };
  if (!attachments.some(({ contentType }) => contentType?.includes('card.adaptive') === true)) return [];
  if (typeof summary !== 'string' || summary.trim() === '') return ['a card without a summary'];
  const wrong = [
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
