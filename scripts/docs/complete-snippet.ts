/**
 * What a block may use without saying where it comes from, and how it is made. A later one may need an earlier one.
 * Every block that uses one of them runs in a sandbox of its own.
 */
const given: readonly { name: string; needs: readonly string[]; code: string }[] = [
  {
    name: "createSandbox",
    needs: [],
    code: 'import { createSandbox } from "@codespar/sandbox";',
  },
  {
    name: "CodeSpar",
    needs: [],
    code: 'import { CodeSpar } from "@codespar/sdk";',
  },
  {
    name: "sandbox",
    needs: ["createSandbox"],
    code: "const sandbox = createSandbox();",
  },
  {
    name: "codespar",
    needs: ["sandbox", "CodeSpar"],
    code: 'const codespar = new CodeSpar({ apiKey: "csk_test_docs", transport: sandbox.transport });',
  },
  {
    name: "session",
    needs: ["codespar"],
    code: 'const session = await codespar.sessions.create({ servers: ["asaas", "mercadopago", "nuvem-fiscal", "melhor-envio", "z-api"] });',
  },
];

/** A block as a program: what it takes for granted stands before it. */
export function completeSnippet(code: string): string {
  // comments and texts name nothing; what stands in a template's braces does
  const bare = code.replace(/\/\/.*|\/\*[\s\S]*?\*\/|"[^"\n]*"|'[^'\n]*'/g, "");
  const before: string[] = [];
  const needed = new Set<string>();
  for (const { name, needs, code: making } of given.toReversed()) {
    if (isDeclaredIn(bare, name) || !(needed.has(name) || isUsedIn(bare, name))) continue;
    before.unshift(making);
    for (const need of needs) needed.add(need);
  }
  return [...before, code, "export {};", ""].join("\n");
}

function isUsedIn(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w])${name}\\b(?!\\s*:)`).test(code);
}

function isDeclaredIn(code: string, name: string): boolean {
  return new RegExp(
    `\\b(?:const|let|using|function|class)\\s+${name}\\b|\\bimport\\s[^;]*\\b${name}\\b`,
  ).test(code);
}
