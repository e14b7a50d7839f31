import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { randomDigits } from "@codespar/formats";
import { listCharges } from "../engines/payments/change-charge.ts";
import type { Charge } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { generateStarkId, listStark, starkTime } from "./stark-json.ts";

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "registered",
  // a bank takes no cards
  authorized: "registered",
  paid: "paid",
  partially_refunded: "paid",
  refunded: "paid",
  expired: "canceled",
  cancelled: "canceled",
  failed: "canceled",
};

/** `POST /v2/boleto`. */
export function createBoletos(
  args: JsonObject,
  context: CallContext,
  institution: Institution,
): JsonObject | Refusal {
  const made: JsonObject[] = [];
  for (const entry of objectsAt(args, "boletos")) {
    const { tags: _tags, amount: _amount, due: _due, ...payer } = entry;
    const charge = createCharge(context, {
      id: generateStarkId(context.random),
      method: "boleto",
      amount: numberAt(entry, "amount") ?? 0,
      currency: "BRL",
      dueDate: textAt(entry, "due"),
      institution,
      native: {
        ...payer,
        fine: numberAt(entry, "fine") ?? 2,
        interest: numberAt(entry, "interest") ?? 1,
        overdueLimit: numberAt(entry, "overdueLimit") ?? 59,
        tags: textsAt(entry, "tags"),
        ourNumber: randomDigits(context.random, 8),
      },
    });
    if (charge instanceof Refusal) return charge;
    made.push({ ...toBoleto(charge), status: "created" });
  }
  return { message: "Boleto(s) successfully created", boletos: made };
}

export function listBoletos(args: JsonObject, context: SimulationContext): JsonObject {
  const boletos = listCharges(context).filter(({ method }) => method === "boleto");
  return listStark("boletos", boletos.map(toBoleto).toReversed(), args);
}

function toBoleto(charge: Charge): JsonObject {
  return {
    id: charge.id,
    ...charge.native,
    amount: charge.amount,
    due: charge.boleto?.dueDate ?? "",
    line: charge.boleto?.line ?? "",
    barCode: charge.boleto?.barcode ?? "",
    status: statuses[charge.status],
    fee: 0,
    transactionIds: charge.paidAt === undefined ? [] : [charge.id],
    created: starkTime(charge.createdAt),
  };
}
