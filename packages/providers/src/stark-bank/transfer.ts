import type { JsonObject } from "@codespar/contract";
import { parseBrCode } from "@codespar/formats";
import { transferFunds } from "../engines/payments/transfer-funds.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { generateStarkId, listStark, notFound, starkTime } from "./stark-json.ts";

/** Milliseconds until money that goes out by Pix has arrived. */
const DELAY = 5000;

export type MoneyOut = "brcode_payment" | "transfer";

/** `POST /v2/transfer`: the same externalId again is the first transfer, if nothing else is other. */
export function createTransfers(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const known = context.list<JsonObject>("transfer");
  const made: JsonObject[] = [];
  for (const entry of objectsAt(args, "transfers")) {
    const externalId = textAt(entry, "externalId");
    const earlier = known.find((transfer) => externalId !== undefined && transfer.externalId === externalId);
    if (earlier !== undefined && earlier.amount !== entry.amount)
      return new Refusal("invalid_request", `externalId ${externalId} is taken.`, "duplicatedExternalId");
    made.push(
      earlier ??
        sendOut("transfer", context, {
          amount: numberAt(entry, "amount") ?? 0,
          name: textAt(entry, "name") ?? "",
          taxId: textAt(entry, "taxId") ?? "",
          bankCode: textAt(entry, "bankCode") ?? "",
          branchCode: textAt(entry, "branchCode") ?? "",
          accountNumber: textAt(entry, "accountNumber") ?? "",
          accountType: textAt(entry, "accountType") ?? "checking",
          externalId: externalId ?? "",
          scheduled: textAt(entry, "scheduled") ?? starkTime(context.now),
          description: textAt(entry, "description") ?? "",
          displayDescription: "",
          tags: textsAt(entry, "tags"),
          rules: [],
          metadata: {},
        }),
    );
  }
  return { message: "Transfer(s) successfully created", transfers: made };
}

/** `POST /v2/brcode-payment`. */
export function createBrcodePayments(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const made: JsonObject[] = [];
  for (const entry of objectsAt(args, "payments")) {
    const brcode = textAt(entry, "brcode") ?? "";
    const parsed = parseBrCode(brcode);
    if (parsed === undefined) return new Refusal("invalid_request", "brcode is no BR Code.", "invalidBrcode");
    const amount = parsed.amount ?? numberAt(entry, "amount");
    if (amount === undefined)
      return new Refusal("invalid_request", "The code leaves its amount open: pass amount.", "invalidAmount");
    made.push(
      sendOut("brcode_payment", context, {
        brcode,
        taxId: textAt(entry, "taxId") ?? "",
        description: textAt(entry, "description") ?? "",
        amount,
        name: parsed.merchantName,
        type: parsed.amount === undefined ? "static" : "dynamic",
        scheduled: textAt(entry, "scheduled") ?? starkTime(context.now),
        tags: textsAt(entry, "tags"),
        rules: [],
      }),
    );
  }
  return { message: "BrcodePayment(s) successfully created", payments: made };
}

function sendOut(kind: MoneyOut, context: CallContext, fields: JsonObject): JsonObject {
  const id = generateStarkId(context.random);
  const time = starkTime(context.now);
  const sent = { id, ...fields, fee: 0, status: "created", transactionIds: [], created: time, updated: time };
  context.put(kind, id, sent);
  const funds = transferFunds(context, { id, amount: numberAt(fields, "amount") ?? 0, currency: "BRL" });
  // what cannot be paid out of the balance fails later; it never blocks the call that asked for it
  const task = funds instanceof Refusal ? "fail_transfer" : "settle_transfer";
  context.schedule(context.now + DELAY, task, kind, id);
  return sent;
}

export function getMoneyOut(kind: MoneyOut, key: string) {
  return (args: JsonObject, context: SimulationContext): JsonObject | Refusal => {
    const id = textAt(args, "id") ?? "";
    const found = context.get<JsonObject>(kind, id);
    return found === undefined ? notFound(id) : { [key]: found };
  };
}

export function listMoneyOut(kind: MoneyOut, name: string) {
  return (args: JsonObject, context: SimulationContext): JsonObject => {
    const { taxId } = args;
    const items = context.list<JsonObject>(kind).toReversed();
    const fitting = items.filter((item) => taxId === undefined || item.taxId === taxId);
    return listStark(name, fitting, args);
  };
}

export const transferDue = {
  settle_transfer: (kind: string, id: string, context: SimulationContext) =>
    end(kind, id, context, { status: "success", transactionIds: [id] }),
  fail_transfer: (kind: string, id: string, context: SimulationContext) =>
    end(kind, id, context, { status: "failed" }),
};

function end(kind: string, id: string, context: SimulationContext, ended: JsonObject): void {
  const sent = context.get<JsonObject>(kind, id);
  if (sent?.status === "created")
    context.put(kind, id, { ...sent, ...ended, updated: starkTime(context.now) });
}
