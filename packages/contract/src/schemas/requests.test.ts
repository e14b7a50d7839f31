import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { checkoutInputSchema } from "./checkout.ts";
import { createConnectionRequestSchema } from "./connection.ts";
import { discoverInputSchema } from "./discover.ts";
import { invoiceInputSchema } from "./invoice.ts";
import { notifyInputSchema } from "./notify.ts";
import { payInputSchema } from "./pay.ts";
import { listToolCallsQuerySchema, usageQuerySchema } from "./queries.ts";
import { createSessionRequestSchema } from "./session.ts";
import { shipInputSchema } from "./ship.ts";
import { toolCallRequestSchema } from "./tool-call.ts";
import { createTriggerRequestSchema } from "./trigger.ts";
import { validate } from "./validate.ts";

function getIssues(schema: z.ZodType, value: unknown): Record<string, string> {
  const checked = validate(schema, value);
  return checked.success
    ? {}
    : Object.fromEntries(checked.issues.map(({ path, message }) => [path, message]));
}

const pix = { method: "pix", amount: 9990, currency: "BRL" };

describe("codespar_pay", () => {
  it.each([
    pix,
    { ...pix, action: "create", customer: { document: "111.444.777-35" } },
    { ...pix, customer: { document: "12ABC34501DE35" } },
    { ...pix, method: "credit_card", card_token: "tok_1", installments: 12 },
    // what the providers give out: numbers are no tokens, and these are none
    ...["tok_test_visa_4242", "tok_1NxQ", "ff8080814c11e237014c1ff593b57b4d"].map((card_token) => ({
      ...pix,
      method: "debit_card",
      card_token,
    })),
    { ...pix, method: "pix", installments: 1 },
    { ...pix, capture: "automatic" },
    { ...pix, method: "credit_card", card_token: "tok_1", capture: "manual", installments: 3 },
    { action: "get", payment_id: "pay_1" },
    { action: "capture", payment_id: "pay_1" },
    { action: "capture", payment_id: "pay_1", amount: 100, currency: "BRL" },
    { action: "list" },
    {
      action: "list",
      reference: "order-1",
      status: "authorized",
      since: "2026-11-20T00:00:00Z",
      until: "2026-11-21T00:00:00-03:00",
      limit: 100,
      cursor: "asaas:20",
      provider: "asaas",
    },
    { action: "refund", payment_id: "pay_1", amount: 100 },
    { method: "webpay", amount: 15990, currency: "CLP", customer: { document: "12.345.670-K" } },
  ])("takes %j", (input) => {
    expect(getIssues(payInputSchema, input)).toEqual({});
  });

  it.each([
    [{ ...pix, capture: "manual" }, "capture", "credit_card"],
    [{ action: "capture", payment_id: "pay_1", capture: "manual" }, "capture", 'action "capture"'],
    [{ action: "capture", amount: 100 }, "payment_id", "required to capture"],
    [{ ...pix, status: "paid" }, "status", 'action "list"'],
    [{ action: "get", payment_id: "pay_1", limit: 5 }, "limit", 'action "list"'],
    [{ action: "list", amount: 100 }, "amount", "no filter"],
    [{ action: "list", payment_id: "pay_1" }, "payment_id", "no filter"],
    [{ action: "list", status: "authorised" }, "status", "authorized"],
    [{ action: "list", since: "2026-11-20T00:00:00Z", until: "2026-11-20T00:00:00Z" }, "until", "later"],
  ])("refuses %j at %s", (input, field, words) => {
    const issues = getIssues(payInputSchema, input);
    expect(Object.keys(issues)).toEqual([field]);
    expect(issues[field]).toContain(words);
  });

  it.each([
    [99.9, "not 99.9"],
    [-1, "at least 1"],
    [0, "at least 1"],
    ["9990", "JSON number"],
    [Number.NaN, "JSON number"],
    [null, "JSON number"],
    [10_000_000_000, "at most 9999999999"],
    [Number.MAX_SAFE_INTEGER + 2, "at most 9999999999"],
  ])("refuses the amount %s with one message that says the way out", (amount, words) => {
    const issues = getIssues(payInputSchema, { ...pix, amount });
    expect(Object.keys(issues)).toEqual(["amount"]);
    expect(issues.amount).toContain("amount is in minor units: send 9990 for R$ 99.90");
    expect(issues.amount).toContain(words);
  });

  it.each([
    [{}, ["method", "amount", "currency"]],
    [{ action: "refund" }, ["payment_id"]],
    [{ ...pix, currency: "USD" }, ["currency"]],
    [{ ...pix, method: "oxxo" }, ["currency"]],
    [{ ...pix, installments: 3 }, ["installments"]],
    [{ ...pix, method: "credit_card", card_token: "tok_1", installments: 13 }, ["installments"]],
    [{ ...pix, method: "credit_card" }, ["card_token"]],
    [{ ...pix, method: "debit_card" }, ["card_token"]],
    [{ ...pix, payment_id: "pay_1" }, ["payment_id"]],
    [{ ...pix, due_date: "2026-02-30" }, ["due_date"]],
    [{ ...pix, customer: { document: "111.444.777-36" } }, ["customer.document"]],
    [{ ...pix, customer: { document: "30-70308853-4" } }, ["customer.document"]],
    [{ ...pix, customer: { phone: "11987654321" } }, ["customer.phone"]],
    [{ ...pix, customer: { cpf: "11144477735" } }, ["customer.cpf"]],
    [JSON.parse('{"method":"pix","amount":1,"currency":"BRL","__proto__":{}}'), ["__proto__"]],
  ])("refuses %j at %j", (input, paths) => {
    expect(Object.keys(getIssues(payInputSchema, input))).toEqual(paths);
  });

  // PCI DSS 3.3: a card number stays with the provider's form
  it.each(["5555555555554444", "4242 4242 4242 4242", "3782-822463-10005"])(
    "refuses the card number %s as a token, without repeating it",
    (card_token) => {
      const issues = getIssues(payInputSchema, { ...pix, method: "credit_card", card_token });
      expect(Object.keys(issues)).toEqual(["card_token"]);
      expect(issues.card_token).toContain("never the number");
      expect(JSON.stringify(issues)).not.toMatch(/\d{4}/);
    },
  );

  it("wants whole pesos of Colombia, and names the nearest", () => {
    const pse = { method: "pse", amount: 160_050, currency: "COP" };
    const near = "160050 is 1600.50 COP, and only whole units can be paid. Pass 160000 or 160100.";
    expect(getIssues(payInputSchema, pse)).toEqual({ amount: `amount ${near}` });
    expect(getIssues(payInputSchema, { ...pse, amount: 160_000 })).toEqual({});
    const item = { description: "Café", quantity: 1, unit_amount: 160_050 };
    expect(getIssues(checkoutInputSchema, { currency: "COP", items: [item] })).toEqual({
      "items.0.unit_amount": `items.0.unit_amount ${near}`,
    });
    expect(getIssues(payInputSchema, { method: "webpay", amount: 15_991, currency: "CLP" })).toEqual({});
  });

  it("offers the nearest word for a typo", () => {
    expect(validate(payInputSchema, { ...pix, method: "credit-card" })).toMatchObject({
      suggestions: ["credit_card"],
    });
    expect(validate(payInputSchema, { ...pix, ammount: 1 })).toMatchObject({ suggestions: ["amount"] });
  });

  it("takes an object that claims to be text for an object", () => {
    const claims = JSON.parse('{"toString":1,"valueOf":null}');
    expect(Object.keys(getIssues(payInputSchema, { ...pix, method: claims }))).toEqual(["method"]);
    expect(getIssues(createSessionRequestSchema, { preset: "brazilian", metadata: { a: claims } })).toEqual({
      "metadata.a": "Must be text, not an object.",
    });
  });

  it("puts the name of the value before each path and leaves values out of messages", () => {
    const checked = validate(payInputSchema, { ...pix, card_token: 4242 }, { name: "arguments" });
    expect(checked).toMatchObject({
      issues: [{ path: "arguments.card_token", message: "card_token must be a string, not a number." }],
    });
  });
});

