import type {
  CardDetails,
  CheckoutList,
  CheckoutOutput,
  Json,
  PaymentList,
  PayOutput,
  ShipQuoteOutput,
  WebhookEvent,
} from "@codespar/contract";
import { expectTypeOf, it } from "vitest";
import type { APIError } from "../errors/api-error.ts";
import type { CodeSparError } from "../errors/codespar-error.ts";
import { dataOf } from "../loop/previous-results.ts";
import type { Session } from "./session.ts";

const ship = { origin: { postal_code: "01310-100" }, destination: { postal_code: "20040-020" } };

// Never called: the compiler is the test.
export async function typed(session: Session, anyName: string, anyArguments: Record<string, unknown>) {
  const amount = { amount: 5000, currency: "BRL" } as const;
  const pix = await session.execute({ name: "codespar_pay", arguments: { method: "pix", ...amount } });
  expectTypeOf(pix).toExtend<{ success: boolean }>();
  if (pix.success) {
    // findings/faults.md, section 2: what the guide promises
    expectTypeOf(pix.data.pix.qr_code).toEqualTypeOf<string>();
    expectTypeOf(pix.data.method).toEqualTypeOf<"pix">();
    // @ts-expect-error a misspelled field
    pix.data.amout;
  }
  const card = await session.execute({
    name: "codespar_pay",
    arguments: { method: "credit_card", ...amount, card_token: "tok_1", installments: 3 },
  });
  if (card.success) expectTypeOf(card.data.card).toEqualTypeOf<CardDetails | undefined>();
  const bankBoleto = {
    name: "codespar_pay",
    arguments: { action: "create", method: "boleto", ...amount },
  } as const;
  const boleto = await session.execute(bankBoleto);
  if (boleto.success) expectTypeOf(boleto.data.boleto.digitable_line).toEqualTypeOf<string>();
  const read = await session.execute({
    name: "codespar_pay",
    arguments: { action: "get", payment_id: "pay_1" },
  });
  if (read.success) expectTypeOf(read.data).toEqualTypeOf<PayOutput>();
  const captured = await session.execute({
    name: "codespar_pay",
    arguments: { action: "capture", payment_id: "pay_1", amount: 100 },
  });
  if (captured.success) expectTypeOf(captured.data).toEqualTypeOf<PayOutput>();
  const listed = await session.execute({
    name: "codespar_pay",
    arguments: { action: "list", status: "authorized", reference: "order-1" },
  });
  if (listed.success) {
    expectTypeOf(listed.data).toEqualTypeOf<PaymentList>();
    // @ts-expect-error a list is no payment
    listed.data.payment_id;
  }
  const pages = await session.execute({ name: "codespar_checkout", arguments: { action: "list" } });
  if (pages.success) expectTypeOf(pages.data).toEqualTypeOf<CheckoutList>();
  const page = await session.execute({ name: "codespar_checkout", arguments: { ...amount } });
  if (page.success) expectTypeOf(page.data).toEqualTypeOf<CheckoutOutput>();
  const invoice = await session.execute({
    name: "codespar_invoice",
    arguments: {
      type: "nfe",
      customer: { name: "Ana", document: "11144477735", address: { postal_code: "01310100" } },
      items: [],
    },
  });
  if (invoice.success) expectTypeOf(invoice.data.type).toEqualTypeOf<"nfe">();
  const quoted = await session.execute({
    name: "codespar_ship",
    arguments: { action: "quote", ...ship, packages: [] },
  });
  if (quoted.success) expectTypeOf(quoted.data).toEqualTypeOf<ShipQuoteOutput>();
  const streamed = await session
    .sendStream({ name: "codespar_pay", arguments: { method: "spei", amount: 1, currency: "MXN" } })
    .result();
  if (streamed.success) expectTypeOf(streamed.data.spei.clabe).toEqualTypeOf<string>();
  const native = await session.execute({
    name: "shop_create_subscription",
    arguments: { customer: "cus_1", action: 1 },
  });
  if (native.success) expectTypeOf(native.data).toEqualTypeOf<Json>();
  session.execute({ name: anyName, arguments: anyArguments });
  // what was parsed from JSON has no type and is taken as it is
  session.execute({ name: "codespar_pay", arguments: JSON.parse("{}") });
  session.execute({ name: "codespar_ship", arguments: JSON.parse("{}") });
}

