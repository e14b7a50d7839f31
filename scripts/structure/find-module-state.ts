import { parseSync } from "oxc-parser";

const containers = new Set(["Map", "Set", "WeakMap", "WeakSet"]);

/**
 * Variables at the top of a file that can change while the process runs: `let`, and maps and sets that are not typed as
 * read-only. What they hold would be another in each process that shares a store.
 */
export function findModuleState(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    if (/\.test\.ts$|\/testing\//.test(path)) continue;
    for (const statement of parseSync(path, text).program.body) {
      const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declaration?.type !== "VariableDeclaration") continue;
      for (const { id, init } of declaration.declarations) {
        if (id.type !== "Identifier") continue;
        const isContainer =
          init?.type === "NewExpression" &&
          init.callee.type === "Identifier" &&
          containers.has(init.callee.name);
        const isReadOnly = /:\s*Readonly(?:Map|Set)\b/.test(text.slice(id.start, id.end));
        if (declaration.kind === "let" || (isContainer && !isReadOnly)) found.push(`${path}: ${id.name}`);
      }
    }
  }
  return found;
}
