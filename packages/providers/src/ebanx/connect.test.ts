import { describe, expect, it } from "vitest";
import { ebanxConnector } from "./connect.ts";
import { readEbanxError } from "./errors.ts";
import { ebanxWebhooks } from "./webhooks.ts";

const error = (status_code: string) => ({ status: "ERROR", status_code, status_message: "No." });
const meaning = (status_code: string) => {
  const code = readEbanxError(200, error(status_code))?.code ?? "";
  return ebanxConnector.outcomes.find(
    (rule) => (rule.code instanceof RegExp && rule.code.test(code)) || rule.code === code,
  )?.means;
};

describe("a response with HTTP 200", () => {
  it("is a failure where its own status says so", () => {
    expect(ebanxConnector.isFailure?.(error("BP-DR-13"))).toBe(true);
    expect(ebanxConnector.isFailure?.({ status: "SUCCESS", payment: { status: "CA" } })).toBe(false);
    expect(readEbanxError(200, error("BP-DR-13"))).toEqual({ code: "BP-DR-13", message: "No." });
    expect(readEbanxError(502, "<html>")).toBeUndefined();
  });

  it.each([
    ["BP-DR-0", "unknown"],
    ["BP-DR-13", "refused"],
    ["BP-REF-7", "refused"],
    ["BP-SA-1", "unauthorized"],
    ["BP-SA-2", "unauthorized"],
    ["DA-1", "unauthorized"],
    ["A-CODE-OF-TOMORROW", undefined],
  ])("%s means %s", (code, means) => {
    expect(meaning(code)).toBe(means);
  });
});

it("carries the key in the body, where a caller's own fields cannot take its place", async () => {
  const complete = (args: object) =>
    ebanxConnector.complete?.("ebanx_get_payment", { ...args }, { integration_key: "test_ik_1" }, "test");
  expect(await complete({ hash: "h" })).toEqual({ integration_key: "test_ik_1", hash: "h" });
  expect(await complete({ integration_key: "other" })).toEqual({ integration_key: "test_ik_1" });
});

describe("a notification (docs.ebanx.com, payment notifications)", () => {
  const read = (body: string) =>
    ebanxWebhooks.readSubjects(
      { url: "", query: "", headers: {}, body },
      ebanxWebhooks.readBody?.(body) ?? null,
    );

  it("names one payment or several", () => {
    expect(read("operation=payment_status_change&notification_type=update&hash_codes=a1,b2")).toEqual([
      { key: "a1 update", type: "update", kind: "payment", id: "a1" },
      { key: "b2 update", type: "update", kind: "payment", id: "b2" },
    ]);
  });

  it.each(["operation=other&hash_codes=a1", "operation=payment_status_change", "", "{}"])(
    "is about nothing: %s",
    (body) => {
      expect(read(body)).toEqual([]);
    },
  );
});
