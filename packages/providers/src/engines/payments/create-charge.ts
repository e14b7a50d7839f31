import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import {
  type ClabeBank,
  COMPE_CODES,
  calendarDateAt,
  generateBoleto,
  generateChargeTxid,
  generateClabe,
  generateConektaOxxoReference,
  generatePseCus,
  generateSpeiReference,
  generateWebpayToken,
  isCalendarDate,
  PIX_ISPB,
  randomDigits,
  timeZoneOfCurrency,
} from "@codespar/formats";
import { readMagic } from "../../simulation/faults-and-magic.ts";
import { type CallContext, Refusal } from "../../simulation/provider-definition.ts";
import { readCardToken } from "./card-tokens.ts";
import type { MoneyTerms } from "./charge.ts";
import { CHARGE_KIND, type Charge } from "./charge.ts";
import { describeAmountProblem, describeExpiryProblem } from "./charge-limits.ts";
import { postCharge } from "./charge-money.ts";
import { notifyCharge } from "./notify-charge.ts";
import { boletoDueDate, payerActsAt, readExpiry } from "./payer.ts";
import type { PaymentConditions } from "./payment-conditions.ts";

/** The banks behind a server: whose boletos it issues, who returns a Pix, where its CLABEs live. */
export interface Institution {
  /** ISPB, eight digits. */
  ispb: string;
  /** COMPE code, three digits. */
  compe: string;
  /** @default "646", STP */
  clabeBank?: ClabeBank | undefined;
  /** @default Conekta's fourteen digits */
  oxxoReference?: ((random: RandomSource) => string) | undefined;
}

/** More than any of the simulated acquirers offers. */
const MOST_INSTALLMENTS = 48;

/** Milliseconds for which an authorised amount is held where the provider names no other time. */
const AUTHORIZATION_LIFE = 7 * 86_400_000;

/** For servers that are no bank themselves. */
export const ITAU: Institution = { ispb: PIX_ISPB.itau, compe: COMPE_CODES.itau };

export interface NewCharge {
  /** The provider's payment id, already drawn. */
  id: string;
  method: PaymentMethod;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** The caller's own id of the order; may be a magic word. */
  reference?: string | undefined;
  description?: string | undefined;
  customer?: string | undefined;
  /** `YYYY-MM-DD`. */
  dueDate?: string | undefined;
  /** Milliseconds since the epoch; wins over `dueDate`, except on the boleto itself. */
  expiresAt?: number | undefined;
  cardToken?: string | undefined;
  /** 0 means none, as 1 does. @default 1 */
  installments?: number | undefined;
  /** Whether a card is charged at once; else it is authorised, and released when nobody captures it in time. @default true */
  capture?: boolean | undefined;
  /** Milliseconds for which an authorised amount is held. @default seven days */
  holdMs?: number | undefined;
  institution?: Institution | undefined;
  /** What the provider keeps, and when the rest can be spent. @default nothing, at once */
  money?: MoneyTerms | undefined;
  /** Of a boleto that can be paid late: its fine, interest and discount. */
  conditions?: PaymentConditions | undefined;
  /** What becomes of it by itself. @default paid, unless the reference says otherwise */
  ending?: Charge["ending"];
  /** Where the payer goes on after a page of the provider's. */
  returnUrl?: string | undefined;
  /** Where the server knows a Pix by its txid. @default drawn */
  txid?: string | undefined;
  /** Where the server knows a transaction by its Webpay token. @default drawn */
  webpayToken?: string | undefined;
  native?: JsonObject | undefined;
}

/**
 * Makes a charge: a card is paid or declined at once (`status` is `failed` then), all else waits for its payer.
 * The customer pays by themselves as the clock moves, unless the reference is `sandbox:never_pays` or
 * `sandbox:payment_fails`.
 */
export function createCharge(context: CallContext, input: NewCharge): Charge | Refusal {
  const { method, currency, amount } = input;
  const problem = findChargeProblem(input, context.now);
  if (problem !== undefined) return problem;
  const charge: Charge = {
    id: input.id,
    operationId: context.operationId,
    method,
    amount,
    currency,
    status: "pending",
    createdAt: context.now,
    updatedAt: context.now,
    refunds: [],
    money: input.money,
    conditions: input.conditions,
    reference: input.reference,
    description: input.description,
    customer: input.customer,
    returnUrl: input.returnUrl,
    native: input.native,
  };
  if (method === "credit_card" || method === "debit_card") return chargeCard(context, charge, input);
  awaitPayer(charge, input);
  addInstructions(charge, input, context.random);
  context.put(CHARGE_KIND, charge.id, charge);
  context.schedule(charge.settlesAt ?? context.now, "settle_charge", CHARGE_KIND, charge.id);
  return charge;
}

