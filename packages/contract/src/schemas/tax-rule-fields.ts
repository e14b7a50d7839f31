import { z } from "zod";
import { text } from "./fields.ts";

/** A code of so many digits, with what it is called. */
export function digits(length: number, name: string, example: string) {
  return z
    .string()
    .regex(new RegExp(`^\\d{${length}}$`), { error: `${name} has ${length} digits, such as ${example}.` });
}

/** A rate in per cent, as the layouts carry it: at most four decimals. */
export const rate = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => Number(value.toFixed(4)) === value, { error: "A rate has at most four decimals." });

export const codes = z
  .array(
    text(60).refine((code) => !code.slice(0, -1).includes("*"), {
      error: 'A code is whole, or a beginning with * after it, such as "61*".',
    }),
  )
  .min(1)
  .max(1000);

/** A code that two rules have would be taxed by chance. */
export function checkCodes(
  rules: readonly { codes: readonly string[] }[] | undefined,
  field: string,
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  rules?.forEach((rule, index) => {
    rule.codes.forEach((code, place) => {
      if (seen.has(code)) {
        const message = `Code ${JSON.stringify(code)} stands in two rules. Leave it in one.`;
        context.addIssue({ code: "custom", path: [field, index, "codes", place], message });
      }
      seen.add(code);
    });
  });
}