describe("the other meta-tools", () => {
  const address = { postal_code: "01310-100", number: "1578" };
  const customer = { name: "Ana", document: "111.444.777-35", address };
  const items = [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }];
  const route = { origin: { postal_code: "01310-100" }, destination: { postal_code: "20040002" } };
  const packages = [{ weight_g: 500, length_cm: 20, width_cm: 15, height_cm: 10 }];

  it.each<[string, z.ZodType, unknown]>([
    [
      "discover",
      discoverInputSchema,
      { query: "cobrar com pix", domain: "payments", country: "BR", limit: 20 },
    ],
    [
      "checkout",
      checkoutInputSchema,
      { items, amount: 9990, currency: "BRL", success_url: "https://loja.example/ok" },
    ],
    ["nfe", invoiceInputSchema, { type: "nfe", customer, items }],
    ["fractional quantity", invoiceInputSchema, { type: "nfce", items: [{ ...items[0], quantity: 0.1234 }] }],
    ["sped", invoiceInputSchema, { type: "sped", period: "2026-04" }],
    ["cancel", invoiceInputSchema, { action: "cancel", invoice_id: "inv_1" }],
    ["quote", shipInputSchema, { action: "quote", ...route, packages }],
    ["label", shipInputSchema, { action: "label", ...route, packages, service_id: "correios:sedex" }],
    ["track", shipInputSchema, { action: "track", tracking_code: "QB473124829BR" }],
    ["whatsapp", notifyInputSchema, { channel: "whatsapp", to: "+5511987654321", message: "Oi" }],
    [
      "email",
      notifyInputSchema,
      { channel: "email", to: "ana@example.com", template: "pedido", variables: ["1"] },
    ],
  ])("takes %s", (_name, schema, input) => {
    expect(getIssues(schema, input)).toEqual({});
  });

  it.each<[string, z.ZodType, unknown, string[]]>([
    ["limit", discoverInputSchema, { limit: 21 }, ["limit"]],
    ["nothing to pay", checkoutInputSchema, { currency: "BRL" }, ["amount"]],
    ["a wrong sum", checkoutInputSchema, { currency: "BRL", items, amount: 1 }, ["amount"]],
    [
      "a foreign method",
      checkoutInputSchema,
      { currency: "BRL", amount: 1, payment_methods: ["pix", "spei"] },
      ["payment_methods.1"],
    ],
    [
      "a script for a URL",
      checkoutInputSchema,
      { currency: "BRL", amount: 1, success_url: "javascript:alert(1)" },
      ["success_url"],
    ],
    ["nfe alone", invoiceInputSchema, { type: "nfe" }, ["customer", "items"]],
    [
      "egreso",
      invoiceInputSchema,
      { type: "cfdi", cfdi_type: "egreso", customer: {}, items },
      ["related_uuid"],
    ],
    ["CPF on a CFDI", invoiceInputSchema, { type: "cfdi", customer, items }, ["customer.document"]],
    ["correct without reason", invoiceInputSchema, { action: "correct", invoice_id: "1" }, ["reason"]],
    ["quote alone", shipInputSchema, { action: "quote" }, ["origin", "destination", "packages"]],
    ["label without service", shipInputSchema, { action: "label", ...route, packages }, ["service_id"]],
    [
      "a short CEP",
      shipInputSchema,
      { action: "quote", origin: { postal_code: "06600" }, destination: route.destination, packages },
      ["origin.postal_code"],
    ],
    [
      "a phone without country",
      notifyInputSchema,
      { channel: "sms", to: "11987654321", message: "Oi" },
      ["to"],
    ],
    [
      "a phone for e-mail",
      notifyInputSchema,
      { channel: "email", to: "+5511987654321", message: "Oi" },
      ["to"],
    ],
    ["nothing to say", notifyInputSchema, { channel: "sms", to: "+5511987654321" }, ["message"]],
  ])("refuses %s", (_name, schema, input, paths) => {
    expect(Object.keys(getIssues(schema, input))).toEqual(paths);
  });
});

