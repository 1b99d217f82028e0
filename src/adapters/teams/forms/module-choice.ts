import type { MaintainedModule, OrganisationId } from '../../../domain/organisation/installation';
import { noContractText } from '../../../texts/no-contract.de';
import type { View } from '../../../texts/view';
import type { Field } from './field';

/**
 * The modules to choose from. A form may be open while a contract ends or a module is retired: what was offered then is
 * refused in words, with where source and contract are to be had (process 8).
 */
export function moduleChoice(
  offered: readonly MaintainedModule[],
  operator: OrganisationId | undefined,
  view: View,
): Required<Pick<Field, 'choices' | 'gone'>> {
  const others = view.installation.modules.filter((module) => !offered.includes(module));
  return {
    choices: offered.map(({ id }) => ({ title: view.module(id), value: id })),
    gone: new Map(others.map(({ id }) => [id, noContractText(operator, id, view)])),
  };
}
