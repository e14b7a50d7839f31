import { endpoints } from "@codespar/contract";
import { createSandbox } from "@codespar/sandbox";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";

async function readDocument() {
  const { handle } = createSandbox();
  const response = await handle({ method: "GET", path: "/v1/openapi.json", headers: {} });
  return JSON.parse(String(response.body));
}

describe("GET /v1/openapi.json", () => {
  it("is a valid OpenAPI 3.1 document, says an outside validator", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(await readDocument());
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("has every endpoint of the contract, and no other", async () => {
    const { paths } = await readDocument();
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const wanted = Object.values(endpoints).map(
      ({ method, path }) => `${method} ${path.replace(":id", "{id}")}`,
    );
    expect(described.sort()).toEqual(wanted.sort());
  });

  it("needs no key and refers to nothing that is not there", async () => {
    const document = await readDocument();
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? "");
    expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
    expect(text).not.toContain("terse");
  });

  it("is what client generators need: objects say that they are open, and what is named is referred to", async () => {
    const { components } = await readDocument();
    const { ToolCallRequest, SessionPage, ToolCallPage } = components.schemas;
    // a bare object becomes a type that takes nothing
    expect(ToolCallRequest.properties.arguments).toEqual({ type: "object", additionalProperties: true });
    expect(JSON.stringify(components)).not.toContain('{"type":"object"}');
    expect(SessionPage.properties.data.items).toEqual({ $ref: "#/components/schemas/Session" });
    expect(ToolCallPage.properties.data.items).toEqual({ $ref: "#/components/schemas/ToolCall" });
  });
});
