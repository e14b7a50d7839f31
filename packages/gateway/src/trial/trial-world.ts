import { createBackend, memoryStore, secureRandom, systemTimers, timeOrderedIds } from "@codespar/backend";
import type { Credentials, Provider } from "@codespar/backend/ports";
import type { PayOutput, ToolResult } from "@codespar/contract";
import { translators } from "@codespar/providers";
import {
  type ConnectedProvider,
  type ConnectorDefinition,
  connect,
  type Sender,
} from "@codespar/providers/connect";

export interface TrialOptions {
  definition: ConnectorDefinition;
  credentials: Credentials;
  /** An emulator in the place of the provider's test host. */
  baseUrl?: string | undefined;
  /** Sends the requests. @default as the gateway does */
  send?: Sender | undefined;
}

/** What the provider was asked to do last, as it is kept while an outcome is unknown. */
interface LastEffect {
  operationId: string;
  tool: string;
  arguments: Parameters<Provider["execute"]>[0]["arguments"];
  at: number;
}

/** A whole CodeSpar in memory over one provider's test environment: calls go the way that an agent's go. */
export interface Trial {
  pay(args: object): Promise<PayOutput>;
  /** Whether the provider is found to have done what it was asked last, by what it carries of ours. */
  findLastEffect(): Promise<"done" | "never" | "unknown">;
}

const apiKey = "csk_test_trial";

/** Throws one line that says what is wrong with the credentials. */
export async function openTrial({ definition, credentials, baseUrl, send }: TrialOptions): Promise<Trial> {
  const { id } = definition;
  const provider: ConnectedProvider = connect(definition, { environment: "test", baseUrl, send });
  let last: LastEffect | undefined;
  const watched: Provider = {
    ...provider,
    execute(call) {
      const risk = provider.tools.find(({ name }) => name === call.tool)?.risk;
      if (risk !== "read" && risk !== "quote") {
        last = { operationId: call.operationId, tool: call.tool, arguments: call.arguments, at: Date.now() };
      }
      return provider.execute(call);
    },
  };
  const backend = createBackend({
    store: memoryStore(),
    providers: [watched],
    translators,
    clock: Date,
    timers: systemTimers,
    ids: timeOrderedIds(Date, secureRandom()),
    keyring: {
      current: "trial",
      keys: { trial: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64") },
    },
    // the session has to find the connection that is stored below, and no other
    livemode: true,
  });
  const { organisation } = await backend.organisations.create({
    plan: "enterprise",
    apiKey,
    livemode: false,
  });

  async function post(path: string, body: object): Promise<unknown> {
    const response = await backend.handle({
      method: "POST",
      path,
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const result: unknown = JSON.parse(String(response.body));
    const problem = getProblem(result);
    if (problem !== undefined) throw new Error(problem);
    return result;
  }

  await post("/v1/connections", { server_id: id, credentials });
  // what the contract says of both
  const session = (await post("/v1/sessions", { servers: [id] })) as { id: string };
  return {
    async pay(args) {
      const result = (await post(`/v1/sessions/${session.id}/execute`, {
        name: "codespar_pay",
        arguments: args,
      })) as ToolResult<PayOutput>;
      if (result.success) return result.data;
      throw new Error(`${id} refused: ${result.error.message}`);
    },
    async findLastEffect() {
      if (last === undefined) return "unknown";
      const { operationId, tool, arguments: args, at } = last;
      const found = await provider.find(operationId, {
        account: organisation.id,
        credentials,
        signal: AbortSignal.timeout(30_000),
        dispatched: {
          tool,
          arguments: args,
          dispatchedAt: at,
          environment: "test",
          version: provider.version,
        },
      });
      return found.status;
    },
  };
}

/** The message of an error body; a tool's own failure has an object under `error`. */
function getProblem(result: unknown): string | undefined {
  if (typeof result !== "object" || result === null || !("error" in result)) return undefined;
  const { error, message } = result as { error: unknown; message?: unknown };
  return typeof error === "string" ? String(message) : undefined;
}
