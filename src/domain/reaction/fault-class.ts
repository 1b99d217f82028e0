/** Fault classes of process 2, most severe first. */
export type FaultClass = 1 | 2 | 3 | 4;

export const faultClasses: readonly FaultClass[] = [1, 2, 3, 4];

/** How long the dispatcher may take to start the analysis (process 2): service time, or whole service days. */
export type ReactionTime =
  | { readonly kind: 'serviceSeconds'; readonly seconds: number }
  | { readonly kind: 'serviceDays'; readonly days: number };

const hour = 3600;

export const reactionTimes: Readonly<Record<FaultClass, ReactionTime>> = {
  1: { kind: 'serviceSeconds', seconds: 4 * hour },
  2: { kind: 'serviceSeconds', seconds: 6 * hour },
  3: { kind: 'serviceSeconds', seconds: 8 * hour },
  4: { kind: 'serviceDays', days: 5 },
};

/** The class that a number, or its text, stands for; otherwise undefined. */
export function parseFaultClass(text: string | number): FaultClass | undefined {
  return faultClasses.find((faultClass) => String(faultClass) === String(text));
}
