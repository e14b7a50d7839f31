import { posix } from "node:path";
import { readImports } from "../borders/read-imports.ts";

/** Parts that reach each other, and the imports that make it so. */
export interface Circle {
  /** The folder whose files and folders these are. */
  folder: string;
  /** Names in that folder; a folder ends with a slash. */
  members: readonly string[];
  imports: readonly Edge[];
}

export interface Edge {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** What the sources of one package import of each other. Tests are left out: nothing imports them. */
export function listEdges(files: ReadonlyMap<string, string>): Edge[] {
  const edges: Edge[] = [];
  for (const [path, source] of files) {
    if (isTest(path)) continue;
    for (const { specifier, typeOnly } of readImports(path, source)) {
      if (!specifier.startsWith(".")) continue;
      const to = posix.join(posix.dirname(path), specifier);
      if (files.has(to)) edges.push({ from: path, to, typeOnly });
    }
  }
  return edges;
}

/**
 * Circles between the files and folders that lie in one folder: at each level, a folder counts as all that is in it. A
 * file that a subfolder shares with its parent is no circle; two folders that each import the other are, types included.
 */
export function findFolderCircles(edges: readonly Edge[]): Circle[] {
  const levels = new Map<string, Edge[]>();
  for (const edge of edges) {
    const folder = commonFolder(edge.from, edge.to);
    levels.set(folder, [...(levels.get(folder) ?? []), edge]);
  }
  return [...levels].flatMap(([folder, inside]) => {
    const member = (path: string) => getMember(folder, path);
    return findComponents(inside.map(({ from, to }) => [member(from), member(to)]))
      .filter((members) => members.some((name) => name.endsWith("/")))
      .map((members) => describe(folder, members, inside, member));
  });
}

/** Files that import each other, be it by their types alone: neither can be read without the other. */
export function findFileCircles(edges: readonly Edge[]): Circle[] {
  return findComponents(edges.map(({ from, to }) => [from, to])).map((members) =>
    describe("", members, edges, (path) => path),
  );
}

function describe(
  folder: string,
  members: readonly string[],
  edges: readonly Edge[],
  member: (path: string) => string,
): Circle {
  const imports = edges.filter(
    ({ from, to }) =>
      member(from) !== member(to) && members.includes(member(from)) && members.includes(member(to)),
  );
  return { folder, members, imports };
}

function commonFolder(a: string, b: string): string {
  const [x, y] = [a.split("/"), b.split("/")];
  let depth = 0;
  while (depth < x.length - 1 && depth < y.length - 1 && x[depth] === y[depth]) depth += 1;
  return x.slice(0, depth).join("/");
}

function getMember(folder: string, path: string): string {
  const [first = "", ...rest] = path.slice(folder === "" ? 0 : folder.length + 1).split("/");
  return rest.length === 0 ? first : `${first}/`;
}

/** Strongly connected components of more than one node (Tarjan), each sorted. */
function findComponents(edges: readonly (readonly [string, string])[]): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (from === to) continue;
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const components: string[][] = [];
  const visit = (node: string): number => {
    let low = order.size;
    order.set(node, low);
    stack.push(node);
    const own = low;
    for (const target of targets.get(node) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target) ?? low);
      lowest.set(node, low);
    }
    lowest.set(node, low);
    if (low === own) {
      const component = stack.splice(stack.indexOf(node));
      if (component.length > 1) components.push(component.sort());
    }
    return low;
  };
  for (const node of targets.keys()) if (!order.has(node)) visit(node);
  return components;
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
