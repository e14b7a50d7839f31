import type { AmountByCurrency, Currency, Policy } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { dateOfDay } from "../../platform/time.ts";
import type { Reservation } from "../../store/operation.ts";
import { findProviderDocument, getTenant } from "../../store/ownership.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { ParsedCall } from "../parsed-call.ts";

const dayMs = 86_400_000;

/** What a policy asks of a call that it does not refuse. */
interface PolicyVerdict {
  /** To be taken together with the call's key. */
  reservations: readonly Reservation[];
  /** Whether a human has to approve it first. */
  needsApproval: boolean;
}

/** Refuses a tool that the session may not call. */
export function checkAllowedTool({ policy }: SessionRecord, tool: string): void {
  const allowed = policy?.allowed_tools;
  if (allowed === undefined || allowed.includes(tool)) return;
  const names = allowed.length === 0 ? "none" : allowed.join(", ");
  throw denied("allowed_tools", `This session may not call ${tool}. Allowed: ${names}.`);
}

/** Holds a call to the session's policy. What cannot be checked is refused. */
export async function checkPolicy(
  context: BackendContext,
  session: SessionRecord,
  call: ParsedCall,
  now: number,
): Promise<PolicyVerdict> {
  const { policy } = session;
  const money = await moneyOfCall(context, session, call);
  // a day counts over all sessions, so those without the rule are counted as well
  const spent =
    money === undefined || money.counted === true ? [] : dayReservations(session, call.name, money, now);
  if (policy === null) return { reservations: spent, needsApproval: false };
  checkCall(policy, call.name, money);
  const reservations: Reservation[] = [];
  if (policy.max_tool_calls !== undefined) {
    reservations.push({
      counter: `calls ${session.id}`,
      add: 1,
      limit: policy.max_tool_calls,
      rule: "max_tool_calls",
    });
  }
  if (money !== undefined && money.counted !== true)
    reservations.push(...sessionReservations(session, policy, call.name, money), ...spent);
  return { reservations, needsApproval: needsApproval(policy, call, money) };
}

function checkCall({ max_amount_per_call: limits }: Policy, tool: string, money: MovedMoney): void {
  if (limits === undefined || money === undefined) return;
  const { amount, currency, limit } = known("max_amount_per_call", limits, tool, money);
  if (amount <= limit) return;
  throw apiError(
    "policy_denied",
    `${tool} asks for ${amount} ${currency} in minor units; this session allows ${limit} a call.`,
    { rule: "max_amount_per_call", limit, currency },
  );
}

function sessionReservations(
  { id }: SessionRecord,
  { max_amount_per_session: limits }: Policy,
  tool: string,
  money: NonNullable<MovedMoney>,
): Reservation[] {
  const rule = "max_amount_per_session";
  if (limits === undefined) return [];
  const { amount, currency, limit } = known(rule, limits, tool, money);
  return [{ counter: `session ${id} ${currency}`, add: amount, limit, rule, currency }];
}

/** Above any call: sessions without the rule are counted and never refused. */
const uncapped = Number.MAX_SAFE_INTEGER;

function dayReservations(
  session: SessionRecord,
  tool: string,
  money: NonNullable<MovedMoney>,
  now: number,
): Reservation[] {
  const rule = "max_amount_per_day";
  const limits = session.policy?.max_amount_per_day;
  if (limits === undefined && (money.amount === null || money.currency === null)) return [];
  const { amount, currency, limit } =
    limits === undefined ? { ...money, limit: uncapped } : known(rule, limits, tool, money);
  // narrowed above; an amount of zero takes nothing
  if (amount === null || currency === null || amount === 0) return [];
  const day = Math.floor(now / dayMs);
  // a day's limit belongs to the account, not to the session: many sessions must not multiply it
  const spender = JSON.stringify([session.organisation, getTenant(session), session.userId]);
  const counter = `day ${dateOfDay(day)} ${spender} ${currency}`;
  return [{ counter, add: amount, limit, rule, currency, expiresAt: (day + 1) * dayMs }];
}

function needsApproval({ require_approval: rule }: Policy, { risk }: ParsedCall, money: MovedMoney): boolean {
  if (rule === undefined) return false;
  if (rule.risk?.includes(risk)) return true;
  if (rule.above === undefined || money === undefined) return false;
  const { amount, currency } = money;
  const limit = currency === null ? undefined : rule.above[currency];
  // an amount that cannot be compared is above
  return amount === null || limit === undefined || amount > limit;
}

/** The amount and the limit for its currency; refuses when one of them is not known. */
function known(
  rule: string,
  limits: AmountByCurrency,
  tool: string,
  { amount, currency }: NonNullable<MovedMoney>,
) {
  if (amount === null || currency === null) {
    throw denied(rule, `${rule} cannot be checked for ${tool}: its amount is not known before the call.`);
  }
  const limit = limits[currency];
  if (limit !== undefined) return { amount, currency, limit };
  throw denied(rule, `${rule} of this session names no amount for ${currency}, so it allows none.`);
}

function denied(rule: string, message: string) {
  return apiError("policy_denied", message, { rule });
}

/** What a call would move: nothing, or so much. An amount or currency of null cannot be known before the call. */
type MovedMoney =
  | {
      amount: number | null;
      currency: Currency | null;
      /** The sums of sessions and days have it already: a capture takes what was counted when it was authorised. */
      counted?: boolean | undefined;
    }
  | undefined;

/** Computes what a call would move, for the limits of a policy. */
async function moneyOfCall(
  context: BackendContext,
  session: SessionRecord,
  { kind, name, risk, arguments: args, amount, currency }: ParsedCall,
): Promise<MovedMoney> {
  if (risk !== "moves_money") return undefined;
  if (kind === "native") return { amount, currency };
  // taking back what was never paid, or a label that was not used, moves nothing further
  if (args.action === "cancel") return undefined;
  const isFollowUp = args.action === "refund" || args.action === "capture";
  if (name !== "codespar_pay" || !isFollowUp || typeof args.payment_id !== "string")
    return { amount, currency };
  // a refund that names no amount gives back at most what was paid, and a capture takes what is held
  const document = await findProviderDocument(context.store, session, "payment", args.payment_id);
  const paid =
    document === undefined
      ? undefined
      : await context.store.readOperation(session.organisation, document.operationId);
  // money goes back in the currency in which it came
  return {
    amount: amount ?? paid?.amount ?? null,
    currency: paid?.currency ?? null,
    ...(args.action === "capture" && paid?.amount != null ? { counted: true } : {}),
  };
}

const none: Readonly<Record<string, unknown>> = {};

/** The arguments of a tool that the session has pinned. */
export function pinnedArguments(policy: Policy | null, tool: string): Readonly<Record<string, unknown>> {
  const byTool = policy?.pinned_arguments;
  return byTool !== undefined && Object.hasOwn(byTool, tool) ? (byTool[tool] ?? none) : none;
}

/** What a call really asks for: the pinned arguments win over what was sent. */
export function applyPins(
  policy: Policy | null,
  tool: string,
  args: Record<string, unknown>,
): Record<string, unknown> {
  const pinned = pinnedArguments(policy, tool);
  return pinned === none ? args : { ...args, ...pinned };
}
