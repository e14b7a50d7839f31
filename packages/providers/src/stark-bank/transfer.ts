import type { JsonObject } from "@codespar/contract";
import { parseBrCode } from "@codespar/formats";
import { transferFunds } from "../engines/payments/transfer-funds.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { generateStarkId, listStark, makeAll, notFound, starkTime } from "./stark-json.ts";

/** Milliseconds until money that goes out by Pix has arrived. */
const DELAY = 5000;

export type MoneyOut = "brcode_payment" | "transfer";

/** What makes a transfer under the same externalId the same one. */
const transferFields = ["amount", "name", "taxId", "bankCode", "branchCode", "accountNumber"] as const;

/** `POST /v2/transfer`: the same externalId with the same values is the first transfer, with others it refuses the whole list. */
export function createTransfers(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const known = context.list<JsonObject>("transfer");
  const made = makeAll<JsonObject>(
    objectsAt(args, "transfers"),
    (entry, others) => {
      const transfer = readTransfer(entry, context.now);
      const { externalId } = transfer;
      const earlier =
        externalId === "" ? undefined : [...known, ...others].find((one) => one.externalId === externalId);
      if (earlier === undefined || transferFields.every((field) => earlier[field] === transfer[field]))
        return earlier ?? transfer;
      return new Refusal("invalid_request", `externalId ${externalId} is taken.`, "duplicatedExternalId");
    },
    (transfer) => {
      // one that was sent before, or twice in this list
      const sent = context.list<JsonObject>("transfer").find((one) => isSame(one, transfer));
      return sent ?? sendOut("transfer", context, transfer);
    },
  );
  return made instanceof Refusal ? made : { message: "Transfer(s) successfully created", transfers: made };
}

function isSame(one: JsonObject, other: JsonObject): boolean {
  return other.externalId !== "" && one.externalId === other.externalId;
}

function readTransfer(entry: JsonObject, now: number): JsonObject {
  return {
    amount: numberAt(entry, "amount") ?? 0,
    name: textAt(entry, "name") ?? "",
    taxId: textAt(entry, "taxId") ?? "",
    bankCode: textAt(entry, "bankCode") ?? "",
    branchCode: textAt(entry, "branchCode") ?? "",
    accountNumber: textAt(entry, "accountNumber") ?? "",
    accountType: textAt(entry, "accountType") ?? "checking",
    externalId: textAt(entry, "externalId") ?? "",
    scheduled: textAt(entry, "scheduled") ?? starkTime(now),
    description: textAt(entry, "description") ?? "",
    displayDescription: "",
    tags: textsAt(entry, "tags"),
    rules: [],
    metadata: {},
  };
}

/** `POST /v2/brcode-payment`: one that is wrong refuses them all. */
export function createBrcodePayments(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const made = makeAll<JsonObject>(
    objectsAt(args, "payments"),
    (entry) => readBrcodePayment(entry, context.now),
    (payment) => sendOut("brcode_payment", context, payment),
  );
  return made instanceof Refusal
    ? made
    : { message: "BrcodePayment(s) successfully created", payments: made };
}

function readBrcodePayment(entry: JsonObject, now: number): JsonObject | Refusal {
  const brcode = textAt(entry, "brcode") ?? "";
  const parsed = parseBrCode(brcode);
  if (parsed === undefined) return new Refusal("invalid_request", "brcode is no BR Code.", "invalidBrcode");
  const amount = parsed.amount ?? numberAt(entry, "amount");
  if (amount === undefined)
    return new Refusal("invalid_request", "The code leaves its amount open: pass amount.", "invalidAmount");
  return {
    brcode,
    taxId: textAt(entry, "taxId") ?? "",
    description: textAt(entry, "description") ?? "",
    amount,
    name: parsed.merchantName,
    type: parsed.amount === undefined ? "static" : "dynamic",
    scheduled: textAt(entry, "scheduled") ?? starkTime(now),
    tags: textsAt(entry, "tags"),
    rules: [],
  };
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
  return (args: JsonObject, context: SimulationContext): JsonObject =>
    listStark(name, context.list<JsonObject>(kind).toReversed(), args);
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
