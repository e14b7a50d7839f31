import type { Currency } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { findProviderDocument } from "../../store/find-provider-document.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { ParsedCall } from "../parsed-call.ts";

/** What a call would move: nothing, or so much. An amount or currency of null cannot be known before the call. */
export type MovedMoney =
  | {
      amount: number | null;
      currency: Currency | null;
      /** The sums of sessions and days have it already: a capture takes what was counted when it was authorised. */
      counted?: boolean | undefined;
    }
  | undefined;

/** Computes what a call would move, for the limits of a policy. */
export async function moneyOfCall(
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
