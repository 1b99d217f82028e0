import type { Contract } from './installation';

type OperatorAndModule = Pick<Contract, 'operator' | 'module'>;

/** Contracts, and what follows from them, are per operator and module (process 8). */
export function haveSameOperatorAndModule(one: OperatorAndModule, other: OperatorAndModule): boolean {
  return one.operator === other.operator && one.module === other.module;
}
