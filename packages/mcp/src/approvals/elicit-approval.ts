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

/** What the person said; undefined when this request brings no answer. */
export function readApproval({ mcpReq }: Pick<ServerContext, "mcpReq">): "approved" | "declined" | undefined {
  const response = inputResponse(mcpReq.inputResponses, question);
  if (response.kind !== "elicit") return undefined;
  return response.action === "accept" && response.content?.approve === true ? "approved" : "declined";
}

/** Whether the client can ask its person by a form. */
export function canElicit(
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

/** Asks the person about a held-back call; `state` comes back with the answer. */
export function elicitApproval(
  { message, expires_at }: AgentFailure,
  tool: string,
  args: unknown,
  state: string,
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
    requestState: state,
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
