/** Node's built-ins, asked for when they are needed, so that bundlers and other runtimes never see them. */
export function nodeModules(): {
  DatabaseSync: typeof import("node:sqlite").DatabaseSync;
  fs: typeof import("node:fs");
} {
  const process = (globalThis as { process?: NodeJS.Process }).process; // absent outside Node
  const sqlite = process?.getBuiltinModule?.("node:sqlite");
  const fs = process?.getBuiltinModule?.("node:fs");
  if (sqlite !== undefined && fs !== undefined) return { DatabaseSync: sqlite.DatabaseSync, fs };
  throw new Error("data: keeping data in a directory needs Node.js 22.19 or later.");
}
