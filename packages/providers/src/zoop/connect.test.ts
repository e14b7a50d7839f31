import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import type { LookUpContext } from "../connect/connector-definition.ts";
import { zoopConnector } from "./connect.ts";
import { readZoopError } from "./errors.ts";
import { zoopWebhooks } from "./webhooks.ts";

const credentials = { api_key: "zpk_test_1", marketplace_id: "0".repeat(32), seller_id: "1".repeat(32) };
const dispatchedAt = Date.parse("2026-11-20T15:00:00Z");

function lookUp(tool: string, args: JsonObject, pages: readonly (JsonObject | undefined)[]) {
  const asked: JsonObject[] = [];
  const find = zoopConnector.effects[tool]?.find;
  if (find?.find !== "look up") throw new Error(`${tool} is not looked up.`);
  const context: LookUpContext = {
    arguments: args,
    reference: "tc_1-order-7",
    operationId: "tc_1",
    dispatchedAt,
    read: async (_tool, readArguments) => {
      asked.push(readArguments);
      return pages[asked.length - 1];
    },
  };
  return find.lookUp(context).then((found) => ({ found, asked }));
}

const item = (reference_id: string, created_at = "2026-11-20T15:00:01+00:00"): JsonObject => ({
  reference_id,
  created_at,
});

describe("a lost transaction", () => {
  it("is looked for page by page, by our whole reference", async () => {
    const ours = item("tc_1-order-7");
    const pages = [
      { items: [item("order-7"), item("tc_1")], has_more: true },
      { items: [ours], has_more: true },
    ];
    const { found, asked } = await lookUp("zoop_create_transaction", {}, pages);
    expect(found).toBe(ours);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 100]);
  });

  it.each<[string, JsonObject[]]>([
    ["where the list ends", [{ items: [item("a")], has_more: false }]],
    [
      "where it is older than the call",
      [{ items: [item("a", "2026-11-20T14:00:00+00:00")], has_more: true }],
    ],
  ])("is not found %s, and no more is read", async (_name, pages) => {
    const { found, asked } = await lookUp("zoop_create_transaction", {}, pages);
    expect([found, asked.length]).toEqual([undefined, 1]);
  });
});

describe("a lost void", () => {
  const event = (amount: string): JsonObject => ({ operation_type: "void", status: "succeeded", amount });
  const read = async (status: string, history: JsonObject[]) => {
    const transaction = { status, history };
    const { found } = await lookUp("zoop_refund_transaction", { amount: 12990 }, [transaction]);
    return found === transaction;
  };

  it("is found where one void of its amount took all, and is unknown everywhere else", async () => {
    expect(await read("canceled", [event("129.90")])).toBe(true);
    expect(await read("canceled", [event("29.90"), event("100.00")])).toBe(false);
    expect(await read("canceled", [event("100.00")])).toBe(false);
    // a part: another call may have given back the same
    expect(await read("succeeded", [event("129.90")])).toBe(false);
    expect(await read("succeeded", [])).toBe(false);
  });
});

it("charges on behalf of the connection's seller, unless its caller names one", async () => {
  const complete = (tool: string, args: object) =>
    zoopConnector.complete?.(tool, { ...args }, credentials, "test");
  for (const tool of ["zoop_create_transaction", "zoop_capture_transaction", "zoop_refund_transaction"])
    expect(await complete(tool, {})).toEqual({ on_behalf_of: credentials.seller_id });
  const own = { on_behalf_of: "2".repeat(32) };
  expect(await complete("zoop_create_pix_payment", own)).toEqual(own);
  expect(await complete("zoop_get_balance", {})).toEqual({ seller_id: credentials.seller_id });
  expect(await complete("zoop_get_transaction", {})).toEqual({});
  expect(zoopConnector.authorize(credentials, "", undefined, "").authorization).toBe(
    `Basic ${btoa("zpk_test_1:")}`,
  );
});

it("reads an error by its category", () => {
  const error = { type: "card_error", category: "card_declined", message: "No." };
  expect(readZoopError(402, { error })).toEqual({
    type: "card_error",
    code: "card_declined",
    message: "No.",
  });
  expect(readZoopError(500, "<html>")).toBeUndefined();
});

describe("an event (recorded by imobanco/zoop-wrapper)", () => {
  const object = { id: "t1", amount: "14.99", reference_id: "tc_1-order-7" };
  const webhook = { url: "", query: "", headers: { authorization: "secret" }, body: "" };

  it("has the transaction in its payload, or at once", () => {
    expect(
      zoopWebhooks.readSubjects(webhook, { id: "e1", type: "transaction.succeeded", payload: { object } }),
    ).toEqual([
      { key: "e1", type: "transaction.succeeded", kind: "payment", id: "t1", reference: "tc_1-order-7" },
    ]);
    const type = "transaction.pre_authorization.succeeded";
    expect(zoopWebhooks.readSubjects(webhook, { type, object })).toMatchObject([
      { key: `t1 ${type} 14.99`, id: "t1" },
    ]);
    expect(zoopWebhooks.readSubjects(webhook, { type: "document.created", payload: { object } })).toEqual([]);
  });

  it("carries the authorization that was registered, and no other", async () => {
    expect(await zoopWebhooks.verify(webhook, "secret", 0)).toBe(true);
    expect(await zoopWebhooks.verify(webhook, "other", 0)).toBe(false);
    expect(await zoopWebhooks.verify({ ...webhook, headers: {} }, "secret", 0)).toBe(false);
  });
});
