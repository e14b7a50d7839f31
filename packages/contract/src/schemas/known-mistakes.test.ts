import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { meantTool } from "./known-mistakes.ts";
import { metaToolInputSchemas } from "./meta-tools.ts";
import { summariseIssues } from "./summarise-issues.ts";
import { createTriggerRequestSchema } from "./trigger.ts";
import { validate } from "./validate.ts";

const wrong = (tool: keyof typeof metaToolInputSchemas, args: object) => {
  // each of the six checks what it is given
  const schema: z.ZodType = metaToolInputSchemas[tool];
  const checked = validate(schema, args, { name: "arguments" });
  return checked.success ? expect.fail("it was taken") : checked;
};

const pix = { method: "pix", amount: 100, currency: "BRL" };
const label = {
  action: "label",
  origin: { postal_code: "01310-100" },
  destination: { postal_code: "20040-020" },
  packages: [{ weight_g: 1, length_cm: 1, width_cm: 1, height_cm: 1 }],
};

// findings/faults.md, section 2: what a new user wrote, and what they should be told
describe("the mistakes of new users", () => {
  it.each<[Parameters<typeof wrong>[0], object, string]>([
    [
      "codespar_pay",
      { ...pix, customer: { name: "Ana", cpf: "11144477735" } },
      "cpf is not a known field. Did you mean document?",
    ],
    [
      "codespar_checkout",
      { currency: "BRL", items: [{ description: "x", quantity: 1, price: 1 }] },
      "price is not a known field. Did you mean unit_amount?",
    ],
    [
      "codespar_checkout",
      { currency: "BRL", items: [{ description: "x", quantity: 1, unitPrice: 1 }] },
      "Did you mean unit_amount?",
    ],
    ["codespar_checkout", { currency: "BRL", items: [] }, "items must not be empty: add one."],
    [
      "codespar_pay",
      { ...pix, customer: { name: "Ana", email: "ana.at.x" } },
      'email "ana.at.x" is not an e-mail address.',
    ],
    [
      "codespar_ship",
      { ...label, service_id: "PAC" },
      '"PAC" is no service of a quote. Take the service_id of one',
    ],
    [
      "codespar_notify",
      { channel: "sms", recipient: "+5511987654321", message: "x" },
      "recipient is not a known field. Did you mean to?",
    ],
    ["codespar_ship", { ...label, packageInfo: {} }, "Did you mean packages?"],
    ["codespar_ship", { action: "status", tracking_code: "AA1" }, 'not "status". Did you mean track?'],
    ["codespar_pay", { action: "status", payment_id: "pay_1" }, 'not "status". Did you mean get?'],
    [
      "codespar_checkout",
      { currency: "BRL", items: [{ name: "x", quantity: 1, unit_amount: 100 }] },
      "name is not a known field. Did you mean description?",
    ],
    ["codespar_discover", { use_case: "charge" }, "Did you mean query?"],
    ["codespar_pay", { ...pix, method: "card" }, 'not "card". Did you mean credit_card?'],
  ])("%s %j: %s", (tool, args, message) => {
    expect(summariseIssues(wrong(tool, args).issues)).toContain(message);
  });

  it("names the entry of a list and its value, not its number (outside.md, 14)", () => {
    const { issues } = wrong("codespar_checkout", {
      amount: 100,
      currency: "BRL",
      payment_methods: ["pix", "boletoo", 1],
    });
    expect(issues).toMatchObject([
      {
        path: "arguments.payment_methods.1",
        message: expect.stringMatching(
          /^payment_methods\[1\] must be one of pix.*, not "boletoo"\. Did you mean boleto\?$/,
        ),
      },
      {
        path: "arguments.payment_methods.2",
        message: expect.stringMatching(/^payment_methods\[2\] must be one of .*, not 1\.$/),
      },
    ]);
  });

  it("says all that is missing at once", () => {
    const text = summariseIssues(wrong("codespar_pay", {}).issues);
    for (const field of ["method", "amount", "currency"]) expect(text).toContain(`${field} is required`);
    expect(summariseIssues(Array.from({ length: 9 }, () => ({ path: "a", message: "b." })))).toMatch(
      /And 4 more\.$/,
    );
  });

  it("never shows what may be a secret", () => {
    const secret = "csk_live_abc123DEF456";
    expect(JSON.stringify(wrong("codespar_pay", { ...pix, method: secret }))).not.toContain("abc123DEF456");
    expect(JSON.stringify(wrong("codespar_pay", { ...pix, method: "x".repeat(65) }))).not.toContain("xxx");
  });

  it("knows what became of an event", () => {
    const checked = validate(createTriggerRequestSchema, {
      name: "n",
      event: "payment.paid",
      webhook_url: "https://e.com",
    });
    expect(checked).toMatchObject({ success: false, suggestions: ["payment.confirmed"] });
  });

  it("knows which tool does what a tool that there is not would do", () => {
    expect(meantTool("codespar_refund")).toBe("codespar_pay with action refund");
    expect(meantTool("constructor")).toBeUndefined();
  });
});
