import type { Json, JsonObject, PaymentMethod } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import {
  COMPE_CODES,
  calendarDateAt,
  generateUuid,
  isValidCnpj,
  isValidCpf,
  PIX_ISPB,
  randomDigits,
  randomLowerAlphanumerics,
  SAO_PAULO,
  startOfDate,
  toMajorUnits,
} from "@codespar/formats";
import { amendCharge } from "../engines/payments/amend-charge.ts";
import {
  cancelCharge,
  captureCharge,
  chargeDue,
  getCharge,
  listCharges,
  refundCharge,
} from "../engines/payments/change-charge.ts";
import { CHARGE_KIND, type Charge, pixCode, showCharge, showNewCharge } from "../engines/payments/charge.ts";
import { checkoutDue, createCheckout } from "../engines/payments/checkout.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { getBalance } from "../engines/payments/ledger.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { describeAsaasArgument } from "./argument-error.ts";
import { describeCheckout } from "./checkout.ts";
import { creditDate, getTerms, localTime, toPayment } from "./payment.ts";
import { readConditions } from "./payment-conditions.ts";
import { cancelSubscription, createSubscription, getSubscription, subscriptionDue } from "./subscription.ts";
import { asaasTools } from "./tools.ts";
import { createTransfer, listTransfers, transferDue } from "./transfer.ts";

const institution: Institution = { ispb: PIX_ISPB.asaas, compe: COMPE_CODES.asaas };

const CUSTOMER = "customer";

const methods: Readonly<Record<string, PaymentMethod>> = {
  PIX: "pix",
  BOLETO: "boleto",
  CREDIT_CARD: "credit_card",
};

/** Recorded for a card that its issuer declined. */
const DECLINED = "invalid_action";

/** How long an account holds what is authorised unless it sets another number of days: five, by theoxys/asaas-mock-server. */
const HELD = 5 * 86_400_000;

/** What a payment can have and the simulation does not do: refused, and not swallowed. */
const notSimulated = ["split", "creditCard"];

/** Asaas, Brazil: values in reais, local times of São Paulo, ids such as `pay_3k9x…`. */
export const asaasSimulation = defineSimulation({
  id: "asaas",
  tools: asaasTools,
  describeArgumentIssue: describeAsaasArgument,
  handlers: {
    asaas_create_payment: createPayment,
    asaas_get_payment: (args, context) =>
      showCharge(getCharge(context, getId(args)), (charge) => toPayment(charge, context)),
    asaas_list_payments: (args, context) =>
      page(
        args,
        listCharges(context)
          .map((charge) => toPayment(charge, context))
          .filter((payment) => isMadeIn(args, payment))
          .toReversed(),
        ["customer", "billingType", "status", "externalReference", "subscription"],
      ),
    asaas_capture_payment: capturePayment,
    asaas_update_payment: updatePayment,
    asaas_delete_payment(args, context) {
      const charge = cancelCharge(context, getId(args));
      return charge instanceof Refusal ? charge : { deleted: true, id: charge.id };
    },
    asaas_refund_payment: refundPayment,
    asaas_get_pix_qrcode: getPixQrCode,
    asaas_get_boleto(args, context) {
      const charge = getCharge(context, getId(args));
      if (charge instanceof Refusal) return charge;
      if (charge.boleto === undefined)
        return new Refusal("invalid_request", "The payment is not a boleto.", "invalid_action");
      const { line, barcode } = charge.boleto;
      return {
        identificationField: line,
        nossoNumero: textAt(charge.native, "nossoNumero") ?? "",
        barCode: barcode,
      };
    },
    asaas_create_customer: createCustomer,
    asaas_get_customer: (args, context) =>
      context.get<JsonObject>(CUSTOMER, getId(args)) ??
      new Refusal("not_found", "There is no such customer.", "not_found"),
    asaas_list_customers: (args, context) =>
      page(args, context.list<JsonObject>(CUSTOMER).toReversed(), [
        "cpfCnpj",
        "email",
        "name",
        "externalReference",
      ]),
    asaas_create_checkout: openCheckout,
    asaas_create_subscription: (args, context) => createSubscription(args, context, createPayment),
    asaas_get_subscription: (args, context) => getSubscription(getId(args), context),
    asaas_cancel_subscription: (args, context) => cancelSubscription(getId(args), context),
    asaas_create_transfer: (args, context) => createTransfer(args, context),
    asaas_list_transfers(args, context) {
      return page(
        args,
        listTransfers(context).filter((transfer) => isMadeIn(args, transfer)),
        [],
      );
    },
    asaas_get_balance: (_args, context) => ({ balance: toMajorUnits(readBalance(context), "BRL") }),
  },
  reads: { asaas_get_pix_transaction: getPixTransaction },
  due: {
    ...chargeDue,
    ...transferDue,
    ...subscriptionDue(createPayment),
    ...checkoutDue((checkout, { random }) => ({
      id: newPaymentId(random),
      institution,
      native: { ...paymentNumbers(random), checkoutSession: checkout.id },
      moneyOf: getTerms,
    })),
    /** What was paid by card arrives. */
    credit_card_payment(_kind: string, id: string, context: SimulationContext): void {
      const charge = getCharge(context, id);
      if (charge instanceof Refusal || charge.paidAt === undefined || charge.status === "refunded") return;
      context.put(CHARGE_KIND, id, { ...charge, native: { ...charge.native, credited: true } });
    },
  },
});

function createPayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const method = methods[textAt(args, "billingType") ?? ""];
  if (method === undefined) return invalid("billingType");
  const amount = amountAt(args, "value", "BRL");
  if (amount === undefined) return invalid("value");
  const { random } = context;
  const customer = textAt(args, "customer");
  if (customer !== undefined && context.get(CUSTOMER, customer) === undefined) return invalid("customer");
  const swallowed = notSimulated.find((name) => valueAt(args, name) !== undefined);
  if (swallowed !== undefined)
    return new Refusal("invalid_request", `The sandbox does not simulate ${swallowed}.`, "invalid_action");
  const conditions = readConditions(args, method, amount);
  if (conditions instanceof Refusal) return conditions;
  const dueDate = textAt(args, "dueDate");
  const subscription = textAt(args, "subscription");
  // a Pix that is due today is for now: it waits an hour, as without a date
  const today = calendarDateAt(context.now, SAO_PAULO);
  const charge = createCharge(context, {
    id: newPaymentId(random),
    method,
    amount,
    currency: "BRL",
    reference: textAt(args, "externalReference"),
    description: textAt(args, "description"),
    customer,
    dueDate: method === "boleto" || dueDate !== today ? dueDate : undefined,
    cardToken: textAt(args, "creditCardToken"),
    capture: valueAt(args, "authorizeOnly") !== true,
    holdMs: HELD,
    installments: numberAt(args, "installmentCount"),
    institution,
    money: getTerms(method),
    conditions,
    native: {
      ...paymentNumbers(random),
      ...(dueDate === undefined ? {} : { dueDate }),
      ...(subscription === undefined ? {} : { subscription }),
      ...(method === "boleto" ? { nossoNumero: randomDigits(random, 8) } : {}),
    },
  });
  scheduleCredit(charge, context);
  return showNewCharge(
    charge,
    (made) => toPayment(made, context),
    () => DECLINED,
  );
}

/** Takes what was authorised: the call has no amount, so it is always the whole. */
function capturePayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const captured = captureCharge(context, getId(args));
  if (captured instanceof Refusal) return captured;
  scheduleCredit(captured, context);
  return toPayment(captured, context);
}

/** Whether a document was made between the dates of a list's filters. */
function isMadeIn(args: JsonObject, { dateCreated = "" }: JsonObject): boolean {
  const date = String(dateCreated);
  return (
    date >= (textAt(args, "dateCreated[ge]") ?? "") && date <= (textAt(args, "dateCreated[le]") ?? "9999")
  );
}

/** A card payment is in the balance weeks later, which is reported then. */
function scheduleCredit(charge: Charge | Refusal, context: CallContext): void {
  if (charge instanceof Refusal || charge.method !== "credit_card") return;
  const date = creditDate(charge);
  if (date !== undefined)
    context.schedule(startOfDate(date, SAO_PAULO), "credit_card_payment", CHARGE_KIND, charge.id);
}

function paymentNumbers(random: RandomSource): JsonObject {
  return { invoiceNumber: randomDigits(random, 8), pixTransaction: generateUuid(random) };
}

/** Only what waits for its payer: amount, due date and words. */
function updatePayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const billingType = textAt(args, "billingType");
  const charge = getCharge(context, getId(args));
  if (charge instanceof Refusal) return charge;
  if (billingType !== undefined && methods[billingType] !== charge.method)
    return new Refusal("invalid_request", "The sandbox does not change a billing type.", "invalid_action");
  const amount = valueAt(args, "value") === undefined ? charge.amount : amountAt(args, "value", "BRL");
  if (amount === undefined) return invalid("value");
  const changed = amendCharge(context, charge.id, {
    compe: institution.compe,
    amount,
    dueDate: textAt(args, "dueDate"),
    description: textAt(args, "description"),
    reference: textAt(args, "externalReference"),
  });
  return changed instanceof Refusal ? changed : toPayment(changed, context);
}

/** What has arrived and was neither given back nor sent on, in cents. */
function readBalance(context: SimulationContext): number {
  return getBalance(context, "available", "BRL");
}

