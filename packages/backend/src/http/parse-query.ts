/** A query string as an object; `metadata[key]=value` becomes a member of `metadata`. */
export function parseQuery(search: string): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const nested = new Map<string, Record<string, string>>();
  for (const [name, value] of new URLSearchParams(search)) {
    const parts = /^(\w+)\[(.+)\]$/.exec(name);
    const [, outer, inner] = parts ?? [];
    if (outer === undefined || inner === undefined) {
      define(query, name, value);
      continue;
    }
    const members = nested.get(outer) ?? {};
    nested.set(outer, members);
    define(members, inner, value);
    define(query, outer, members);
  }
  return query;
}

/** Sets an own member whatever its name, so that `__proto__` is a name like any other. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
