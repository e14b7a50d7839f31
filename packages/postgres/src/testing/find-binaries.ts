import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where distributions put PostgreSQL's programs: a folder for each version on Debian and Red Hat. */
const versioned = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt"];

/** The folder with `initdb`, `postgres` and `pg_ctl`: `PG_BIN` where it is set, else the newest there is. */
export function findBinaries(): string | undefined {
  const wanted = process.env.PG_BIN;
  if (wanted !== undefined) return hasServer(wanted) ? wanted : undefined;
  const candidates = versioned.flatMap((root) =>
    (existsSync(root) ? readdirSync(root) : [])
      .filter((name) => root.includes("postgresql") || name.startsWith("postgresql"))
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .map((name) => join(root, name, "bin")),
  );
  const onPath = (process.env.PATH ?? "").split(delimiter);
  return [...candidates, ...onPath].find(hasServer);
}

function hasServer(folder: string): boolean {
  return ["initdb", "postgres", "pg_ctl"].every((name) => existsSync(join(folder, name)));
}
