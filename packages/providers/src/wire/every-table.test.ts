import type { Json, JsonObject, JsonSchema } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { connectorList } from "../generated/connectors.ts";
import { emulationList } from "../generated/emulations.ts";
import { fromHttp } from "./from-http.ts";
import { toHttp } from "./to-http.ts";

/** Some value of every field that a schema names. */
function sample(schema: JsonSchema, name = "x"): Json {
  // a schema's own shape, which JsonSchema leaves open
  const {
    type,
    properties,
    items,
    enum: values,
  } = schema as {
    type?: string | string[];
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    enum?: Json[];
  };
  const [first] = values ?? [];
  if (first !== undefined) return first;
  switch (Array.isArray(type) ? type[0] : type) {
    case "object":
      // an empty object cannot be distinguished from none in a form
      return Object.fromEntries(
        Object.entries(Object.keys(properties ?? {}).length > 0 ? (properties ?? {}) : { key: {} }).map(
          ([key, member]) => [key, sample(member, key)],
        ),
      );
    case "array":
      return [sample(items ?? {}, name)];
    case "integer":
      return 7;
    case "number":
      return 12.5;
    case "boolean":
      return true;
    default:
      return `${name} ç/7`;
  }
}

const credentials = new Proxy({}, { get: (_target, name) => `own-${String(name)}` });

describe.each(connectorList.map((connector) => [connector.id, connector] as const))(
  "%s",
  (_id, connector) => {
    const { wire, tools } = connector;
    const schemaOf = (tool: string) => tools[tool]?.input;

    it.each(Object.keys(wire.tools))("%s is the same call read back from its request", (tool) => {
      const { omit = [], fixed = {} } = wire.tools[tool] ?? {};
      const omitted = new Set([...omit, ...Object.keys(fixed)]);
      const all = Object.entries(sample(schemaOf(tool) ?? {}) as JsonObject); // a tool's input is an object
      const args = Object.fromEntries(all.filter(([name]) => !omitted.has(name)));
      const request = toHttp(wire, tool, args, credentials);
      expect(request.path).not.toContain("{");
      const call = fromHttp(wire, request, schemaOf);
      if (!("tool" in call)) return expect.unreachable(`${request.method} ${request.path}: ${call.problem}`);
      // several tools may share a path: another one may be read, and what the provider gets is then the same
      if (call.tool === tool) expect(call.arguments).toEqual(args);
      expect(toHttp(wire, call.tool, call.arguments, credentials)).toEqual(request);
    });

    it("names a credential field for each part of a path that is no argument", () => {
      const fields = new Set(connector.credentials.map(({ name }) => name));
      expect((wire.account ?? []).filter((name) => !fields.has(name))).toEqual([]);
    });

    it("has an emulation over the same table, whose own connection lacks nothing", async () => {
      const emulation = emulationList.find(({ id }) => id === connector.id);
      expect(emulation?.wire).toBe(wire);
      const connection =
        (await emulation?.connection(emulation.makeCredential("0123456789abcdef"), "secret")) ?? {};
      const missing = connector.credentials.filter(
        ({ name, required = true }) => required && (connection[name] ?? "") === "",
      );
      expect(missing.map(({ name }) => name)).toEqual([]);
    });

    it("names an effect for every tool that changes something", () => {
      const named = Object.keys(connector.effects).filter((tool) => wire.tools[tool] === undefined);
      expect(named).toEqual([]);
    });
  },
);