describe("request bodies", () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key${index}`, "x"]));

  it.each<[string, z.ZodType, unknown, string[]]>([
    ["no server at all", createSessionRequestSchema, {}, ["servers"]],
    ["an empty list", createSessionRequestSchema, { servers: [] }, ["servers"]],
    [
      "metadata that is not text",
      createSessionRequestSchema,
      { preset: "all", metadata: { a: 1 } },
      ["metadata.a"],
    ],
    [
      "metadata with a long key",
      createSessionRequestSchema,
      { preset: "all", metadata: { ["k".repeat(41)]: "x" } },
      [`metadata.${"k".repeat(41)}`],
    ],
    [
      "metadata with a long value",
      createSessionRequestSchema,
      { preset: "all", metadata: { a: "x".repeat(501) } },
      ["metadata.a"],
    ],
    ["51 entries", createSessionRequestSchema, { preset: "all", metadata: many }, ["metadata"]],
    [
      "a prototype in metadata",
      createSessionRequestSchema,
      JSON.parse('{"preset":"all","metadata":{"__proto__":"x"}}'),
      ["metadata.__proto__"],
    ],
    [
      "a limit without currency",
      createSessionRequestSchema,
      { preset: "all", policy: { max_amount_per_call: 1 } },
      ["policy.max_amount_per_call"],
    ],
    [
      "a fractional limit",
      createSessionRequestSchema,
      { preset: "all", policy: { max_amount_per_day: { BRL: 0.5 } } },
      ["policy.max_amount_per_day.BRL"],
    ],
    [
      "pinned arguments that are text",
      createSessionRequestSchema,
      { preset: "all", policy: { pinned_arguments: { codespar_pay: "x" } } },
      ["policy.pinned_arguments.codespar_pay"],
    ],
    ["arguments that are a list", toolCallRequestSchema, { name: "x", arguments: [] }, ["arguments"]],
    ["no arguments", toolCallRequestSchema, { name: "x" }, ["arguments"]],
    [
      "a prototype deep in arguments",
      toolCallRequestSchema,
      JSON.parse('{"name":"x","arguments":{"a":[{"__proto__":{}}]}}'),
      ["arguments.a.0.__proto__"],
    ],
    [
      "plain http",
      createTriggerRequestSchema,
      { name: "x", event: "*", webhook_url: "http://example.com" },
      ["webhook_url"],
    ],
    [
      "a host that only looks local",
      createTriggerRequestSchema,
      { name: "x", event: "*", webhook_url: "http://localhost.example.com" },
      ["webhook_url"],
    ],
    [
      "no credentials",
      createConnectionRequestSchema,
      { server_id: "stripe", credentials: {} },
      ["credentials"],
    ],
    ["a month of 13", usageQuerySchema, { period: "2026-13" }, ["period"]],
  ])("refuses %s", (_name, schema, body, paths) => {
    expect(Object.keys(getIssues(schema, body))).toEqual(paths);
  });

  it("refuses arguments that are nested without end, and does not fall over", () => {
    let nested: Record<string, unknown> = {};
    for (let level = 0; level < 50_000; level++) nested = { nested };
    expect(Object.keys(getIssues(toolCallRequestSchema, { name: "x", arguments: nested }))).toHaveLength(1);
  });

  it("reads numbers and flags of a query from text", () => {
    expect(validate(usageQuerySchema, { limit: "50", tool_calls: "false" })).toEqual({
      success: true,
      data: { limit: 50, tool_calls: false },
    });
    expect(
      Object.keys(getIssues(listToolCallsQuerySchema, { limit: "0", metadata: { tenant_id: "acme" } })),
    ).toEqual(["limit"]);
  });
});
