import type { JsonObject } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asaasTools } from "../asaas/tools.ts";
import { asaasWire } from "../asaas/wire.ts";
import { mercadopagoTools } from "../mercadopago/tools.ts";
import { mercadopagoWire } from "../mercadopago/wire.ts";
import { stripeTools } from "../stripe/tools.ts";
import { stripeWire } from "../stripe/wire.ts";
import { arbitraryArguments } from "../testing/arbitrary-by-schema.ts";
import type { NativeTool } from "../tools/define-tools.ts";
import { fromHttp } from "./from-http.ts";
import { toHttp } from "./to-http.ts";
import { readRoute, type WireRequest, type WireTable } from "./wire-entry.ts";

const providers: readonly (readonly [WireTable, Readonly<Record<string, NativeTool>>])[] = [
  [asaasWire, asaasTools],
  [mercadopagoWire, mercadopagoTools],
  [stripeWire, stripeTools],
];

describe.each(providers)("the wire of $provider", (table, tools) => {
  const getSchema = (tool: string) => tools[tool]?.input;

  it("has every tool of the catalogue and no other", () => {
    expect(Object.keys(table.tools)).toEqual(Object.keys(tools));
  });

  it("has for every parameter of a path a required argument", () => {
    for (const [tool, entry] of Object.entries(table.tools)) {
      const names = [...readRoute(entry).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(tools[tool]?.input.required ?? [], tool).toEqual(expect.arrayContaining(names));
    }
  });

  it.each(Object.keys(table.tools))("reads %s back as it was sent", (tool) => {
    const { path } = readRoute(table.tools[tool] ?? { get: "" });
    const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const canStand = (args: JsonObject) => params.every((name) => !/^\.{0,2}$/.test(String(args[name])));
    fc.assert(
      fc.property(arbitraryArguments(getSchema(tool) ?? {}).filter(canStand), (args) => {
        const request = toHttp(table, tool, args);
        const sent = { ...args };
        for (const name of table.tools[tool]?.omit ?? []) delete sent[name];
        expect(fromHttp(table, request, getSchema)).toEqual({ tool, arguments: sent });
        expect(toHttp(table, tool, args)).toEqual(request);
      }),
      { numRuns: 60 },
    );
  });
});

const get = (path: string, query = ""): WireRequest => ({ method: "GET", path, query });
const stripeSchema = (tool: string) => (stripeTools as Readonly<Record<string, NativeTool>>)[tool]?.input;

describe("fromHttp", () => {
  it("says what cannot be read", () => {
    const none = () => undefined;
    expect(fromHttp(asaasWire, get("/v3/nothing"), none)).toEqual({ problem: "path" });
    expect(fromHttp(asaasWire, { ...get("/v3/payments/pay_1/refund"), method: "PUT" }, none)).toEqual({
      problem: "method",
    });
    expect(fromHttp(asaasWire, { ...get("/v3/payments"), method: "POST", body: "[1]" }, none)).toEqual({
      problem: "body",
    });
    expect(fromHttp(stripeWire, { ...get("/v1/refunds"), method: "POST", body: "a[b=1" }, none)).toEqual({
      problem: "body",
    });
    expect(fromHttp(stripeWire, get("/v1/customers", "a=1&a[b]=2"), none)).toEqual({ problem: "query" });
  });

  it("takes a search for a search, and a slash at the end for nothing", () => {
    const none = () => undefined;
    expect(fromHttp(mercadopagoWire, get("/v1/payments/search"), none)).toMatchObject({
      tool: "mercadopago_search_payments",
    });
    const preference = { ...get("/checkout/preferences"), method: "POST" as const, body: "{}" };
    expect(fromHttp(mercadopagoWire, preference, none)).toMatchObject({
      tool: "mercadopago_create_preference",
    });
  });

  it("distinguishes a cancellation from another change of a payment", () => {
    const put = { ...get("/v1/payments/7"), method: "PUT" as const };
    const none = () => undefined;
    expect(fromHttp(mercadopagoWire, { ...put, body: '{"status":"cancelled"}' }, none)).toMatchObject({
      tool: "mercadopago_cancel_payment",
    });
    expect(fromHttp(mercadopagoWire, { ...put, body: '{"capture":true}' }, none)).toMatchObject({
      tool: "mercadopago_capture_payment",
    });
    expect(fromHttp(mercadopagoWire, { ...put, body: '{"capture":false}' }, none)).toEqual({
      problem: "method",
    });
  });

  it("reads what curl and Stripe's own client send alike", () => {
    const body = (text: string) =>
      fromHttp(stripeWire, { ...get("/v1/payment_intents"), method: "POST", body: text }, stripeSchema);
    const expected = {
      tool: "stripe_create_payment_intent",
      arguments: { amount: 15990, currency: "brl", confirm: true, expand: ["latest_charge"] },
    };
    expect(body("amount=15990&currency=brl&confirm=true&expand[0]=latest_charge")).toEqual(expected);
    expect(body("amount=15990&currency=brl&confirm=true&expand%5B%5D=latest_charge")).toEqual(expected);
  });

  it("never reaches a prototype", () => {
    const call = fromHttp(
      stripeWire,
      { ...get("/v1/customers"), method: "POST", body: "__proto__[polluted]=1&metadata[__proto__]=2" },
      stripeSchema,
    );
    expect(call).toHaveProperty("tool");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("toHttp", () => {
  it("refuses what cannot stand in a path", () => {
    expect(() => toHttp(asaasWire, "asaas_get_payment", { id: ".." })).toThrow(/needs id/);
    expect(() => toHttp(asaasWire, "asaas_get_payment", {})).toThrow(/needs id/);
    expect(toHttp(asaasWire, "asaas_get_payment", { id: "../customers?x" }).path).toBe(
      "/v3/payments/..%2Fcustomers%3Fx",
    );
  });

  it("sends the bytes that Stripe's own client was seen to send", () => {
    const { body } = toHttp(stripeWire, "stripe_create_payment_intent", {
      amount: 15990,
      currency: "brl",
      confirm: true,
      payment_method_types: ["pix"],
      payment_method_data: { type: "pix" },
      metadata: { reference: "pedido-1" },
      expand: ["latest_charge.refunds"],
    });
    expect(body).toBe(
      "amount=15990&currency=brl&confirm=true&payment_method_types[0]=pix&payment_method_data[type]=pix&metadata[reference]=pedido-1&expand[0]=latest_charge.refunds",
    );
  });
});
