import type { Transport, TransportResponse } from "@codespar/contract";
import { CodeSpar, OutcomeUnknownError } from "@codespar/sdk";
import { runToolCall } from "@codespar/sdk/agent";
import { describe, expect, it } from "vitest";
import { breakingStore } from "../faults/breaking-store.ts";
import { apiKey, listEffects, moneyWorld, pixCall, rejection } from "./money-world.ts";

interface Response {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** What stands between the client and CodeSpar and responds in its place, once the request has passed. */
function behind(transport: Transport, response: Response | undefined): Transport {
  return {
    async request(request) {
      const own = await transport.request(request);
      if (response === undefined || !request.path.endsWith("/execute")) return own;
      await own.text();
      const replaced: TransportResponse = {
        status: response.status,
        headers: response.headers ?? {},
        text: async () => response.body,
        async *stream() {
          yield new TextEncoder().encode(response.body);
        },
      };
      return replaced;
    },
  };
}

async function world(response: Response | undefined, options: Parameters<typeof moneyWorld>[0] = {}) {
  const { sandbox } = moneyWorld(options);
  const transport = behind(sandbox.transport, response);
  const codespar = new CodeSpar({ apiKey, transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ servers: ["asaas", "mercadopago", "melhor-envio"] });
  return { sandbox, codespar, session };
}

/** Each after the payment was made: findings/attack.md, 8, and "Doubt" in the API's amendments. */
const responses: Readonly<Record<string, Response>> = {
  "Envoy, upstream connection termination": {
    status: 503,
    body: "upstream connect error or disconnect/reset before headers. reset reason: connection termination",
  },
  "Heroku, H12": { status: 503, body: "<html><body>Application error</body></html>" },
  Fastly: { status: 503, body: "<h1>Error 503 first byte timeout</h1>" },
  "a gateway, in JSON": { status: 504, body: '{"statusCode":504,"error":"Gateway Timeout"}' },
  "a gateway, with one of our codes": {
    status: 503,
    headers: { "x-request-id": "4e1c" },
    body: '{"error":"provider_unavailable","message":"no healthy upstream"}',
  },
  "a firewall": { status: 403, body: "<html>Request blocked</html>" },
  "a proxy that empties the body": { status: 204, body: "" },
  "a captive portal": { status: 200, body: "<html>Sign in</html>" },
};

describe("an error that comes after the payment was made", () => {
  it.each(Object.entries(responses))("is no failure: %s", async (_, response) => {
    const { sandbox, codespar, session } = await world(response);
    const error = await rejection(session.execute(pixCall(5000), { idempotencyKey: "order-1" }));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(await codespar.toolCalls.reconcile("order-1")).toMatchObject({ status: "succeeded" });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it.each(Object.entries(responses))("makes no loop undo what came before: %s", async (_, response) => {
    const { sandbox, session } = await world(undefined);
    const broken = await new CodeSpar({
      apiKey,
      transport: behind(sandbox.transport, response),
      maxRetries: 0,
    }).sessions.get(session.id);
    const undo = () => ({ name: "codespar_pay", arguments: { action: "cancel", payment_id: "pay_1" } });
    const outcome = await broken.loop({ steps: [{ id: "pay", ...pixCall(5000), compensate: undo }] });
    expect(outcome).toMatchObject({ status: "failed", steps: [{ error: { code: "outcome_unknown" } }] });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it.each(Object.entries(responses))("makes no model call again: %s", async (_, response) => {
    const { session } = await world(response);
    const result = await runToolCall(session, { id: "call_1", ...pixCall(5000) });
    expect(result).toMatchObject({ failure: { status: "unknown", retryable: false } });
    expect(result.text).toMatch(/Do not make this call again/);
  });

  it("is unknown when the server could not note the end", async () => {
    const pending = Array.from(
      { length: 9 },
      () => ({ method: "settleOperation", when: "before", skip: 0 }) as const,
    );
    const { sandbox, session } = await world(undefined, {
      wrapStore: (store) => breakingStore(store, [...pending]),
      onError() {},
    });
    const error = await rejection(session.execute(pixCall(5000), { idempotencyKey: "order-1" }));
    expect(error).toMatchObject({ name: "OutcomeUnknownError", code: "outcome_unknown", status: 504 });
    expect(listEffects(sandbox)).toHaveLength(1);
  });
});
