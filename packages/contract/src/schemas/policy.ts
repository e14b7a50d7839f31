import { z } from "zod";
import type { AmountByCurrency, Policy } from "../wire/policy.ts";
import { money, risks, text } from "./fields.ts";
import { jsonObject } from "./json-object.ts";

const amountByCurrency = z.strictObject(
  {
    BRL: money("BRL", { min: 0 }).optional(),
    MXN: money("MXN", { min: 0 }).optional(),
    ARS: money("ARS", { min: 0 }).optional(),
    COP: money("COP", { min: 0 }).optional(),
    CLP: money("CLP", { min: 0 }).optional(),
    USD: money("USD", { min: 0 }).optional(),
  },
  {
    error: (issue) =>
      issue.code === "invalid_type"
        ? 'Limits are by currency, such as { "BRL": 50000 } for R$ 500.00.'
        : undefined,
  },
) satisfies z.ZodType<AmountByCurrency>;

export const policySchema = z.strictObject({
  max_amount_per_call: amountByCurrency.optional(),
  max_amount_per_session: amountByCurrency.optional(),
  max_amount_per_day: amountByCurrency.optional(),
  max_tool_calls: z.int().min(0).optional(),
  allowed_tools: z.array(text(128)).max(1000).optional(),
  pinned_arguments: pinnedArguments().optional(),
  require_approval: z
    .strictObject({ above: amountByCurrency.optional(), risk: z.array(z.enum(risks)).optional() })
    .optional(),
}) satisfies z.ZodType<Policy>;

/** By tool: an object of arguments. */
function pinnedArguments(): z.ZodType<Record<string, Record<string, unknown>>> {
  // The check proves what the type says: every value is an object.
  return jsonObject()
    .superRefine((byTool, context) => {
      for (const [tool, pinned] of Object.entries(byTool)) {
        if (typeof pinned === "object" && pinned !== null && !Array.isArray(pinned)) continue;
        context.addIssue({ code: "custom", path: [tool], message: "Must be an object of arguments." });
      }
    })
    .meta({ type: "object", additionalProperties: { type: "object" } }) as unknown as z.ZodType<
    Record<string, Record<string, unknown>>
  >;
}
