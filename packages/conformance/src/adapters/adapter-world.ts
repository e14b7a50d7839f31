import type { Policy, Transport, TransportRequest } from "@codespar/contract";
import { createSandbox, type Sandbox } from "@codespar/sandbox";
import { CodeSpar, type Session } from "@codespar/sdk";

/** A sandbox with an open session, and what a case needs to spoil it. */
export interface AdapterWorld {
  sandbox: Sandbox;
  codespar: CodeSpar;
  session: Session;
  /** From now on, requests carry this key. */
  useKey(key: string): void;
  /** From now on, tool calls are answered like this, as the API would. */
  answerCalls(status: number, body: Record<string, unknown>): void;
}

export interface AdapterWorldOptions {
  servers?: string[] | undefined;
  policy?: Policy | undefined;
  maxRetries?: number | undefined;
}

/** Opens a session on a sandbox of its own. Time stands still and providers give up after 50 ms. */
export async function openAdapterWorld(options: AdapterWorldOptions = {}): Promise<AdapterWorld> {
  const { servers = ["stripe", "mercadopago", "asaas"], policy, maxRetries = 0 } = options;
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z", providerTimeoutMs: 50 });
  let key: string | undefined;
  let canned: { status: number; body: Record<string, unknown> } | undefined;
  const transport: Transport = {
    async request(request) {
      if (canned !== undefined && isToolCall(request)) return cannedResponse(canned);
      if (key === undefined) return sandbox.transport.request(request);
      const headers = { ...request.headers, authorization: `Bearer ${key}` };
      return sandbox.transport.request({ ...request, headers });
    },
  };
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport, maxRetries });
  const session = await codespar.sessions.create({ servers, ...(policy === undefined ? {} : { policy }) });
  return {
    sandbox,
    codespar,
    session,
    useKey(other) {
      key = other;
    },
    answerCalls(status, body) {
      canned = { status, body };
    },
  };
}

/** How many times something happened in the outside world. */
export function countEffects({ sandbox }: Pick<AdapterWorld, "sandbox">): number {
  return sandbox.calls.filter(({ effect }) => effect).length;
}

function isToolCall({ method, path }: TransportRequest): boolean {
  return method === "POST" && /\/(execute|send)$/.test(path);
}

function cannedResponse({ status, body }: { status: number; body: Record<string, unknown> }) {
  const text = JSON.stringify({ status, request_id: "req_1", retryable: false, ...body });
  return {
    status,
    headers: { "content-type": "application/json", "x-request-id": "req_1" },
    text: async () => text,
    async *stream() {
      yield new TextEncoder().encode(text);
    },
  };
}
