import { createInMemoryStores, type InMemoryStores } from './in-memory-stores/create-in-memory-stores';
import { StoreAway } from './store-away';

/** Whether the failing call was carried out and only its answer was lost. */
export type FailingWhen = 'before' | 'after';

/** Stores in the memory of which one call can be made to fail: the n-th from now on, whichever it is. */
export function failingStores() {
  let calls = 0;
  let failing: { readonly call: number; readonly when: FailingWhen } | undefined;

  async function asked(call: () => unknown): Promise<unknown> {
    calls += 1;
    if (calls !== failing?.call) return call();
    if (failing.when === 'after') await call();
    throw new StoreAway('the store does not answer');
  }

  function watched<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name);
        if (typeof found === 'object' && found !== null && parts.has(name)) return watched(found);
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) => asked(() => Reflect.apply(found, target, given) as unknown);
      },
    });
  }

  const real = createInMemoryStores();
  const stores = Object.fromEntries(
    Object.entries(real).map(([name, store]) => [name, watched(store as object)]),
  ) as unknown as InMemoryStores;
  return {
    stores,
    /** The same ones, which never fail and are not counted. */
    real,
    fails(call: number, when: FailingWhen) {
      calls = 0;
      failing = { call, when };
    },
    /** Since `fails`. */
    calls: () => calls,
  };
}

const parts: ReadonlySet<string | symbol> = new Set(['unsent', 'setAside']);
