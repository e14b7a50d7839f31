import { transformJSONSchema } from "@anthropic-ai/sdk/lib/transform-json-schema";
import { VERSION } from "@anthropic-ai/sdk/version";
import { describe, expect, it } from "vitest";
import { openSession } from "../testing/open-session.ts";
import { getTools } from "./get-tools.ts";
import { convertStrictSchema } from "./strict-schema.ts";

describe("getTools", () => {
  it("gives the six meta-tools, in the same order every time", async () => {
    const { session } = await openSession();
    const tools = await getTools(session);
    expect(tools.map(({ name }) => name)).toEqual(
      ["discover", "checkout", "pay", "invoice", "ship", "notify"].map((name) => `codespar_${name}`),
    );
    expect(Object.keys(tools[2] ?? {})).toEqual(["name", "description", "input_schema"]);
    expect(await getTools(session)).toEqual(tools);
  });

  it("gives native tools when asked", async () => {
    const { session } = await openSession();
    expect((await getTools(session, { tools: "all" })).length).toBeGreaterThan(40);
    const refunds = await getTools(session, { tools: ({ name }) => name.endsWith("_create_refund") });
    expect(refunds.map(({ name }) => name)).toEqual(["stripe_create_refund", "mercadopago_create_refund"]);
    await expect(getTools(session, { tools: ["stripe_create_refnd"] })).rejects.toMatchObject({
      suggestions: ["stripe_create_refund", "stripe_create_price"],
    });
  });

  it("passes Claude's own options through, tool by tool", async () => {
    const { session } = await openSession();
    const cache_control = { type: "ephemeral" as const };
    const input_examples = [{ method: "pix", amount: 5000, currency: "BRL" }];
    const tools = await getTools(session, {
      toolOptions: ({ name }) =>
        name === "codespar_pay"
          ? { strict: true, input_examples }
          : name === "codespar_notify"
            ? { cache_control }
            : {},
    });
    expect(tools[2]).toMatchObject({
      strict: true,
      input_examples,
      input_schema: { additionalProperties: false },
    });
    expect(tools[5]).toMatchObject({ cache_control });
    expect(tools[0]).not.toHaveProperty("strict");
  });

  it.skipIf(VERSION.startsWith("0."))(
    "can make all six strict, as Anthropic's own transformation would",
    async () => {
      const { session } = await openSession();
      const loose = await getTools(session);
      const failed: string[] = [];
      const tools = await getTools(session, {
        toolOptions: () => ({ strict: true }),
        onNonStrict: (name) => failed.push(name),
      });
      expect(failed).toEqual([]);
      for (const [index, { input_schema }] of tools.entries()) {
        expect(withoutTypesOfEnums(input_schema)).toEqual(
          transformJSONSchema({ ...loose[index]?.input_schema }),
        );
      }
    },
  );

  it("says which tool cannot be strict, and why", async () => {
    const { session } = await openSession(["stripe"]);
    const seen: Record<string, string> = {};
    const tools = await getTools(session, {
      tools: "all",
      toolOptions: () => ({ strict: true }),
      onNonStrict: (name, reason) => {
        seen[name] = reason;
      },
    });
    const loose = tools.filter(({ strict }) => strict === false).map(({ name }) => name);
    expect(loose).toEqual(Object.keys(seen));
    for (const reason of Object.values(seen)) expect(reason).toMatch(/open keys|may be anything|uses/);
  });
});

describe("convertStrictSchema", () => {
  it("says in words what sampling cannot hold", () => {
    const amount = { type: "integer", minimum: 1, description: "Cents." };
    expect(convertStrictSchema({ type: "object", properties: { amount } })).toEqual({
      ok: true,
      schema: {
        type: "object",
        properties: { amount: { type: "integer", description: "Cents. (minimum: 1)" } },
        additionalProperties: false,
      },
    });
  });

  it.each([
    [{ type: "object" as const }, "The root is an object with open keys"],
    [{ type: "object" as const, properties: { a: { type: "object" } } }, "a is an object with open keys"],
    [{ type: "object" as const, properties: { a: { type: "array", items: {} } } }, "a[] may be anything"],
    [{ type: "object" as const, properties: {}, patternProperties: {} }, "The schema uses patternProperties"],
    [
      {
        type: "object" as const,
        properties: { a: { type: "object", properties: {}, additionalProperties: true } },
      },
      "a is an object with open keys",
    ],
  ])("does not narrow %j silently", (schema, reason) => {
    expect(convertStrictSchema(schema)).toEqual({ ok: false, reason });
  });
});

// Anthropic's transformation leaves the type of an enum out; keeping it says the same.
function withoutTypesOfEnums(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutTypesOfEnums);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => !(key === "type" && "enum" in schema));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutTypesOfEnums(value)]));
}