/** The transaction behind a paid Pix: its end-to-end id, which the payment does not show. */
export function getPixTransaction(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = getId(args);
  const charge = listCharges(context).find(
    (each) => each.pix?.endToEndId !== undefined && textAt(each.native, "pixTransaction") === id,
  );
  if (charge?.pix?.endToEndId === undefined)
    return new Refusal("not_found", "There is no such transaction.", "not_found");
  return {
    id,
    endToEndIdentifier: charge.pix.endToEndId,
    value: toMajorUnits(charge.amount, "BRL"),
    payment: charge.id,
  };
}

function refundPayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const amount = amountAt(args, "value", "BRL");
  const refunded = refundCharge(context, getId(args), {
    id: `rfd_${randomDigits(context.random, 12)}`,
    amount,
    description: textAt(args, "description"),
  });
  return refunded instanceof Refusal ? refunded : toPayment(refunded.charge, context);
}

function openCheckout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const types = textsAt(args, "billingTypes");
  const offered = types.map((type) => methods[type]).filter((method) => method !== undefined);
  if (offered.length === 0 || offered.length < types.length) return invalid("billingTypes");
  const items = objectsAt(args, "items");
  const amount = items.reduce((sum, item) => sum + itemAmount(item), 0);
  const minutes = numberAt(args, "minutesToExpire") ?? 60;
  const checkout = createCheckout(context, {
    id: generateUuid(context.random),
    amount,
    currency: "BRL",
    methods: offered,
    expiresAt: context.now + minutes * 60_000,
    reference: textAt(args, "externalReference"),
    description: textAt(items[0], "description"),
    returnUrl: textAt(args, "callback.successUrl"),
    native: { billingTypes: types, chargeTypes: textsAt(args, "chargeTypes") },
  });
  return checkout instanceof Refusal ? checkout : describeCheckout(checkout, context);
}

/** In cents. */
function itemAmount(item: JsonObject): number {
  return (numberAt(item, "quantity") ?? 1) * (amountAt(item, "value", "BRL") ?? 0);
}

function newPaymentId(random: RandomSource): string {
  return `pay_${randomLowerAlphanumerics(random, 16)}`;
}

function getPixQrCode(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = getCharge(context, getId(args));
  if (charge instanceof Refusal) return charge;
  if (charge.pix === undefined)
    return new Refusal("invalid_request", "The payment is not a Pix.", "invalid_action");
  const payload = pixCode(context, charge);
  return {
    encodedImage: context.qrPicture(payload),
    payload,
    expirationDate: localTime(charge.expiresAt ?? charge.createdAt),
  };
}

function createCustomer(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const name = textAt(args, "name");
  if (name === undefined) return invalid("name");
  const document = textAt(args, "cpfCnpj")?.replace(/[^0-9A-Za-z]/g, "") ?? null;
  // recorded
  if (document !== null && !isValidCpf(document) && !isValidCnpj(document))
    return new Refusal("invalid_request", "O CPF/CNPJ informado é inválido.", "invalid_object");
  const text = (field: string) => textAt(args, field) ?? null;
  const customer: JsonObject = {
    object: "customer",
    id: `cus_${randomDigits(context.random, 12)}`,
    dateCreated: calendarDateAt(context.now, SAO_PAULO),
    name,
    email: text("email"),
    company: null,
    phone: text("phone"),
    mobilePhone: text("mobilePhone"),
    address: text("address"),
    addressNumber: text("addressNumber"),
    complement: text("complement"),
    province: text("province"),
    postalCode: text("postalCode"),
    cpfCnpj: document,
    personType: document?.length === 14 ? "JURIDICA" : "FISICA",
    deleted: false,
    additionalEmails: null,
    externalReference: text("externalReference"),
    notificationDisabled: valueAt(args, "notificationDisabled") === true,
    observations: null,
    municipalInscription: null,
    stateInscription: null,
    canDelete: true,
    cannotBeDeletedReason: null,
    canEdit: true,
    cannotEditReason: null,
    city: null,
    cityName: null,
    state: null,
    country: "Brasil",
  };
  context.put(CUSTOMER, textAt(customer, "id") ?? "", customer);
  return customer;
}

export function page(args: JsonObject, all: readonly JsonObject[], filters: readonly string[]): JsonObject {
  const matching = all.filter((item) =>
    filters.every((filter) => valueAt(args, filter) === undefined || valueAt(args, filter) === item[filter]),
  );
  const offset = numberAt(args, "offset") ?? 0;
  const limit = Math.min(numberAt(args, "limit") ?? 10, 100);
  const data: Json[] = matching.slice(offset, offset + limit);
  const hasMore = offset + limit < matching.length;
  return { object: "list", hasMore, totalCount: matching.length, limit, offset, data };
}

function invalid(field: string): Refusal {
  return new Refusal(
    "invalid_request",
    `O campo ${field} deve ser informado corretamente.`,
    `invalid_${field}`,
  );
}

function getId(args: JsonObject): string {
  return textAt(args, "id") ?? "";
}
