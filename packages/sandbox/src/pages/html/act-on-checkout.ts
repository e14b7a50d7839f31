import type { PaymentMethod } from "@codespar/contract";
import type { CheckoutPage } from "@codespar/sandbox-core";
import type { CheckoutStep } from "./checkout-html.ts";
import { readCard } from "./test-cards.ts";

const refusedCard = "tok_chargeDeclined";

/**
 * Does what a form of a checkout's page asks; what is no longer possible is shown as it is. Returns the step that is to be
 * shown again, when something in it is wrong.
 */
export async function actOnCheckout(
  page: CheckoutPage,
  form: URLSearchParams,
): Promise<CheckoutStep | undefined> {
  const { checkout } = page;
  if (checkout.status !== "open") return undefined;
  switch (form.get("action")) {
    case "choose": {
      const method = checkout.methods.find((each) => each === form.get("method"));
      if (method !== undefined && !isCard(method)) await page.choose({ method });
      return undefined;
    }
    case "card":
      return payByCard(page, form);
    case "authorize":
      // only a card waits for its issuer
      if (checkout.chosen?.cardToken !== undefined) await page.pay();
      return undefined;
    case "refuse":
      if (checkout.chosen?.cardToken !== undefined) {
        await page.choose({ method: checkout.chosen.method, cardToken: refusedCard });
        await page.pay();
      }
      return undefined;
    case "pay":
      if (page.payment?.charge.status === "pending") await page.pay();
      return undefined;
    case "reject":
      if (page.payment?.charge.status === "pending") await page.reject();
      return undefined;
    case "drop":
      await page.drop();
      return undefined;
    default:
      return undefined;
  }
}

async function payByCard(page: CheckoutPage, form: URLSearchParams): Promise<CheckoutStep | undefined> {
  const { checkout, now } = page;
  const method = checkout.methods.find((each) => each === form.get("method"));
  if (method !== "credit_card" && method !== "debit_card") return undefined;
  const installments = Number(form.get("installments") ?? 1);
  const card = readCard(
    {
      number: form.get("number") ?? "",
      expiry: form.get("expiry") ?? "",
      cvc: form.get("cvc") ?? "",
    },
    checkout.currency,
    now,
  );
  if (typeof card === "string") return { card: method, problem: card };
  await page.choose({
    method,
    cardToken: card.token,
    installments:
      Number.isInteger(installments) && installments >= 1 && installments <= 12 ? installments : 1,
  });
  if (card.outcome !== "challenge") await page.pay();
  return undefined;
}

function isCard(method: PaymentMethod): boolean {
  return method === "credit_card" || method === "debit_card";
}
