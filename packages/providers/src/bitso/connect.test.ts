import { createHmac } from "node:crypto";
import type { JsonObject } from "@codespar/contract";
import { expect, it } from "vitest";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { bitsoConnector } from "./connect.ts";

const credentials = { api_key: "key1", api_secret: "secret1" };

function setUp(status = 200, body: JsonObject = { success: true, payload: { oid: "o1" } }) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status, headers: {}, text: JSON.stringify(body) };
    },
    bitsoConnector,
    { environment: "live", clock: { now: () => Date.UTC(2026, 10, 20, 15) } },
  );
  const call = (tool: string, args: JsonObject) =>
    provider.execute({
      tool,
      arguments: args,
      operationId: "tc_1",
      account: "a",
      credentials,
      emit: () => {},
      signal: AbortSignal.timeout(5_000),
    });
  return { call, sent };
}

it("signs nonce, method, path with query and the body as they are sent, and no number twice", async () => {
  const { call, sent } = setUp();
  await call("bitso_create_order", { book: "btc_mxn", side: "buy", type: "market", major: "0.00000001" });
  await call("bitso_get_ticker", { book: "btc_mxn" });
  const nonces = sent.map(({ method, url, headers, body = "" }) => {
    const [, key = "", nonce = "", signature] =
      /^Bitso (\S+):(\d+):(\w+)$/.exec(headers.authorization ?? "") ?? [];
    const { pathname, search } = new URL(url);
    const own = createHmac("sha256", "secret1").update(`${nonce}${method}${pathname}${search}${body}`);
    expect([key, signature]).toEqual(["key1", own.digest("hex")]);
    return Number(nonce);
  });
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "POST https://api.bitso.com/api/v3/orders",
    "GET https://api.bitso.com/api/v3/ticker?book=btc_mxn",
  ]);
  expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ major: "0.00000001", origin_id: "tc_1" });
  expect(nonces[1]).toBeGreaterThan(nonces[0] ?? Infinity);
});

it.each([
  [400, "0301", { ok: false, code: "unknown_book", providerCode: "0301" }],
  [400, "0312", { ok: false, code: "not_found", providerCode: "0312" }],
  [400, "0309", { ok: false, code: "invalid_request", providerCode: "0309" }],
  [200, "0303", "unknown"],
  [400, "9999", "unknown"],
  [500, "0101", "unknown"],
  [401, "0201", { ok: false, code: "needs_connection" }],
] as const)(
  "HTTP %i with code %s: what is not documented leaves the outcome unknown",
  async (status, code, expected) => {
    const { call } = setUp(status, { success: false, error: { code, message: "No." } });
    const outcome = call("bitso_create_order", { book: "btc_mxn", side: "buy", type: "market", major: "1" });
    if (expected === "unknown") await expect(outcome).rejects.toMatchObject({ name: "OutcomeUnknown" });
    else expect(await outcome).toMatchObject(expected);
  },
);
