import type { AgentOptions, ApprovalRequest, OptionNames, ToolSelection } from "@codespar/sdk/agent";

/** Options of `createMcpServer` and `createMcpHandler`. */
export interface McpOptions extends Pick<AgentOptions, "timeoutMs" | "maxResultChars"> {
  /** `"all"`, names, or a test. @default the six meta-tools */
  tools?: ToolSelection | undefined;
  /**
   * Approves a call that the session's policy held back, once the client's person said yes, such as
   * `({ approval_id }) => codespar.approvals.approve(approval_id, { by: "…" })`. Without it, nobody is asked and the
   * model is told that a person has to approve.
   */
  approve?: ((request: ApprovalRequest) => unknown) | undefined;
  /** How the server presents itself. @default CodeSpar's name and this package's version */
  serverInfo?: { name: string; version: string } | undefined;
}

export const mcpOptionNames: OptionNames<McpOptions> = {
  tools: true,
  timeoutMs: true,
  maxResultChars: true,
  approve: true,
  serverInfo: true,
};
