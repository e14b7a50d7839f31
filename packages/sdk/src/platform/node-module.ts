interface NodeModules {
  "node:crypto": typeof import("node:crypto");
  "node:util": typeof import("node:util");
}

/** A module of Node's, loaded at once; undefined elsewhere. A bundler sees no import, so that other platforms stay without it. */
export function nodeModule<Id extends keyof NodeModules>(id: Id): NodeModules[Id] | undefined {
  return globalThis.process?.getBuiltinModule?.(id);
}
