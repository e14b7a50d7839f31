import type { z } from "zod";

/** Adds an issue for each field that is missing, at that field. */
export function requireFields<Value extends object>(
  value: Value,
  context: z.RefinementCtx,
  fields: readonly (keyof Value & string)[],
  why: string,
): void {
  for (const field of fields) {
    if (value[field] === undefined) {
      context.addIssue({ code: "custom", path: [field], message: `${field} is required ${why}.` });
    }
  }
}
