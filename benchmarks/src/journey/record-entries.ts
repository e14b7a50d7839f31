import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

const ownSource = /\/packages\/[^/]+\/src\/.*\.ts$/;

/** Text to insert into a source at an offset. */
interface Insertion {
  at: number;
  text: string;
}

/** The files whose functions are entered, in order, while `record` runs. */
export interface EntryRecorder {
  record(run: () => Promise<unknown>): Promise<string[]>;
}

/** Instruments each of our sources that is imported from now on: every function notes its file as it is entered. */
export function recordEntries(root: string): EntryRecorder {
  let entries: string[] | undefined;
  Object.assign(globalThis, { __entered: (file: string) => entries?.push(file) });
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith("file:") || !ownSource.test(url)) return nextLoad(url, context);
      const path = fileURLToPath(url);
      const source = instrument(path, relative(root, path).replaceAll("\\", "/"));
      return { format: "module", source: stripTypeScriptTypes(source), shortCircuit: true };
    },
  });
  return {
    async record(run) {
      const recorded: string[] = [];
      entries = recorded;
      await run();
      entries = undefined;
      return recorded;
    },
  };
}

function instrument(path: string, file: string): string {
  const text = readFileSync(path, "utf8");
  const insertions: Insertion[] = [];
  collect(parseSync(path, text).program, undefined, `__entered(${JSON.stringify(file)})`, insertions);
  insertions.sort((one, other) => other.at - one.at);
  let source = text;
  for (const { at, text: inserted } of insertions) source = source.slice(0, at) + inserted + source.slice(at);
  return source;
}

function collect(node: unknown, parent: object | undefined, mark: string, insertions: Insertion[]): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) collect(item, parent, mark, insertions);
    return;
  }
  if (isFunction(node)) {
    const { type, start, end } = node.body;
    if (type === "BlockStatement") {
      // A constructor may have to call `super` first.
      if (!isConstructor(parent)) insertions.push({ at: start + 1, text: `${mark};` });
    } else {
      insertions.push({ at: start, text: `(${mark},(` }, { at: end, text: "))" });
    }
  }
  for (const value of Object.values(node)) collect(value, node, mark, insertions);
}

interface FunctionNode {
  type: string;
  body: { type: string; start: number; end: number };
}

function isFunction(node: object): node is FunctionNode {
  if (!("type" in node) || !("body" in node)) return false;
  if (typeof node.body !== "object" || node.body === null) return false;
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(String(node.type));
}

function isConstructor(node: object | undefined): boolean {
  return node !== undefined && "kind" in node && node.kind === "constructor";
}
