import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { type BorderRule, borderRules } from "./border-rules.ts";
import { type Import, readImports } from "./read-imports.ts";

/** An import that goes where it may not. */
export interface Crossing {
  path: string;
  line: number;
  message: string;
}

export interface Workspace {
  /** Source by path from the repository's root. */
  files: ReadonlyMap<string, string>;
  /** The public entries of our packages, such as `@codespar/contract/schemas`. */
  entries: ReadonlySet<string>;
}

/** Holds every file to the import table. */
export function findCrossings({ files, entries }: Workspace): Crossing[] {
  const imports = new Map([...files].map(([path, source]) => [path, readImports(path, source)]));
  const crossings: Crossing[] = [];
  for (const [path, found] of imports) {
    const place = getPlace(path);
    if (place === undefined) continue;
    for (const each of found) {
      const message = describeCrossing(each, path, place, entries);
      if (message !== undefined) crossings.push({ path, line: each.line, message });
    }
  }
  for (const folder of new Set([...files.keys()].map((path) => getPlace(path)?.folder))) {
    if (folder !== undefined)
      crossings.push(...findImpurities(folder, imports), ...findReached(folder, imports));
  }
  return crossings.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}

interface Place {
  folder: string;
  rule: BorderRule;
}

function getPlace(path: string): Place | undefined {
  const parts = path.split("/");
  for (const [pattern, rule] of Object.entries(borderRules)) {
    const depth = pattern.split("/").length;
    const folder = parts.slice(0, depth).join("/");
    if (folder === pattern || (pattern.endsWith("/*") && folder.startsWith(pattern.slice(0, -1)))) {
      return { folder, rule };
    }
  }
  return undefined;
}

function describeCrossing(
  { specifier, lazy, typeOnly }: Import,
  path: string,
  { folder, rule }: Place,
  entries: ReadonlySet<string>,
): string | undefined {
  const isPort =
    !isTest(path) && rule.typesAlone?.some((place) => isAt(path.slice(folder.length + 1), place));
  if (specifier.startsWith(".")) {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    if (isPort && !rule.typesAlone?.some((place) => isAt(target.slice(folder.length + 1), place)))
      return `${specifier} leaves ${rule.typesAlone?.join(", ")}, which know nothing of the rest of ${folder}.`;
    if (target.startsWith(`${folder}/`)) return undefined;
    return `${specifier} leaves ${folder}. Import the package by its name.`;
  }
  if (isPort && !typeOnly) return `${specifier} is loaded by a port. Import types alone.`;
  const inside = path.slice(folder.length + 1);
  const name = getPackage(specifier);
  if (!name.startsWith("@codespar/")) {
    const places = rule.only?.[name];
    if (places === undefined || isTest(path) || places.some((place) => isAt(inside, place))) return undefined;
    return `${name} may be imported only by ${places.join(", ")} in ${folder}.`;
  }
  if (!entries.has(specifier)) return `${specifier} is not a public entry of ${name}.`;
  if (rule.notEntries?.includes(specifier) === true && !isTest(path)) {
    return `${folder} may not import ${specifier}.`;
  }
  if (rule.ours.includes(name)) return undefined;
  if (isTest(path) && rule.inTests?.includes(name)) return undefined;
  const home = rule.lazily?.[name];
  if (home !== undefined && lazy && inside.startsWith(home)) return undefined;
  if (home !== undefined) return `${folder} may import ${name} only by import(), and only in ${home}.`;
  return `${folder} may not import ${name}.`;
}

/** What can be reached from entries that must load anywhere. */
function findImpurities(folder: string, imports: ReadonlyMap<string, Import[]>): Crossing[] {
  const pure = getPlace(`${folder}/`)?.rule.pure;
  if (pure === undefined) return [];
  const crossings: Crossing[] = [];
  const reached = new Map<string, string>();
  for (const entry of pure.entries) reached.set(`${folder}/${entry}`, entry);
  // a map that grows while it is read: each file once, in the order in which it was found
  for (const [path, entry] of reached) {
    for (const { specifier, typeOnly, lazy, asked, line } of imports.get(path) ?? []) {
      const mayAsk = pure.asking?.some((asker) => path.startsWith(`${folder}/${asker}`)) ?? false;
      if (typeOnly || (asked && mayAsk)) continue;
      if (specifier.startsWith(".")) {
        const target = posix.normalize(posix.join(posix.dirname(path), specifier));
        const isForNode = lazy && target.startsWith(`${folder}/src/node/`);
        if (!isForNode && !reached.has(target)) reached.set(target, entry);
      } else if (isBuiltin(specifier)) {
        crossings.push({
          path,
          line,
          message: `${specifier} is reached from ${folder}/${entry}, which must load anywhere.`,
        });
      } else if (!lazy && pure.without.includes(getPackage(specifier))) {
        crossings.push({
          path,
          line,
          message: `${specifier} is loaded by ${folder}/${entry}; import it later or elsewhere.`,
        });
      }
    }
  }
  return crossings;
}

/** Files of a package that others of it are kept apart from, and reach all the same. */
function findReached(folder: string, imports: ReadonlyMap<string, Import[]>): Crossing[] {
  const crossings: Crossing[] = [];
  for (const { from, to, why } of getPlace(`${folder}/`)?.rule.apart ?? []) {
    const inside = (path: string) => path.slice(folder.length + 1);
    for (const start of imports.keys()) {
      if (!start.startsWith(`${folder}/`) || !from.test(inside(start))) continue;
      const reached = new Set([start]);
      for (const path of reached) {
        for (const { specifier, line } of imports.get(path) ?? []) {
          if (!specifier.startsWith(".")) continue;
          const target = posix.normalize(posix.join(posix.dirname(path), specifier));
          if (to.test(inside(target))) {
            crossings.push({ path, line, message: `${inside(start)} reaches ${inside(target)}: ${why}.` });
          } else if (imports.has(target)) reached.add(target);
        }
      }
    }
  }
  return crossings;
}

function getPackage(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isAt(path: string, place: string): boolean {
  return place.endsWith("/") ? path.startsWith(place) : path === place;
}

function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || path.includes("/src/testing/");
}
