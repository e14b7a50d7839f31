import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { randomDigits } from "@codespar/formats";
import { listCharges } from "../engines/payments/change-charge.ts";
import type { Charge } from "../engines/payments/charge.ts";
import {
  createCharge,
  findChargeProblem,
  type Institution,
  type NewCharge,
} from "../engines/payments/create-charge.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { generateStarkId, listStark, makeAll, requireCharge, starkTime } from "./stark-json.ts";

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

/** `POST /v2/boleto`: one that is wrong refuses them all. */
export function createBoletos(
  args: JsonObject,
  context: CallContext,
  institution: Institution,
): JsonObject | Refusal {
  const made = makeAll<NewCharge>(
    objectsAt(args, "boletos"),
    (entry) => {
      const charge = readBoleto(entry, context, institution);
      return findChargeProblem(charge, context.now) ?? charge;
    },
    (charge) => ({ ...toBoleto(requireCharge(createCharge(context, charge))), status: "created" }),
  );
  return made instanceof Refusal ? made : { message: "Boleto(s) successfully created", boletos: made };
}

function readBoleto(entry: JsonObject, { random }: CallContext, institution: Institution): NewCharge {
  const { tags: _tags, amount: _amount, due: _due, ...payer } = entry;
  return {
    id: generateStarkId(random),
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
      ourNumber: randomDigits(random, 8),
    },
  };
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
