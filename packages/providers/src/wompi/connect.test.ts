import type { Json, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { isObject } from "../json/native-json.ts";
import { wompiConnector } from "./connect.ts";
import { wompiEmulation } from "./emulate.ts";
import { readWompiError } from "./errors.ts";
import { signTransaction } from "./integrity.ts";
import { wompiWebhooks } from "./webhooks.ts";

const credentials = {
  public_key: "pub_test_1",
  private_key: "prv_test_1",
  integrity_secret: "prod_integrity_Z5mMke9x0k8gpErbDqwrJXMqsI6SFli6",
};

describe("what lets a request in", () => {
  it("is signed as Wompi's own example is (docs.wompi.co, firma de integridad)", async () => {
    const args = { reference: "sk8-438k4-xmxm392-sn2m", amount_in_cents: 2_490_000, currency: "COP" };
    const signed = await wompiConnector.complete?.("wompi_create_transaction", args, credentials, "test");
    expect(signed).toEqual({
      ...args,
      signature: "37c8407747e595535433ef8f6a811d853cd943046624a0ec04662b17bbf33bf5",
    });
  });

  it("is signed over the expiry where there is one, and over nothing that a caller signed", async () => {
    const args: JsonObject = { reference: "r", amount_in_cents: 100, currency: "COP", signature: "theirs" };
    const expiring = { ...args, expiration_time: "2026-12-02T04:59:59.000Z" };
    const [plain, late] = await Promise.all([signTransaction(args, "s"), signTransaction(expiring, "s")]);
    expect(plain).not.toBe(late);
    expect(
      await wompiConnector.complete?.("wompi_create_transaction", args, credentials, "test"),
    ).not.toMatchObject({
      signature: "theirs",
    });
    expect(await wompiConnector.complete?.("wompi_void_transaction", args, credentials, "test")).toBe(args);
  });

  it.each([
    ["wompi_create_transaction", "prv_test_1"],
    ["wompi_list_transactions", "prv_test_1"],
    ["wompi_void_transaction", "prv_test_1"],
    ["wompi_create_payment_link", "prv_test_1"],
    ["wompi_create_payment_source", "prv_test_1"],
    ["wompi_get_transaction", "pub_test_1"],
    ["wompi_list_pse_banks", "pub_test_1"],
    ["wompi_get_merchant", "pub_test_1"],
  ])("%s shows %s", (tool, key) => {
    expect(wompiConnector.authorize(credentials, "", undefined, tool)).toEqual({
      authorization: `Bearer ${key}`,
    });
  });
});

describe("an error of Wompi's", () => {
  it("names the field and keeps its words", () => {
    const body: Json = {
      error: { type: "INPUT_VALIDATION_ERROR", messages: { signature: ["La firma es inválida"] } },
    };
    expect(readWompiError(422, body)).toEqual({
      type: "INPUT_VALIDATION_ERROR",
      code: "signature",
      message: "signature: La firma es inválida",
    });
    expect(readWompiError(404, { error: { type: "NOT_FOUND_ERROR", reason: "No existe" } })).toEqual({
      type: "NOT_FOUND_ERROR",
      code: "NOT_FOUND_ERROR",
      message: "No existe",
    });
    expect(readWompiError(502, "<html>")).toBeUndefined();
  });

  it("is no refusal where the reference is used already: the first request has arrived", () => {
    const code = readWompiError(422, {
      error: { type: "INPUT_VALIDATION_ERROR", messages: { reference: ["La referencia ya ha sido usada"] } },
    })?.code;
    expect(wompiConnector.outcomes.find((rule) => rule.status === 422 && rule.code === code)?.means).toBe(
      "unknown",
    );
  });
});

describe("an event", () => {
  const secret = "test_events_secret";
  const event = {
    event: "transaction.updated",
    data: { transaction: { id: "1-2-3", status: "APPROVED", amount_in_cents: 4_490_000, reference: "tc_1" } },
    environment: "test",
    signature: { properties: ["transaction.id", "transaction.status", "transaction.amount_in_cents"] },
    timestamp: 1530291411,
  };
  const signed = async () => {
    const request = await wompiEmulation.webhooks?.sign(
      { url: "https://shop.example", secret },
      { id: "e", type: event.event, body: event },
      { now: 0, attempt: 1 },
    );
    return request?.body ?? "";
  };
  const verify = (body: string, key = secret) =>
    wompiWebhooks.verify({ url: "", query: "", headers: {}, body }, key, 0);

  it("is Wompi's, whatever the case of its checksum", async () => {
    const body = await signed();
    expect(await verify(body)).toBe(true);
    expect(await verify(body.replace(/[0-9a-f]{64}/, (sum) => sum.toUpperCase()))).toBe(true);
  });

  it.each([
    ["another amount", (body: string) => body.replace("4490000", "4490001")],
    ["another state", (body: string) => body.replace("APPROVED", "DECLINED")],
    ["no signature", () => JSON.stringify({ ...event, signature: {} })],
    ["no JSON", () => "<html>"],
  ])("is forged with %s", async (_name, forge) => {
    expect(await verify(forge(await signed()))).toBe(false);
  });

  it("is forged by another secret, and says which environment it is of", async () => {
    expect(await verify(await signed(), "test_events_other")).toBe(false);
    expect(wompiWebhooks.readEnvironment?.(event)).toBe("test");
    expect(wompiWebhooks.readEnvironment?.({ ...event, environment: "prod" })).toBe("live");
  });

  it("is about the transaction, and about nothing else of Wompi's", () => {
    const webhook = { url: "", query: "", headers: {}, body: "" };
    expect(wompiWebhooks.readSubjects(webhook, event)).toEqual([
      { key: "1-2-3 APPROVED", type: "transaction.updated", kind: "payment", id: "1-2-3", reference: "tc_1" },
    ]);
    expect(wompiWebhooks.readSubjects(webhook, { ...event, event: "nequi_token.updated" })).toEqual([]);
  });
});

it("is asked for a page by the emulator's clients alone, which gives no address", () => {
  const described = wompiEmulation.describeResult?.("wompi_create_payment_link", {
    data: { id: "l_1", url: "https://pages.example/l_1" },
  });
  expect(isObject(described?.body) ? described.body.data : undefined).toEqual({ id: "l_1" });
});
