/**
 * One value per process, whatever loads it.
 *
 * Next instantiates a module separately for pages, route handlers, the proxy and instrumentation, so a plain module
 * variable would exist several times in one process (several writer connections, several throttles). State hangs on
 * `globalThis` instead.
 */
const registry: { zhijianSingletons?: Map<string, unknown> } = globalThis as typeof globalThis & {
  zhijianSingletons?: Map<string, unknown>;
};

function store(): Map<string, unknown> {
  registry.zhijianSingletons ??= new Map();
  return registry.zhijianSingletons;
}

/** Makes the value at the first call in this process and returns the same one ever after. `name` must be unique in the code base. */
export function singleton<T>(name: string, make: () => T): T {
  const values = store();
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}

/** The value if it has been made, without making it. */
export function existingSingleton<T>(name: string): T | undefined {
  return store().get(name) as T | undefined;
}

/** Forgets the value: the next `singleton` call makes it anew. For closing things down, and for tests that change the environment. */
export function dropSingleton(name: string): void {
  store().delete(name);
}
