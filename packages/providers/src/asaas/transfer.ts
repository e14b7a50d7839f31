import type { JsonObject } from "@codespar/contract";
import {
  calendarDateAt,
  endOfDate,
  generateEndToEndId,
  generateUuid,
  isCalendarDate,
  PIX_ISPB,
  SAO_PAULO,
  startOfDate,
  toMajorUnits,
} from "@codespar/formats";
import { transferFunds } from "../engines/payments/transfer-funds.ts";
import { amountAt } from "../json/native-json.ts";
import { textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";

export const TRANSFER_KIND = "transfer";

/** Milliseconds until a Pix out is done. */
const PIX_DELAY = 5000;

/** Sends money out of the balance: it is taken at once, and arrives on the date that is asked for. */
export function createTransfer(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const amount = amountAt(args, "value", "BRL");
  if (amount === undefined || amount <= 0) return invalid("value");
  const key = textAt(args, "pixAddressKey");
  if (key === undefined && valueAt(args, "bankAccount") === undefined) return invalid("pixAddressKey");
  const today = calendarDateAt(context.now, SAO_PAULO);
  const scheduleDate = textAt(args, "scheduleDate");
  if (scheduleDate !== undefined && (!isCalendarDate(scheduleDate) || scheduleDate < today))
    return invalid("scheduleDate");
  const id = generateUuid(context.random);
  const sent = transferFunds(context, { id, amount, currency: "BRL" });
  // code and words are unverified
  if (sent instanceof Refusal)
    return new Refusal(
      "insufficient_funds",
      "Saldo insuficiente para realizar a transferência.",
      "invalid_action",
    );
  const isPix = key !== undefined || textAt(args, "operationType") === "PIX";
  const transfer: JsonObject = {
    object: "transfer",
    id,
    dateCreated: today,
    status: "PENDING",
    value: toMajorUnits(amount, "BRL"),
    netValue: toMajorUnits(amount, "BRL"),
    transferFee: 0,
    effectiveDate: null,
    endToEndIdentifier: null,
    scheduleDate: scheduleDate ?? today,
    authorized: true,
    operationType: isPix ? "PIX" : "TED",
    externalReference: textAt(args, "externalReference") ?? null,
    description: textAt(args, "description") ?? null,
  };
  context.put(TRANSFER_KIND, id, transfer);
  const isLater = scheduleDate !== undefined && scheduleDate !== today;
  const start = isLater ? startOfDate(scheduleDate, SAO_PAULO) : context.now;
  // a TED arrives by the end of the day
  const at = isPix ? start + PIX_DELAY : endOfDate(scheduleDate ?? today, SAO_PAULO);
  context.schedule(at, "settle_transfer", TRANSFER_KIND, id);
  return transfer;
}

/** Newest first. */
export function listTransfers(context: SimulationContext): JsonObject[] {
  return context.list<JsonObject>(TRANSFER_KIND).toReversed();
}

export const transferDue = {
  /** The money has arrived. */
  settle_transfer(_kind: string, id: string, context: SimulationContext): void {
    const transfer = context.get<JsonObject>(TRANSFER_KIND, id);
    if (transfer?.status !== "PENDING") return;
    context.put(TRANSFER_KIND, id, {
      ...transfer,
      status: "DONE",
      effectiveDate: calendarDateAt(context.now, SAO_PAULO),
      endToEndIdentifier:
        transfer.operationType === "PIX"
          ? generateEndToEndId(context.random, { ispb: PIX_ISPB.asaas, at: context.now })
          : null,
    });
  },
};

function invalid(field: string): Refusal {
  return new Refusal(
    "invalid_request",
    `O campo ${field} deve ser informado corretamente.`,
    `invalid_${field}`,
  );
}
