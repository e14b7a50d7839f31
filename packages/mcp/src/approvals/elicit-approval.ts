import type { AgentFailure } from "@codespar/sdk/agent";
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";

const question = "approval";

/** What the person answered to an earlier round of this call; undefined when nobody was asked. */
export function readApproval({ mcpReq }: Pick<ServerContext, "mcpReq">): "approved" | "declined" | undefined {
  const response = inputResponse(mcpReq.inputResponses, question);
  if (response.kind !== "elicit") return undefined;
  return response.action === "accept" && response.content?.approve === true ? "approved" : "declined";
}

/** A call that was put to the person: under which key, and which approval they were asked for. */
export interface ApprovalRound {
  approvalId: string;
  idempotencyKey: string;
}

/** The earlier round of this call, as `elicitApproval` wrote it; undefined when there was none or the client lost it. */
export function readRound({ mcpReq }: Pick<ServerContext, "mcpReq">): ApprovalRound | undefined {
  const [, approvalId, idempotencyKey] = /^(\S+) (.+)$/s.exec(mcpReq.requestState<string>() ?? "") ?? [];
  if (approvalId === undefined || idempotencyKey === undefined) return undefined;
  return { approvalId, idempotencyKey };
}

/** Whether the client can ask its person by a form. */
export function canAsk(
  { mcpReq }: Pick<ServerContext, "mcpReq">,
  connection: ClientCapabilities | undefined,
): boolean {
  // the SDK has checked the envelope; its type names no keys
  const envelope: { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined = mcpReq.envelope;
  const { elicitation } = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? connection ?? {};
  if (elicitation === undefined) return false;
  // Without a mode, forms are meant.
  return elicitation.form !== undefined || elicitation.url === undefined;
}

/** Asks the person about a held-back call; the key travels along, so that the next round is the same call. */
export function elicitApproval(
  { message, expires_at, approval_id = "" }: AgentFailure,
  tool: string,
  args: unknown,
  idempotencyKey: string,
): InputRequiredResult {
  const until = expires_at === undefined ? "" : ` (open until ${expires_at})`;
  return inputRequired({
    inputRequests: {
      [question]: inputRequired.elicit({
        mode: "form",
        message: `${message}${until}\n\n${tool} ${JSON.stringify(args ?? {})}`,
        requestedSchema: {
          type: "object",
          properties: { approve: { type: "boolean", title: "Approve this call", default: false } },
          required: ["approve"],
        },
      }),
    },
    // The id holds no space; a key may be a client's own and hold anything.
    requestState: `${approval_id} ${idempotencyKey}`,
  });
}

/** What the model is told when its person said no. */
export const declinedByPerson: AgentFailure = {
  status: "refused",
  code: "approval_declined",
  message: "The person did not approve this call. Nothing was done.",
  retryable: false,
  next: "Do not make the call again. Ask your person what they would like instead.",
};
