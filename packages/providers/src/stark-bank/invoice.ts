import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { cancelCharge, getCharge, listCharges, refundCharge } from "../engines/payments/change-charge.ts";
import {
  CHARGE_KIND,
  type Charge,
  chargedAmount,
  chargeUrl,
  pixCode,
  refundedAmount,
} from "../engines/payments/charge.ts";
import {
  createCharge,
  findChargeProblem,
  type Institution,
  type NewCharge,
} from "../engines/payments/create-charge.ts";
import { instantAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { generateStarkId, listStark, makeAll, requireCharge, starkTime } from "./stark-json.ts";

const DAY = 86_400_000;
const DUE_DAYS = 2;
const EXPIRATION_SECONDS = 59 * 86_400;

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "created",
  // a Pix is never held
  authorized: "created",
  paid: "paid",
  partially_refunded: "paid",
  refunded: "voided",
  expired: "expired",
  cancelled: "canceled",
  failed: "expired",
};

/** `POST /v2/invoice`: one charge by Pix for each entry; one that is wrong refuses them all. */
export function createInvoice(
  args: JsonObject,
  context: CallContext,
  institution: Institution,
): JsonObject | Refusal {
  const made = makeAll<NewCharge>(
    objectsAt(args, "invoices"),
    (entry) => {
      const charge = readInvoice(entry, context, institution);
      return charge instanceof Refusal ? charge : (findChargeProblem(charge, context.now) ?? charge);
    },
    (charge) => toInvoice(requireCharge(createCharge(context, charge)), context),
  );
  return made instanceof Refusal ? made : { message: "Invoice(s) successfully created", invoices: made };
}

function readInvoice(
  entry: JsonObject,
  { now, random }: CallContext,
  institution: Institution,
): NewCharge | Refusal {
  const due = textAt(entry, "due");
  const dueAt = due === undefined ? now + DUE_DAYS * DAY : instantAt(entry, "due");
  if (dueAt === undefined) return new Refusal("invalid_due_date", `due ${due} is no time.`, "invalidDue");
  const expiration = numberAt(entry, "expiration") ?? EXPIRATION_SECONDS;
  const descriptions = objectsAt(entry, "descriptions");
  const said = (key: string) =>
    textAt(
      descriptions.find((item) => item.key === key),
      "value",
    );
  return {
    id: generateStarkId(random),
    method: "pix",
    amount: numberAt(entry, "amount") ?? 0,
    currency: "BRL",
    reference: said("referencia"),
    description: said("descricao"),
    expiresAt: dueAt + expiration * 1000,
    institution,
    native: {
      taxId: textAt(entry, "taxId") ?? "",
      name: textAt(entry, "name") ?? "",
      due: starkTime(dueAt),
      expiration,
      fine: numberAt(entry, "fine") ?? 2,
      interest: numberAt(entry, "interest") ?? 1,
      descriptions,
      tags: textsAt(entry, "tags"),
    },
  };
}

export function getInvoice(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = findInvoice(args, context);
  return charge instanceof Refusal ? charge : { invoice: toInvoice(charge, context) };
}

export function listInvoices(args: JsonObject, context: SimulationContext): JsonObject {
  const invoices = invoicesOf(context).map((charge) => toInvoice(charge, context));
  return listStark("invoices", invoices.toReversed(), args);
}

/** `PATCH /v2/invoice/{id}`: cancels or changes what is unpaid; a lower amount of a paid one gives the difference back. */
export function updateInvoice(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = findInvoice(args, context);
  if (charge instanceof Refusal) return charge;
  const changed = change(charge, args, context);
  return changed instanceof Refusal ? changed : { invoice: toInvoice(changed, context) };
}

function change(charge: Charge, args: JsonObject, context: CallContext): Charge | Refusal {
  if (textAt(args, "status") === "canceled") return cancelCharge(context, charge.id);
  if (args.due !== undefined || args.expiration !== undefined)
    return new Refusal(
      "invalid_request",
      "due and expiration cannot be changed in the sandbox.",
      "invalidDue",
    );
  const amount = numberAt(args, "amount");
  if (amount === undefined) return charge;
  if (charge.status === "pending") {
    const cheaper: Charge = { ...charge, amount, updatedAt: context.now };
    context.put(CHARGE_KIND, charge.id, cheaper);
    return cheaper;
  }
  const refunded = refundCharge(context, charge.id, {
    id: generateStarkId(context.random),
    amount: chargedAmount(charge) - refundedAmount(charge) - amount,
  });
  return refunded instanceof Refusal ? refunded : refunded.charge;
}

