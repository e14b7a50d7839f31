import { globSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What npm put on the disk. */
export function measureInstall(folder: string): { megabytes: number; packages: string[] } {
  const root = join(folder, "node_modules");
  let bytes = 0;
  const packages: string[] = [];
  for (const path of globSync("**/*", { cwd: root })) {
    const status = lstatSync(join(root, path));
    if (!status.isFile()) continue;
    bytes += status.size;
    const inside =
      path
        .replaceAll("\\", "/")
        .split(/(?:^|\/)node_modules\//)
        .at(-1) ?? "";
    if (!/^(@[^/]+\/)?[^/]+\/package\.json$/.test(inside)) continue;
    const { name, version }: { name?: string; version?: string } = JSON.parse(
      readFileSync(join(root, path), "utf8"),
    );
    if (name !== undefined) packages.push(`${name} ${version}`);
  }
  return { megabytes: bytes / 1_000_000, packages: packages.sort() };
}
