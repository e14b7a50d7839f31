import type { Issue } from "@codespar/contract";
import { validate } from "@codespar/contract/schemas";
import { z } from "zod";
import type { ProviderTool } from "../../ports/provider.ts";

/** A native tool's schema, compiled at its first call. */
const compiled = new WeakMap<ProviderTool, z.ZodType>();

/** What a native tool's input schema has against these arguments. */
export function nativeArgumentIssues(tool: ProviderTool, args: Record<string, unknown>): Issue[] {
  let schema = compiled.get(tool);
  if (schema === undefined) {
    schema = z.fromJSONSchema(tool.inputSchema);
    compiled.set(tool, schema);
  }
  const checked = validate(schema, args, { name: "arguments" });
  return checked.success ? hugeNumbers(args, "arguments") : checked.issues;
}

/** Numbers that a double does not hold exactly: no money, count or measure, and no arithmetic ends well with them. */
function hugeNumbers(value: unknown, path: string): Issue[] {
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return [{ path, message: `Must be from -${Number.MAX_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}.` }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => hugeNumbers(child, `${path}.${key}`));
}