/** `GET /v2/invoice/log`: each with the invoice as it was then, newest first. */
export function listInvoiceLogs(args: JsonObject, context: SimulationContext): JsonObject {
  const [ids, types] = [textsAt(args, "invoiceIds"), textsAt(args, "types")];
  const logs = invoicesOf(context)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .flatMap((charge) => logsOf(charge, context))
    .filter(({ type }) => types.length === 0 || types.includes(String(type)));
  return listStark("logs", logs.toReversed(), { ...args, tags: [], ids: [] });
}

/** What happened to an invoice, oldest first. */
export function logsOf(charge: Charge, context: SimulationContext): JsonObject[] {
  const log = (type: string, at: number, id: string, before: Charge): JsonObject => ({
    id,
    created: starkTime(at),
    type,
    errors: [],
    invoice: toInvoice(before, context),
  });
  const bare: Charge = { ...charge, refunds: [], status: "pending" };
  const logs = [log("created", charge.createdAt, `1${charge.id.slice(1)}`, bare)];
  if (charge.paidAt !== undefined)
    logs.push(log("paid", charge.paidAt, `2${charge.id.slice(1)}`, { ...bare, status: "paid" }));
  for (const [index, refund] of charge.refunds.entries()) {
    const refunds = charge.refunds.slice(0, index + 1);
    const isWhole = refundedAmount({ ...charge, refunds }) === chargedAmount(charge);
    const then: Charge = { ...charge, refunds, status: isWhole ? "refunded" : "partially_refunded" };
    logs.push(log("reversed", refund.createdAt, refund.id, then));
  }
  if (charge.status === "cancelled" || charge.status === "expired") {
    const type = charge.status === "cancelled" ? "canceled" : "expired";
    logs.push(log(type, charge.updatedAt, `3${charge.id.slice(1)}`, charge));
  }
  return logs;
}

export function getInvoicePayment(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = findInvoice(args, context);
  if (charge instanceof Refusal) return charge;
  if (charge.pix?.endToEndId === undefined)
    return new Refusal("payment_not_paid", `Invoice ${charge.id} has not been paid.`, "invalidInvoiceStatus");
  return {
    payment: {
      amount: charge.amount,
      name: textAt(charge.native, "name") ?? "",
      taxId: textAt(charge.native, "taxId") ?? "",
      bankCode: charge.pix.endToEndId.slice(1, 9),
      branchCode: "0001",
      accountNumber: "12345678-9",
      accountType: "checking",
      endToEndId: charge.pix.endToEndId,
      method: "pix",
    },
  };
}

function toInvoice(charge: Charge, context: SimulationContext): JsonObject {
  const { id, native = {} } = charge;
  const link = chargeUrl(context, id);
  return {
    id,
    ...native,
    amount: chargedAmount(charge) - refundedAmount(charge),
    nominalAmount: charge.amount,
    fineAmount: 0,
    interestAmount: 0,
    discountAmount: 0,
    discounts: [],
    rules: [],
    splits: [],
    status: statuses[charge.status],
    brcode: pixCode(context, charge),
    link,
    pdf: link,
    fee: 0,
    displayDescription: "",
    transactionIds: charge.paidAt === undefined ? [] : [id],
    created: starkTime(charge.createdAt),
    updated: starkTime(charge.updatedAt),
  };
}

function invoicesOf(context: SimulationContext): Charge[] {
  return listCharges(context).filter(({ method }) => method === "pix");
}

function findInvoice(args: JsonObject, context: SimulationContext): Charge | Refusal {
  const id = textAt(args, "id") ?? "";
  const charge = getCharge(context, id);
  if (!(charge instanceof Refusal) && charge.pix !== undefined) return charge;
  return new Refusal("payment_not_found", `There is no invoice ${id}.`, "invalidInvoiceId");
}
