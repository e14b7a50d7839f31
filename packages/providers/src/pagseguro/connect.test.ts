import { describe, expect, it } from "vitest";
import { signNotification } from "./authenticity.ts";
import { pagseguroConnector } from "./connect.ts";
import { readPagseguroError } from "./errors.ts";
import { pagseguroWebhooks } from "./webhooks.ts";

const token = "0123456789abcdef";

describe("an error of PagBank's (developer.pagbank.com.br, códigos de erro)", () => {
  it.each([
    [
      {
        error_messages: [
          { code: "40001", description: "required_parameter", parameter_name: "payment_method.capture" },
        ],
      },
      { code: "40001", message: "payment_method.capture: required_parameter" },
    ],
    [
      { code: "40002", description: "invalid_parameter" },
      { code: "40002", message: "invalid_parameter" },
    ],
    [
      { error_messages: [{ error: "invalid_value", description: "Field has an invalid value." }] },
      { code: "invalid_value", message: "Field has an invalid value." },
    ],
    ["<html>", undefined],
  ])("%j", (body, error) => {
    expect(readPagseguroError(400, body)).toEqual(error);
  });
});

describe("an order", () => {
  it("says where its notifications go, unless its caller did", async () => {
    const credentials = { token, notification_url: "https://codespar.example/v1/webhooks/pagseguro/t" };
    const complete = (args: object) =>
      pagseguroConnector.complete?.("pagseguro_create_order", { ...args }, credentials, "test");
    expect(await complete({})).toEqual({ notification_urls: [credentials.notification_url] });
    const own = { notification_urls: ["https://shop.example"] };
    expect(await complete(own)).toEqual(own);
    expect(await pagseguroConnector.complete?.("pagseguro_create_order", {}, { token }, "test")).toEqual({});
  });

  it("shows its code under the tool that asks for it", () => {
    const body = { id: "ORDE_1", qr_codes: [{ id: "QRCO_1" }] };
    const read = (tool: string) =>
      pagseguroConnector.readResult?.(tool, { status: 200, headers: {}, body, arguments: {} });
    expect(read("pagseguro_get_pix_qrcode")).toEqual({ id: "QRCO_1" });
    expect(read("pagseguro_get_order")).toEqual(body);
  });
});

describe("a notification", () => {
  const body = JSON.stringify({
    id: "ORDE_1",
    reference_id: "tc_1-order-7",
    charges: [{ id: "CHAR_1", status: "PAID", amount: { summary: { refunded: 500 } } }],
  });
  const verify = (headers: Record<string, string>, text = body) =>
    pagseguroWebhooks.verify({ url: "", query: "", headers, body: text }, token, 0);

  it("is PagBank's with its header, a hint without one, and forged with another", async () => {
    const shown = { "x-authenticity-token": await signNotification(body, token) };
    expect(await verify(shown)).toBe(true);
    expect(await verify({})).toBe(true);
    expect(await verify(shown, body.replace("500", "501"))).toBe(false);
    expect(await verify({ "x-authenticity-token": await signNotification(body, "another") })).toBe(false);
  });

  it("is about the order, once for each state and sum given back", () => {
    const webhook = { url: "", query: "", headers: {}, body };
    expect(pagseguroWebhooks.readSubjects(webhook, JSON.parse(body))).toEqual([
      { key: "ORDE_1 PAID 500", type: "PAID", kind: "payment", id: "ORDE_1", reference: "tc_1-order-7" },
    ]);
    expect(pagseguroWebhooks.readSubjects(webhook, { id: "CBKS_1" })).toEqual([]);
  });
});
