import {
  CLIENT_INFO_META_KEY,
  createRequestStateCodec,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";

/** What a person was asked: which call, held back by which approval, and under which key it is made. */
export interface Question {
  approvalId: string;
  idempotencyKey: string;
  tool: string;
  /** The arguments in canonical form. */
  arguments: string;
}

/** The questions that this server has put and that nobody has answered yet. */
export interface ApprovalQuestions {
  /** For `ServerOptions.requestState`: refuses state that was not made here, for this client. */
  verify(state: string, context: ServerContext): Promise<unknown>;
  /** Notes a question, and gives the state that its answer has to bring along. */
  put(question: Question, context: ServerContext): Promise<string>;
  /** Takes the question that this request answers off the list; undefined when it answers none. */
  take(call: Pick<Question, "tool" | "arguments">, context: ServerContext): Question | undefined;
}

/** Seconds that a person has. The approval itself may end earlier. */
const responseTimeLimit = 600;
/** Questions that are open at once; beyond, the oldest is forgotten. */
const mostOpen = 1000;

/**
 * A state travels through the client, so it is signed and only names a question that is kept here: an answer counts once, for the
 * very call that was shown, from the client that was asked. Answers have to come back to the process that asked.
 */
export function createApprovalQuestions(): ApprovalQuestions {
  const open = new Map<string, Question>();
  const codec = createRequestStateCodec<string>({
    key: crypto.getRandomValues(new Uint8Array(32)),
    ttlSeconds: responseTimeLimit,
    bind: getClient,
  });
  return {
    verify: codec.verify,
    async put(question, context) {
      const id = crypto.randomUUID();
      open.set(id, question);
      const [oldest] = open.keys();
      if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
      return codec.mint(id, context);
    },
    take(call, { mcpReq }) {
      const id = mcpReq.requestState<string>();
      if (id === undefined) return undefined;
      const question = open.get(id);
      open.delete(id);
      if (question?.tool === call.tool && question.arguments === call.arguments) return question;
      // as the protocol's own check says it
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, "Invalid or expired requestState", {
        reason: "invalid_request_state",
      });
    },
  };
}

/** What a client is known by: how it calls itself, and what it authorises itself with. */
function getClient({ mcpReq, http }: ServerContext): string {
  // the SDK has checked the envelope; its type names no keys
  const envelope: { [CLIENT_INFO_META_KEY]?: unknown } = mcpReq.envelope ?? {};
  return JSON.stringify([
    mcpReq.method,
    envelope[CLIENT_INFO_META_KEY] ?? null,
    http?.authInfo?.clientId ?? null,
    http?.req?.headers.get("authorization") ?? null,
  ]);
}
