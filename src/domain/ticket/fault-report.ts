export const environments = ['production', 'test'] as const;
export type Environment = (typeof environments)[number];

export const reproducibilities = ['always', 'sometimes', 'no', 'unknown'] as const;
export type Reproducibility = (typeof reproducibilities)[number];

/** What the operator typed; all its text is content in the sense of process 10. */
export interface FaultReport {
  readonly title: string;
  readonly description: string;
  /** When it began, in the reporter's words. */
  readonly since?: string;
  readonly moduleVersion?: string;
  readonly environment: Environment;
  readonly reproducible: Reproducibility;
  readonly workaround?: string;
  readonly firstAndSecondLevelDone: boolean;
}