export function refused({ execute, loop }: Session) {
  const amount = { amount: 1, currency: "BRL" } as const;
  const parcel = { ...ship, packages: [] };
  const sms = { channel: "sms", to: "+5511987654321" } as const;
  // @ts-expect-error nothing at all
  execute({ name: "codespar_pay", arguments: {} });
  // @ts-expect-error a method that does not exist
  execute({ name: "codespar_pay", arguments: { method: "pixx", ...amount } });
  // @ts-expect-error installments of a Pix
  execute({ name: "codespar_pay", arguments: { method: "pix", ...amount, installments: 3 } });
  // @ts-expect-error a Pix that is only held
  execute({ name: "codespar_pay", arguments: { method: "pix", ...amount, capture: "manual" } });
  // @ts-expect-error a capture of nothing
  execute({ name: "codespar_pay", arguments: { action: "capture", amount: 100 } });
  // @ts-expect-error a list of one payment
  execute({ name: "codespar_pay", arguments: { action: "list", payment_id: "pay_1" } });
  // @ts-expect-error a state that does not exist
  execute({ name: "codespar_checkout", arguments: { action: "list", status: "paid" } });
  // @ts-expect-error a refund of nothing
  execute({ name: "codespar_pay", arguments: { action: "refund", amount: 100 } });
  // @ts-expect-error a label without parcel and service
  execute({ name: "codespar_ship", arguments: { action: "label" } });
  // @ts-expect-error an action that does not exist
  execute({ name: "codespar_ship", arguments: { action: "quotes", ...parcel } });
  // @ts-expect-error a field of another tool
  execute({ name: "codespar_ship", arguments: { action: "track", tracking_code: "B", method: "pix" } });
  // @ts-expect-error a misspelled argument
  execute({ name: "codespar_notify", arguments: { ...sms, mesage: "x" } });
  // @ts-expect-error a template by SMS
  execute({ name: "codespar_notify", arguments: { ...sms, template: "x" } });
  // @ts-expect-error neither amount nor items
  execute({ name: "codespar_checkout", arguments: { currency: "BRL" } });
  // @ts-expect-error SPED has a period
  execute({ name: "codespar_invoice", arguments: { type: "sped" } });
  // @ts-expect-error a correction says what is corrected
  execute({ name: "codespar_invoice", arguments: { action: "correct", invoice_id: "inv_1" } });
  // @ts-expect-error arguments of another tool
  loop({ steps: [{ name: "codespar_notify", arguments: { method: "pix" } }] });
}

export function loops(session: Session) {
  session.loop({
    steps: [
      { id: "pay", name: "codespar_pay", arguments: { method: "pix", amount: 1, currency: "BRL" } },
      {
        name: "codespar_invoice",
        arguments: (previous) => ({
          type: "nfe",
          customer: { name: "Ana", document: "11144477735", address: { postal_code: "01310100" } },
          items: [],
          payment_id: dataOf(previous, "pay", "codespar_pay").payment_id,
        }),
        when: (previous) => previous[0]?.success === true,
        compensate: (result) => ({ name: "codespar_invoice", arguments: { id: result.tool_call_id } }),
      },
      { name: "shop_create_order", arguments: { anything: [1] } },
    ],
  });
}

export function errorsAndEvents(error: CodeSparError, apiError: APIError, event: WebhookEvent) {
  if (error.code === "quota_exceeded" || error.code === "journal_io" || error.code === "http_502") return;
  // @ts-expect-error a code that does not exist
  if (error.code === "quota_exeeded") return;
  // @ts-expect-error a code that no response has
  if (apiError.code === "journal_io") return;
  if (event.type === "payment.confirmed") {
    expectTypeOf(event.data.amount).toEqualTypeOf<number>();
    // @ts-expect-error a misspelled field
    event.data.amout;
  }
  if (event.type === "invoice.rejected") expectTypeOf(event.data.rejection.code).toEqualTypeOf<string>();
  // @ts-expect-error a type that does not exist
  if (event.type === "payment.paid") return;
}

it("types arguments and data by the tool's name", () => {
  for (const one of [typed, refused, loops, errorsAndEvents]) expectTypeOf(one).toBeFunction();
});
