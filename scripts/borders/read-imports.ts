import { parseSync } from "oxc-parser";

export interface Import {
  /** As it is written. */
  specifier: string;
  /** By `import()`. */
  lazy: boolean;
  /** By `process.getBuiltinModule`, which returns nothing where there is no Node. */
  asked: boolean;
  /** Erased when types are stripped. */
  typeOnly: boolean;
  line: number;
}

/** Every module that a file names: imports, re-exports, `import()`, `import("…")` in types, `require`. */
export function readImports(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const found: Import[] = [];
  visit(program, (node) => {
    const specifier = getSpecifier(node);
    if (specifier === undefined) return;
    found.push({
      specifier,
      lazy: node.type === "ImportExpression",
      asked: node.type === "CallExpression" && calledMember(node) === "getBuiltinModule",
      typeOnly: isTypeOnly(node),
      line: source.slice(0, Number(node.start)).split("\n").length,
    });
  });
  return found;
}

type Node = Record<string, unknown>;

function visit(value: unknown, onNode: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, onNode);
  } else if (isObject(value)) {
    if (typeof value.type === "string") onNode(value);
    for (const child of Object.values(value)) visit(child, onNode);
  }
}

function getSpecifier(node: Node): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return getText(node.source ?? node.argument);
    case "TSExternalModuleReference":
      return getText(node.expression);
    case "CallExpression":
      return isRequire(node) && Array.isArray(node.arguments) ? getText(node.arguments[0]) : undefined;
    default:
      return undefined;
  }
}

function isRequire(node: Node): boolean {
  const { callee } = node;
  if (isObject(callee) && callee.type === "Identifier") return callee.name === "require";
  // `process.getBuiltinModule("node:fs")` and `require.resolve("…")` reach a module just as well
  return ["getBuiltinModule", "resolve"].includes(calledMember(node) ?? "");
}

function calledMember({ callee }: Node): string | undefined {
  const property = isObject(callee) ? callee.property : undefined;
  return isObject(property) && typeof property.name === "string" ? property.name : undefined;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const { specifiers } = node;
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((each) => isObject(each) && (each.importKind ?? each.exportKind) === "type");
}

function getText(node: unknown): string | undefined {
  if (!isObject(node)) return undefined;
  if (node.type === "TSLiteralType") return getText(node.literal);
  return typeof node.value === "string" ? node.value : undefined;
}

function isObject(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
