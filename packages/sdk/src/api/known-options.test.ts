import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { memoryJournal } from "../loop/memory-journal.ts";
import type { Session } from "../sessions/session.ts";
import { fakeTransport } from "../testing/fake-transport.ts";
import { result, session as wireSession } from "../testing/responses.ts";
import { unwrapWebhook } from "../webhooks/unwrap-webhook.ts";

async function open() {
  const { transport, requests } = fakeTransport(({ path }) => ({
    body: path === "/v1/sessions" ? wireSession : path.endsWith("reconcile") ? { status: "failed" } : result,
  }));
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport });
  // as JavaScript sees it: no types
  const session: Session & Record<string, CallableFunction> = Object(
    await codespar.sessions.create({ preset: "all" }),
  );
  const client: Record<string, CallableFunction> = Object(codespar);
  const sent = () => requests.slice(1).map(({ body }) => JSON.parse(body ?? "{}"));
  return { codespar: client, typed: codespar, session, sent };
}

const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 100, currency: "BRL" } } as const;

describe("options that there are not, in plain JavaScript", () => {
  it.each([
    [{ api_key: "csk_test_x" }, "api_key: is not an option. Did you mean apiKey?"],
    [{ baseURL: "http://localhost" }, "baseURL: is not an option. Did you mean baseUrl?"],
    [{ apiKey: "csk_test_x", max_retries: 1 }, "max_retries: is not an option. Did you mean maxRetries?"],
  ])("new CodeSpar(%j) is refused", (options, message) => {
    expect(() => new CodeSpar(Object(options))).toThrow(message);
  });

  it.each([
    [{ idempotency_key: "x" }, "options.idempotency_key: is not an option. Did you mean idempotencyKey?"],
    [{ timeout: 1 }, "options.timeout: is not an option. Did you mean timeoutMs?"],
    [{ colour: 1 }, "There are idempotencyKey, timeoutMs, maxRetries, signal."],
    ["order-1", "options: must be an object, not a string."],
  ])("execute(call, %j) is refused, and nothing is sent", async (options, message) => {
    const { session, sent } = await open();
    await expect(
      session.execute(pay, Object(options) === options ? Object(options) : options),
    ).rejects.toThrow(message);
    await expect(
      session.sendStream(pay, Object(options) === options ? Object(options) : options).result(),
    ).rejects.toThrow(message);
    expect(sent()).toEqual([]);
  });

  it("unwrap, wait and loops take no others either", async () => {
    const { typed, session } = await open();
    await expect(unwrapWebhook(Object({}), "whsec_x", Object({ tolerance: 1 }))).rejects.toThrow(
      "Did you mean toleranceSeconds?",
    );
    await expect(typed.toolCalls.wait("tc_1", Object({ timeout: 1 }))).rejects.toThrow(
      "Did you mean timeoutMs?",
    );
    await expect(session.loop(Object({ steps: [pay], retry: {} }))).rejects.toThrow(
      "Did you mean retryPolicy?",
    );
    await expect(session.loop(Object({ steps: [{ ...pay, compensation: null }] }))).rejects.toThrow(
      "steps.0.compensation: is not an option. Did you mean compensate?",
    );
    await expect(session.loop(Object({ steps: [{ ...pay, retry: { retries: 1 } }] }))).rejects.toThrow(
      "steps.0.retry.retries",
    );
  });
});

describe("calls in another form", () => {
  it.each([
    [{ tool: "codespar_pay", input: {} }, "tool: is not a field of a call. Did you mean name?"],
    [{ name: "codespar_pay", input: {} }, "input: is not a field of a call. Did you mean arguments?"],
    [{ ...pay, id: "call_1" }, "id: is not a field of a call, which is { name, arguments }."],
    [{ name: "codespar_pay" }, "arguments: must be an object, such as {}."],
    [{ name: "codespar_pay", arguments: "{}" }, "arguments: must be an object, such as {}."],
    [undefined, "name: must be a tool's name. A call is { name, arguments }."],
  ])("%j is refused by the field that is wrong", async (call, message) => {
    const { session, sent } = await open();
    await expect(session.execute(Object(call))).rejects.toThrow(message);
    expect(sent()).toEqual([]);
  });

  // findings/outside.md, 12
  it("of 0.11 are taken where they mean the same", async () => {
    const { codespar, session, sent } = await open();
    await session.execute("stripe_get_balance" as never, Object({ account: "a" }));
    await session.loop(
      Object({ steps: [{ tool: "asaas_get_customer", params: { id: "cus_1" } }], journal: memoryJournal() }),
    );
    await codespar.create?.("user_1", { servers: ["stripe"] });
    expect(sent()).toEqual([
      { name: "stripe_get_balance", arguments: { account: "a" } },
      { name: "asaas_get_customer", arguments: { id: "cus_1" } },
      { servers: ["stripe"], user_id: "user_1" },
    ]);
  });

  it.each(["codespar_pay", "codespar_checkout", "codespar_invoice", "codespar_ship"])(
    "of 0.11 are refused for %s, whose amounts were in major units then",
    async (name) => {
      const { session, sent } = await open();
      await expect(session.execute(name as never, Object({ amount: 149 }))).rejects.toThrow(
        "14900 for R$ 149.00",
      );
      await expect(
        session.loop(Object({ steps: [{ tool: name, params: { amount: 149 } }] })),
      ).rejects.toThrow("14900 for R$ 149.00");
      expect(sent()).toEqual([]);
    },
  );
});
