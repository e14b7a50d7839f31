import { z } from "zod";
import { maxAmount } from "../wire/money.ts";
import type { Risk } from "../wire/risk.ts";

/** Money in minor units, from 1 to `maxAmount`. Each refusal is one message that names the field and the way out. */
export function money(field: string, { min = 1 }: { min?: 0 | 1 } = {}) {
  const rule = { error: (issue: { input?: unknown }) => explainMoney(field, min, issue.input), abort: true };
  return z.int(rule).min(min, rule).max(maxAmount, rule);
}

function explainMoney(field: string, min: number, input: unknown): string {
  if (input === undefined) return `${field} is required, in minor units: 9990 for R$ 99.90.`;
  const unit = `${field} is in minor units: send 9990 for R$ 99.90`;
  if (typeof input !== "number" || Number.isNaN(input)) return `${unit}, as a JSON number.`;
  if (input < min) return `${unit}. It must be at least ${min}, not ${input}.`;
  if (input > maxAmount) return `${unit}. It must be at most ${maxAmount}, not ${input}.`;
  return `${unit}, not 99.9. It must be a whole number, not ${input}.`;
}

/** Text of a limited length that is not empty. */
export function text(max: number) {
  return z.string().min(1).max(max);
}

/** RFC 3339, with `Z` or an offset. */
export const timestamp = z.iso.datetime({ offset: true });

/** A page on the web; other schemes could run code where the link is shown. */
export const webUrl = z
  .url({ protocol: /^https?$/, error: "Must be a whole URL that starts with https://." })
  .max(2048);

export const email = z.email().max(254);

/** E.164. */
export const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, {
  error: "Must be in E.164: + and country code, digits only, such as +55 and eleven digits.",
});

/** A calendar date. */
export const date = z.iso.date({ error: "Must be a date that exists, as YYYY-MM-DD." });

/**
 * A word of a known list in a response. Readers let unknown words pass, because lists grow; the JSON Schema names
 * those of today.
 */
export function openEnum<const Word extends string>(words: readonly Word[]): z.ZodType<Word> {
  // Typed as what this version knows, so that a reader can switch over it.
  return z.string().meta({ enum: words }) as unknown as z.ZodType<Word>;
}

/** A response's amount: any whole number, since bounds are for requests. */
export const amount = z.int();

/** The server, by id, that alone may take the call. */
export const provider = z.string().min(1).max(64);

export const risks = ["read", "quote", "send", "moves_money", "fiscal"] as const satisfies readonly Risk[];
