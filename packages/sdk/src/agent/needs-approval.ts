import { type AmountByCurrency, currencies, type Risk, riskOf } from "@codespar/contract";
import type { AgentSession } from "./agent-options.ts";

/**
 * Whether the session's policy will hold this call back for a person, as far as can be known before the call.
 * For frameworks that ask first; the backend decides.
 */
export function needsApproval(
  { policy }: Pick<AgentSession, "policy">,
  tool: { name: string; risk: Risk },
  args: Readonly<Record<string, unknown>>,
): boolean {
  const rule = policy?.require_approval;
  if (rule === undefined) return false;
  if (rule.risk?.includes(riskOf(tool.name, args) ?? tool.risk) === true) return true;
  return isAbove(rule.above ?? {}, args);
}

function isAbove(limits: AmountByCurrency, args: Readonly<Record<string, unknown>>): boolean {
  const amount = readAmount(args);
  if (amount === undefined) return false;
  // Without a currency the strictest limit holds.
  const candidates = currencies.filter(
    (currency) => args.currency === undefined || args.currency === currency,
  );
  return candidates.some((currency) => amount > (limits[currency] ?? Number.POSITIVE_INFINITY));
}

function readAmount({ amount, items }: Readonly<Record<string, unknown>>): number | undefined {
  if (typeof amount === "number") return amount;
  if (!Array.isArray(items)) return undefined;
  return items.reduce<number>((total, item) => total + Number(item?.quantity) * Number(item?.unit_amount), 0);
}
