import type { Currency } from "./money.ts";
import type { Risk } from "./risk.ts";

/** Amounts in minor units, by currency. */
export type AmountByCurrency = Partial<Record<Currency, number>>;

/** Limits of a session, checked before a call reaches a provider. A limit that cannot be checked refuses the call. */
export interface Policy {
  max_amount_per_call?: AmountByCurrency | undefined;
  max_amount_per_session?: AmountByCurrency | undefined;
  max_amount_per_day?: AmountByCurrency | undefined;
  max_tool_calls?: number | undefined;
  allowed_tools?: string[] | undefined;
  /** By tool: these arguments vanish from the schema that a model sees and win over what it sends. */
  pinned_arguments?: Record<string, Record<string, unknown>> | undefined;
  require_approval?: { above?: AmountByCurrency | undefined; risk?: Risk[] | undefined } | undefined;
}