/** Why there can be no such charge, whoever pays it; undefined when there can. A card may still be refused. */
export function findChargeProblem(
  input: Pick<NewCharge, "amount" | "currency" | "dueDate" | "expiresAt" | "method">,
  now: number,
): Refusal | undefined {
  const problem = describeAmountProblem(input.method, input.amount);
  if (problem !== undefined) return new Refusal("amount_out_of_range", problem);
  const dueProblem = describeDueDateProblem(input, now) ?? describeExpiryProblem(input.expiresAt, now);
  return dueProblem === undefined ? undefined : new Refusal("invalid_due_date", dueProblem);
}

/** Why a charge cannot be due then; undefined when it can. */
export function describeDueDateProblem(
  { dueDate, currency }: Pick<NewCharge, "currency" | "dueDate">,
  now: number,
): string | undefined {
  if (dueDate === undefined) return undefined;
  if (!isCalendarDate(dueDate)) return `${dueDate} is not a date. Pass YYYY-MM-DD.`;
  const today = calendarDateAt(now, timeZoneOfCurrency(currency));
  return dueDate < today ? `The due date ${dueDate} has passed; today is ${today}.` : undefined;
}

function chargeCard(context: CallContext, charge: Charge, input: NewCharge): Charge | Refusal {
  const read = readCardToken(input.cardToken);
  if (read === undefined) {
    return new Refusal("invalid_card_token", `There is no card token ${input.cardToken}. Try tok_visa.`);
  }
  const { installments = 1 } = input;
  if (!Number.isInteger(installments) || installments < 0 || installments > MOST_INSTALLMENTS) {
    const message = `A card takes 1 to ${MOST_INSTALLMENTS} installments, not ${installments}.`;
    return new Refusal("invalid_installments", message);
  }
  charge.card = {
    ...read.card,
    installments: Math.max(1, installments),
    authorizationCode: read.decline === undefined ? randomDigits(context.random, 6) : "",
  };
  if (read.decline === undefined && input.capture === false)
    return authorizeCard(context, charge, input.holdMs);
  if (read.decline === undefined) {
    charge.status = "paid";
    charge.paidAt = context.now;
  } else {
    charge.status = "failed";
    charge.decline = read.decline;
  }
  context.put(CHARGE_KIND, charge.id, charge);
  postCharge(context, charge);
  notifyCharge(context, charge.status === "paid" ? "payment.confirmed" : "payment.failed", charge);
  return charge;
}

/** The amount is held on the card until it is captured, or too late. */
function authorizeCard(context: CallContext, charge: Charge, holdMs = AUTHORIZATION_LIFE): Charge {
  charge.status = "authorized";
  charge.authorizedAt = context.now;
  charge.ending = "expired";
  charge.expiresAt = context.now + holdMs;
  charge.settlesAt = charge.expiresAt;
  context.put(CHARGE_KIND, charge.id, charge);
  context.schedule(charge.expiresAt, "settle_charge", CHARGE_KIND, charge.id);
  return charge;
}

function awaitPayer(charge: Charge, input: NewCharge): void {
  const { method, currency, createdAt } = charge;
  const expiresAt =
    input.expiresAt ?? readExpiry({ method, currency, createdAt, dueDate: input.dueDate }) ?? createdAt;
  charge.expiresAt = expiresAt;
  charge.ending = input.ending ?? readEnding(method, readMagic(input.reference));
  charge.settlesAt = charge.ending === "expired" ? expiresAt : payerActsAt(method, createdAt, expiresAt);
}

/** Only where the payer's bank or wallet is asked can it say no; a code or boleto simply stays unpaid. */
function readEnding(method: PaymentMethod, magic: string | undefined): Charge["ending"] {
  const canFail = method === "pse" || method === "webpay" || method === "wallet";
  if (magic === "payment_fails") return canFail ? "failed" : "expired";
  return magic === "never_pays" ? "expired" : "paid";
}

/** Draws what the payer needs: a txid, a boleto, an account. */
function addInstructions(charge: Charge, input: NewCharge, random: RandomSource): void {
  const institution = input.institution ?? ITAU;
  switch (charge.method) {
    case "pix":
      charge.pix = { txid: input.txid ?? generateChargeTxid(random), receiverIspb: institution.ispb };
      return;
    case "boleto": {
      const dueDate = input.dueDate ?? boletoDueDate(charge.createdAt);
      const { barcode, line } = generateBoleto(random, {
        bank: institution.compe,
        amount: charge.amount,
        dueDate,
      });
      charge.boleto = { barcode, line, dueDate };
      return;
    }
    case "spei":
      charge.spei = {
        clabe: generateClabe(random, { bank: institution.clabeBank }),
        reference: generateSpeiReference(random),
      };
      return;
    case "oxxo":
      charge.oxxo = { reference: (institution.oxxoReference ?? generateConektaOxxoReference)(random) };
      return;
    case "pse":
      charge.pse = { cus: generatePseCus(random) };
      return;
    case "webpay":
      charge.webpay = { token: input.webpayToken ?? generateWebpayToken(random) };
      return;
    case "wallet":
    case "credit_card":
    case "debit_card":
      return;
    default:
      charge.method satisfies never;
  }
}
