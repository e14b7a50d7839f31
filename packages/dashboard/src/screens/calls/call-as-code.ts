import { readableJson } from "@codespar/contract";

export interface CallCode {
  /** Where the API is, without a slash at its end. */
  baseUrl: string;
  sessionId: string;
  tool: string;
  arguments: object;
}

/** The call as a command for a POSIX shell. The key is a variable: none is ever in the page. */
export function callAsCurl({ baseUrl, sessionId, tool, arguments: args }: CallCode): string {
  const body = readableJson({ name: tool, arguments: args }, 0);
  return [
    `curl ${quote(`${baseUrl}/v1/sessions/${encodeURIComponent(sessionId)}/execute`)} \\`,
    `  -H "Authorization: Bearer $CODESPAR_API_KEY" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${quote(body)}`,
  ].join("\n");
}

/** The call as a program. */
export function callAsTypeScript({ baseUrl, sessionId, tool, arguments: args }: CallCode): string {
  return [
    `import { CodeSpar } from "@codespar/sdk";`,
    "",
    `const codespar = new CodeSpar({ baseUrl: ${JSON.stringify(baseUrl)} });`,
    `const session = await codespar.sessions.get(${JSON.stringify(sessionId)});`,
    "const result = await session.execute({",
    `  name: ${JSON.stringify(tool)},`,
    `  arguments: ${readableJson(args).replaceAll("\n", "\n  ")},`,
    "});",
  ].join("\n");
}

/** In single quotes nothing means anything to a shell, but a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
