import { findNativeTool, type JsonObject, type JsonSchema, servers } from "@codespar/contract";
import { simulations } from "@codespar/providers/simulated";
import { simulate } from "@codespar/providers/testing";
import { describe, expect, it } from "vitest";
import { createSandbox } from "./create-sandbox.ts";

const headers = { authorization: "Bearer csk_test_catalogue0001", "content-type": "application/json" };

it("simulates every server of the catalogue", () => {
  expect(simulations.map(({ id }) => id)).toEqual(servers.map(({ id }) => id).sort());
});

describe.each(servers.map(({ id, tools }) => ({ id, names: tools })))("$id", ({ id, names }) => {
  const server = simulations.find((simulated) => simulated.id === id);
  const tools = Object.entries(server?.tools ?? {});

  it("has exactly the catalogue's tools", () => {
    expect(tools.map(([name]) => name)).toEqual(names);
  });

  it("describes every tool and the object that it takes", () => {
    for (const [name, { description, input }] of tools) {
      expect(description, name).toMatch(/^[A-Z].{10,}[.)]$/s);
      expect(input, name).toMatchObject({ type: "object", properties: expect.any(Object) });
      expect(Object.keys(input.properties ?? {}), name).toEqual(expect.arrayContaining(input.required ?? []));
    }
    const said = tools.map(([, { description }]) => description);
    expect(new Set(said).size).toBe(said.length);
  });

  it("has schemas that the backend can check arguments with", async () => {
    const execute = await open(id);
    for (const [name, { input, handle }] of tools) {
      // null fits no field, so that the schema alone responds and nothing is done
      const code = await execute(
        name,
        Object.fromEntries(Object.keys(input.properties ?? {}).map((field) => [field, null])),
      );
      if (Object.keys(input.properties ?? {}).length > 0) expect(code, name).toBe("invalid_arguments");
      else expect(code, name).toBe(handle === undefined ? "not_simulated" : undefined);
    }
  });

  it("responds to its simulated reads with plain JSON", async () => {
    if (server === undefined) return;
    for (const [name, tool] of tools) {
      if (tool.handle === undefined || findNativeTool(name)?.risk !== "read") continue;
      const result = await simulate(server).call(name, getSample(tool.input));
      expect(JSON.parse(JSON.stringify(result)), name).toStrictEqual(result);
    }
  });
});

/** Opens a session with one server, and calls its tools over HTTP as an SDK would. */
async function open(
  server: string,
): Promise<(name: string, args: JsonObject) => Promise<string | undefined>> {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-20T15:00:00Z" });
  const post = async (path: string, body: unknown) => {
    const request = { method: "POST", path, headers, body: JSON.stringify(body), signal: undefined } as const;
    const response = await sandbox.transport.request(request);
    return JSON.parse(await response.text());
  };
  const session = await post("/v1/sessions", { servers: [server] });
  return async (name: string, args: JsonObject) => {
    const result = await post(`/v1/sessions/${session.id}/execute`, { name, arguments: args });
    return result.error?.code ?? result.error ?? undefined;
  };
}

/** Arguments that fit the required part of a schema. */
function getSample(input: JsonSchema): JsonObject {
  // a schema's own shape, which JsonSchema leaves open
  const { properties = {}, required = [] } = input as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.fromEntries(required.map((name) => [name, sampleValue(properties[name] ?? {})]));
}

function sampleValue(schema: JsonSchema): JsonObject[string] {
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === "object") return getSample(schema);
  if (schema.type === "array") return [];
  if (schema.type === "boolean") return true;
  return schema.type === "string" ? "1" : 1;
}
