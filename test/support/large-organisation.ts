import type {
  Installation,
  MaintainedModule,
  Person,
  RoleGrant,
} from '../../src/domain/organisation/installation';
import { installation } from './installation';

const peopleInAll = 500;
const modulesInAll = 60;
const contractors = ['contractor-a', 'contractor-b'] as const;

/** As long as the organisation file takes them, with `fill` for every sign of a name. */
function nameOf(what: string, fill: string): string {
  return fill === '' ? what : `${what} ${fill.repeat(200)}`.slice(0, 200);
}

function grantOf(index: number): { readonly organisation: string; readonly grant: RoleGrant } {
  if (index < 20) return { organisation: 'cooperative', grant: { role: 'dispatcher' } };
  if (index % 4 > 0) return { organisation: index % 8 < 4 ? 'nord' : 'sued', grant: { role: 'operator' } };
  const module = (index / 4) % modulesInAll;
  return {
    organisation: contractors[module % contractors.length] ?? '',
    grant: { role: 'maintainer', module: `module-${module}` },
  };
}

function personAt(index: number, fill: string): Person {
  const { organisation, grant } = grantOf(index);
  return {
    id: `person-${index}`,
    name: nameOf(`Person ${index}`, fill),
    mail: `${'postfach-'.repeat(fill === '' ? 1 : 6)}${index}@${organisation}.example.org`,
    phone: '+49 30 23125 111',
    since: '2022-02-01',
    until: '2030-12-31',
    organisation,
    identities: [
      {
        tenant: installation.hostingTenant,
        objectId: `00000000-0000-4000-a000-${String(index).padStart(12, '0')}`,
      },
    ],
    roles: [grant],
  };
}

/** 500 people and 60 modules, the last of which nobody maintains. */
export function largeOrganisation({
  fill = '',
  from = installation,
}: { fill?: string; from?: Installation } = {}): Installation {
  const modules = Array.from({ length: modulesInAll }, (_, index): MaintainedModule => {
    const maintainer = contractors[index % contractors.length] ?? '';
    const module = { id: `module-${index}`, name: nameOf(`Modul ${index}`, fill) };
    return index === modulesInAll - 1 ? module : { ...module, maintainer };
  });
  return {
    ...from,
    organisations: from.organisations.map((each) => ({ ...each, name: nameOf(each.name, fill) })),
    people: Array.from({ length: peopleInAll }, (_, index) => personAt(index, fill)),
    modules,
    contracts: [],
  };
}
