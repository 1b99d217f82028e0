interface Named {
  readonly name: string;
}

/**
 * What tells somebody, or something, apart from the others of the same name (process 1): nothing where it is the only one, and else
 * as many of the qualifiers, the most readable first, as are needed.
 */
export function toldApartBy<Item extends Named>(
  item: Item,
  all: readonly Item[],
  qualifiers: readonly ((item: Item) => string)[],
): readonly string[] {
  const used: string[] = [];
  let namesakes = all.filter((each) => each !== item && isSame(each.name, item.name));
  for (const qualifier of qualifiers) {
    if (namesakes.length === 0) break;
    const own = qualifier(item);
    used.push(own);
    namesakes = namesakes.filter((each) => isSame(qualifier(each), own));
  }
  return used;
}

/** Everybody of the same name, the one who is asked for among them. Reads all names once, when it is first asked. */
export function namesakesIn<Item extends Named>(all: readonly Item[]): (item: Item) => readonly Item[] {
  let byName: ReadonlyMap<string, readonly Item[]> | undefined;
  return ({ name }) => (byName ??= groupedByName(all)).get(plain(name)) ?? [];
}

function groupedByName<Item extends Named>(all: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of all) {
    const name = plain(item.name);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** 'Person Eins (Netz Nord GmbH)'; the name alone where nothing else is to be said. */
export function withQualifiers(name: string, qualifiers: readonly string[]): string {
  return qualifiers.length === 0 ? name : `${name} (${qualifiers.join(', ')})`;
}

/** As people read names: case and spacing tell nobody apart. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
