import type { Json, JsonSchema } from "@codespar/contract";
import type { SimulatedServer, SimulatedTool } from "../simulation/provider-definition.ts";

/** A server that throws when a call's arguments are not what its own tool's schema says, unknown fields included. */
export function strictServer(server: SimulatedServer): SimulatedServer {
  const tools = Object.entries(server.tools).map(([name, tool]): [string, SimulatedTool] => {
    const { handle } = tool;
    if (handle === undefined) return [name, tool];
    return [
      name,
      {
        ...tool,
        handle(args, context) {
          const problems = getProblems(args, tool.input, name);
          if (problems.length > 0) throw new TypeError(problems.join(" "));
          return handle(args, context);
        },
      },
    ];
  });
  return { ...server, tools: Object.fromEntries(tools) };
}

function getProblems(value: Json | undefined, schema: JsonSchema, path: string): string[] {
  // a schema's own shape, which JsonSchema leaves open
  const shape = schema as {
    type?: string;
    enum?: Json[];
    items?: JsonSchema;
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  if (shape.enum !== undefined && !shape.enum.includes(value ?? null)) return [`${path} is not in its enum.`];
  if (!hasType(value, shape.type)) return [`${path} is no ${shape.type}.`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => getProblems(item, shape.items ?? {}, `${path}.${index}`));
  }
  if (typeof value !== "object" || value === null) return [];
  const { properties = {}, required = [] } = shape;
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${path}.${name} is missing.`);
  const isOpen = Object.keys(properties).length === 0;
  const inside = Object.entries(value).flatMap(([name, item]) => {
    const property = properties[name];
    if (property === undefined) return isOpen ? [] : [`${path}.${name} is not in the schema.`];
    return getProblems(item, property, `${path}.${name}`);
  });
  return [...missing, ...inside];
}

function hasType(value: Json | undefined, type: string | undefined): boolean {
  switch (type) {
    case undefined:
      return true;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
