import type { SessionSource } from "../sessions/session-source.ts";

/**
 * What clients send to a model at most. VS Code: "Cannot have more than 128 tools per request" (microsoft/vscode#337428). Cursor
 * has stopped at 40.
 */
const mostTools = { "VS Code": 128, Cursor: 40 };

/** Says how many tools are offered where that is more than clients take. */
export async function warnOfManyTools(source: SessionSource, tell: (line: string) => void): Promise<void> {
  // a tool call says why there is no session
  const tools = await source
    .current()
    .then((session) => session.tools())
    .catch(() => []);
  const over = Object.entries(mostTools).filter(([, most]) => tools.length > most);
  if (over.length === 0) return;
  const limits = over.map(([client, most]) => `${client} stops at ${most}`).join(", ");
  tell(
    `${tools.length} tools are offered, and clients take fewer: ${limits}. Attach fewer servers (--servers stripe,asaas), or name tools (--tools codespar_pay,stripe_get_balance).`,
  );
}
