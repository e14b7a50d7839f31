import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, PayOutput } from "@codespar/contract";
import { readReference } from "../connect/own-reference.ts";
import { textAt } from "../json/native-json.ts";
import type { ProviderFact, ReadBack, ReadBackCalls } from "./webhook-definition.ts";

export interface PaymentReadBack {
  translator: Translator;
  /** The native tool that shows a payment. */
  tool: string;
  /** Where the payment has our reference. */
  reference: string | ((payment: JsonObject) => string | undefined);
  /** The page that the payment was made on, for those that have one. */
  checkoutId?: ((payment: JsonObject, calls: ReadBackCalls) => Promise<string | undefined>) | undefined;
}

/** Reads a payment back by the translator that made it, and says what is true of it. */
export function readPaymentBack({ translator, tool, reference, checkoutId }: PaymentReadBack): ReadBack {
  const { pay, server } = translator;
  if (pay === undefined) throw new TypeError(`${server} has no payments.`);
  return async (id, calls) => {
    let payment: JsonObject | undefined;
    const native: NativeCalls = {
      ...calls.native,
      async read(name, args) {
        // the payment itself is read once, as it is, for our reference
        if (name !== tool || payment !== undefined) return calls.native.read(name, args);
        payment = await calls.readRaw(name, args);
        return calls.hideReferences(payment);
      },
    };
    const output = await pay({ action: "get", payment_id: id }, native, {
      operationId: "",
      now: 0,
      environment: "live",
    });
    const carried =
      typeof reference === "string" ? textAt(payment, reference) : payment && reference(payment);
    const page = payment === undefined ? undefined : await checkoutId?.(payment, calls);
    // where our reference is the provider's own id, the caller's stands elsewhere
    const own = readReference(carried)?.own ?? output.reference;
    const facts = paymentFacts(server, output).map((fact) => ({
      ...fact,
      data: own === undefined ? fact.data : { ...fact.data, reference: own },
      reference: carried,
      documents: [{ kind: "payment", id: output.payment_id }],
    }));
    return page === undefined ? facts : checkoutFacts(server, page, facts, carried);
  };
}

/** In the order in which they came about: a payment that was refunded was confirmed before. */
function paymentFacts(server: string, pay: PayOutput): Pick<ProviderFact, "data" | "key" | "type">[] {
  const key = (what: string) => `${server} payment ${pay.payment_id} ${what}`;
  const facts: Pick<ProviderFact, "data" | "key" | "type">[] = [];
  const isPaid = pay.status === "paid" || pay.status === "partially_refunded" || pay.status === "refunded";
  if (isPaid) {
    const data: JsonObject = {
      ...describe(pay),
      status: "paid",
      ...(pay.paid_at === undefined ? {} : { paid_at: pay.paid_at }),
    };
    const { pix, spei } = pay;
    if (pix?.end_to_end_id !== undefined) data.end_to_end_id = pix.end_to_end_id;
    if (spei?.tracking_key !== undefined) data.tracking_key = spei.tracking_key;
    facts.push({ key: key("confirmed"), type: "payment.confirmed", data });
  }
  if (pay.status === "failed")
    facts.push({ key: key("failed"), type: "payment.failed", data: describe(pay) });
  if (pay.status === "expired") {
    const data = {
      ...describe(pay),
      ...(pay.expires_at === undefined ? {} : { expires_at: pay.expires_at }),
    };
    facts.push({ key: key("expired"), type: "payment.expired", data });
  }
  let refunded = 0;
  for (const refund of pay.refunds) {
    if (refund.status !== "succeeded") continue;
    refunded += refund.amount;
    facts.push({
      key: key(`refunded ${refund.refund_id}`),
      type: "payment.refunded",
      data: {
        ...describe(pay),
        status: refunded < pay.amount ? "partially_refunded" : "refunded",
        refund_id: refund.refund_id,
        refund_amount: refund.amount,
        refunded_amount: refunded,
        refunded_at: refund.created_at,
      },
    });
  }
  return facts;
}

function describe({ payment_id, status, method, amount, currency, created_at }: PayOutput): JsonObject {
  return { payment_id, status, method, amount, currency, created_at };
}

/** The facts of a payment that was made on a page, and that the page is done; the page is what the operation is known by. */
export function checkoutFacts(
  server: string,
  id: string,
  facts: readonly ProviderFact[],
  reference: string | undefined,
): readonly ProviderFact[] {
  const shared = (fact: ProviderFact) => ({
    reference: fact.reference ?? reference,
    documents: [...fact.documents, { kind: "checkout", id }],
  });
  const carried = facts.map((fact) => ({ ...fact, ...shared(fact) }));
  const confirmed = carried.find(({ type }) => type === "payment.confirmed");
  if (confirmed === undefined) return carried;
  const { payment_id = null, method = null, amount = null, currency = null, paid_at } = confirmed.data;
  return [
    ...carried,
    {
      ...confirmed,
      key: `${server} checkout ${id} completed`,
      type: "checkout.completed",
      data: {
        checkout_id: id,
        status: "completed",
        payment_id,
        method,
        amount,
        currency,
        ...(paid_at === undefined ? {} : { completed_at: paid_at }),
      },
    },
  ];
}
