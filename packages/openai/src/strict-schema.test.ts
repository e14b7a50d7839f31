import { dropNulls, type JsonObjectSchema } from "@codespar/sdk/agent";
import { toStrictJsonSchema } from "openai/lib/transform";
import { describe, expect, it } from "vitest";
import { getTools } from "./chat/get-tools.ts";
import { convertStrictSchema } from "./strict-schema.ts";
import { openSession, pix } from "./testing/open-session.ts";

describe("getTools", () => {
  it("makes all six meta-tools strict, in a form that OpenAI's own check leaves as it is", async () => {
    const { session } = await openSession();
    const tools = await getTools(session, {
      onNonStrict: (name, reason) => expect.fail(`${name}: ${reason}`),
    });
    expect(tools).toHaveLength(6);
    for (const { function: definition } of tools) {
      expect(definition.strict).toBe(true);
      expect(toStrictJsonSchema({ ...definition.parameters })).toEqual(definition.parameters);
    }
  });

  it("leaves a tool loose whose schema cannot be strict, and says why", async () => {
    const { session } = await openSession(["stripe"]);
    const reasons: Record<string, string> = {};
    const tools = await getTools(session, {
      tools: "all",
      onNonStrict: (name, reason) => {
        reasons[name] = reason;
      },
    });
    const loose = tools.filter(({ function: { strict } }) => strict === false);
    expect(loose.map(({ function: { name } }) => name)).toEqual(Object.keys(reasons));
    for (const {
      function: { strict, parameters },
    } of tools) {
      if (strict === true) expect(() => toStrictJsonSchema({ ...parameters })).not.toThrow();
    }
  });

  it("leaves schemas alone without strict mode", async () => {
    const { session } = await openSession();
    const [, , pay] = await session.tools({ kind: "meta" });
    const tools = await getTools(session, { strict: false });
    expect(tools[2]?.function).toMatchObject({ strict: false, parameters: pay?.input_schema });
  });
});

describe("convertStrictSchema", () => {
  const schema: JsonObjectSchema = {
    type: "object",
    properties: {
      method: { type: "string", enum: ["pix", "boleto"] },
      amount: { type: "integer", minimum: 1, default: 1 },
      customer: { type: "object", properties: { name: { type: "string" } } },
      items: {
        type: "array",
        items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
      },
      due: { anyOf: [{ type: "string" }, { type: "integer" }], description: "When." },
      kind: { const: "sale" },
    },
    required: ["amount"],
  };

  it("requires everything and lets what was optional be null", () => {
    const rewritten = convertStrictSchema(schema);
    expect(rewritten).toMatchObject({
      ok: true,
      schema: {
        additionalProperties: false,
        required: ["method", "amount", "customer", "items", "due", "kind"],
        properties: {
          method: { type: ["string", "null"], enum: ["pix", "boleto", null] },
          amount: { type: "integer", minimum: 1 },
          customer: { type: ["object", "null"], additionalProperties: false, required: ["name"] },
          items: { type: ["array", "null"], items: { properties: { code: { type: "string" } } } },
          due: { anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }], description: "When." },
          kind: { anyOf: [{ const: "sale" }, { type: "null" }] },
        },
      },
    });
    expect(JSON.stringify(rewritten)).not.toContain("default");
  });

  it("comes back as it was, once the nulls are dropped", () => {
    const sent = { ...pix, customer: { name: null }, items: null, due: null, kind: null };
    expect(dropNulls(sent)).toEqual({ ...pix, customer: {} });
  });

  it.each([
    [{ type: "object" as const }, "The root is an object with open keys"],
    [{ type: "object" as const, anyOf: [] }, "The root is a union"],
    [{ type: "object" as const, properties: { a: { type: "array" } } }, "a is a list of anything"],
    [{ type: "object" as const, properties: { a: {} } }, "a may be anything"],
    [{ type: "object" as const, properties: { a: { oneOf: [] } } }, "a uses oneOf"],
  ])("cannot make %j strict", (loose, reason) => {
    expect(convertStrictSchema(loose)).toEqual({ ok: false, reason });
  });
});
