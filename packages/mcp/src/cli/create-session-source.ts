import { CodeSpar } from "@codespar/sdk";
import type { ApprovalRequest } from "@codespar/sdk/agent";
import { renewingSessions } from "../sessions/renewing-sessions.ts";
import type { SessionSource } from "../sessions/session-source.ts";
import type { Settings } from "./read-settings.ts";

/** The key of the embedded sandbox; any would do. */
const sandboxKey = "csk_test_mcp";

export interface Opened {
  source: SessionSource;
  approve: (request: ApprovalRequest) => Promise<unknown>;
  close(): Promise<void>;
}

/** A client by the settings, whose sessions are opened when they are needed. */
export function createSessionSource(settings: Settings): Opened {
  const { apiKey = sandboxKey, baseUrl, servers, preset, metadata, policy } = settings;
  const codespar = new CodeSpar({ apiKey, baseUrl });
  let close = async () => {};
  const source = renewingSessions(async () => {
    const session = await codespar.sessions.create({ servers, preset, metadata, policy });
    close = () => session.close();
    return session;
  });
  return {
    source,
    approve: ({ approval_id }) =>
      codespar.approvals.approve(approval_id, { by: "the person at the MCP client" }),
    async close() {
      await close().catch(() => {});
      await codespar.close();
    },
  };
}
