import type { Currency } from "./money.ts";
import type { Risk } from "./risk.ts";

/** Amounts in minor units, by currency. */
export type AmountByCurrency = { [Code in Currency]?: number | undefined };

/** When a human has to approve a call first; one match is enough. */
export interface ApprovalRule {
  /** Calls of more than these amounts. */
  above?: AmountByCurrency | undefined;
  /** Calls of these risks, whatever the amount. */
  risk?: Risk[] | undefined;
}

/** Limits of a session, checked before a call reaches a provider. A limit that cannot be checked refuses the call. */
export interface Policy {
  max_amount_per_call?: AmountByCurrency | undefined;
  max_amount_per_session?: AmountByCurrency | undefined;
  /** Calendar day, UTC. */
  max_amount_per_day?: AmountByCurrency | undefined;
  max_tool_calls?: number | undefined;
  /** Names of the only tools that may be called. */
  allowed_tools?: string[] | undefined;
  /** By tool: these arguments vanish from the schema that a model sees and win over what it sends. */
  pinned_arguments?: Record<string, Record<string, unknown>> | undefined;
  require_approval?: ApprovalRule | undefined;
}
