import type { ModuleId, RoleGrant } from './installation';

/** The modules whose maintainer somebody with these roles is, or is to be. */
export function maintainedModules(roles: readonly RoleGrant[]): readonly ModuleId[] {
  return roles.flatMap((grant) => (grant.role === 'maintainer' ? [grant.module] : []));
}
