import type { PaymentMethod } from "@codespar/contract";
import type { CheckoutPage } from "@codespar/sandbox-core";
import { pageHour, pageMoney, pageTime } from "./format-page.ts";
import { html, type Markup, none } from "./html.ts";
import { expiryLine, instructions } from "./instructions.ts";
import { layout } from "./layout.ts";
import { describe } from "./payment-html.ts";
import { backToShop, receipt } from "./receipt.ts";
import { pageCards } from "./test-cards.ts";
import { words as allWords, declineText, getLanguage, methodName, type Words } from "./words.ts";

export interface CheckoutStep {
  /** The card form, for this method. */
  card?: "credit_card" | "debit_card" | undefined;
  /** The field of the card form that is wrong. */
  problem?: "number" | "expiry" | "cvc" | undefined;
}

/** What a checkout's page shows; it changes when somebody chooses or pays. */
export function checkoutState({ checkout, payment }: CheckoutPage): string {
  const { status, chosen, declined } = checkout;
  return [status, chosen?.method ?? "", payment?.charge.status ?? "", declined ?? ""].join(" ");
}

/** The page on which a customer chooses how to pay, and pays. */
export function checkoutHtml(page: CheckoutPage, step: CheckoutStep = {}): Promise<string> {
  const { checkout, merchant } = page;
  const words = allWords[getLanguage(checkout.currency)];
  const isOpen = checkout.status === "open";
  const body = html`<h1 class="quiet">${words.payTo} <strong>${merchant.name}</strong></h1>
<section class="card">
<p class="amount">${pageMoney(checkout.amount, checkout.currency)}</p>
${describe(checkout.description)}
${isOpen ? html`<p class="quiet">${words.expires(pageTime(checkout.expiresAt, checkout.currency))}</p>` : none}
</section>
<section class="card">${stepMarkup(page, step, words)}</section>
${checkout.status === "completed" ? backToShop(checkout.returnUrl, words) : none}`;
  return layout({ words, title: getTitle(page, words), body, state: checkoutState(page) });
}

function getTitle({ checkout, merchant }: CheckoutPage, words: Words): string {
  if (checkout.status === "completed") return words.status.paid;
  return checkout.status === "expired" ? words.checkoutExpired : `${words.payTo} ${merchant.name}`;
}

function stepMarkup(page: CheckoutPage, step: CheckoutStep, words: Words): Markup {
  const { checkout, payment } = page;
  const language = getLanguage(checkout.currency);
  if (checkout.status === "expired") {
    return html`<h2 class="failed">${words.checkoutExpired}</h2><p>${words.checkoutExpiredHelp}</p>`;
  }
  if (checkout.status === "completed" && payment !== undefined)
    return receipt(payment.charge, words, language);
  if (step.card !== undefined) return cardForm(page, step.card, step.problem, words);
  if (checkout.chosen === undefined) return choices(page, words);
  if (payment === undefined) return bankStep(words);
  const { charge, pixCode } = payment;
  if (charge.status !== "pending") return html`${receipt(charge, words, language)}${dropForm(words)}`;
  const asksBank = charge.method === "pse" || charge.method === "webpay" || charge.method === "wallet";
  return html`${instructions({
    charge,
    pixCode,
    merchantName: page.merchant.name,
    getPath: (file) => new URL(payment.getUrl(file)).pathname,
    words,
    language,
  })}
${expiryLine({ charge, words })}
<form method="post" class="stack"><button name="action" value="pay">${asksBank ? words.authorize : words.simulatePay}</button>
${asksBank ? html`<button name="action" value="reject" class="plain">${words.refuse}</button>` : none}</form>
${dropForm(words)}`;
}

function choices({ checkout }: CheckoutPage, words: Words): Markup {
  const language = getLanguage(checkout.currency);
  const { declined, methods, ending, settlesAt, currency } = checkout;
  const warning =
    declined === undefined
      ? none
      : html`<p class="alert" role="alert"><strong>${words.declined}</strong>: ${declineText(declined, language)}. ${words.tryAgain}</p>`;
  const choice = (method: PaymentMethod) =>
    method === "credit_card" || method === "debit_card"
      ? html`<a class="button choice" href="?method=${method}">${methodName(method, language)}</a>`
      : html`<form method="post"><input type="hidden" name="action" value="choose">
<button class="choice" name="method" value="${method}">${methodName(method, language)}</button></form>`;
  return html`${warning}<h2>${words.howToPay}</h2><div class="stack">${methods.map(choice)}</div>
${ending === "completed" ? html`<p class="quiet">${words.paysByItself(pageHour(settlesAt, currency))}</p>` : none}`;
}

/** The card's issuer asks whether it is the customer: 3-D Secure. */
function bankStep(words: Words): Markup {
  return html`<h2>${words.bankTitle}</h2><p>${words.bankHelp}</p>
<form method="post" class="stack"><button name="action" value="authorize">${words.authorize}</button>
<button name="action" value="refuse" class="plain">${words.refuse}</button></form>`;
}

function dropForm(words: Words): Markup {
  return html`<form method="post"><button name="action" value="drop" class="link">${words.otherMethod}</button></form>`;
}

function cardForm(
  { checkout }: CheckoutPage,
  method: "credit_card" | "debit_card",
  problem: CheckoutStep["problem"],
  words: Words,
): Markup {
  const { amount, currency } = checkout;
  const total = pageMoney(amount, currency);
  const counts = method === "credit_card" ? installmentCounts(currency) : [];
  const input = (name: "number" | "expiry" | "cvc", label: string, attributes: Markup) => html`<div>
<label for="card-${name}">${label}</label>
<input id="card-${name}" name="${name}" required autocomplete="off" inputmode="numeric" maxlength="30" ${attributes}${
    problem === name ? html` aria-invalid="true" aria-describedby="card-${name}-error" autofocus` : ""
  }>
${problem === name ? html`<p class="error" id="card-${name}-error">${words.cardErrors[name]}</p>` : none}</div>`;
  const installments =
    counts.length === 0
      ? none
      : html`<div><label for="installments">${words.installments}</label>
<select id="installments" name="installments">${counts.map(
          (count) =>
            html`<option value="${count}">${words.installment(count, pageMoney(Math.ceil(amount / count), currency))}</option>`,
        )}</select></div>`;
  return html`<h2>${words.cardTitle}</h2>
<form method="post" class="stack" novalidate>
<input type="hidden" name="action" value="card"><input type="hidden" name="method" value="${method}">
${input("number", words.cardNumber, html`placeholder="4242 4242 4242 4242"`)}
<div class="two">${input("expiry", words.cardExpiry, html`placeholder="12/30"`)}
${input("cvc", words.cardCvc, html`placeholder="123"`)}</div>
${installments}
<p class="quiet">${words.cardHelp}</p>
<button>${words.payAmount(total)}</button>
</form>
<form method="post"><button name="action" value="drop" class="link">${words.otherMethod}</button></form>
<h2>${words.testCards}</h2>
<ul class="cards">${pageCards(currency).map(
    ({ number, brand, outcome }) =>
      html`<li><code>${number.replace(/(\d{4})(?=\d)/g, "$1 ")}</code><span class="quiet">${brand}, ${words.outcome[outcome]}</span></li>`,
  )}</ul>`;
}

/** What shops usually offer: twelve months in Brazil, interest-free months in Mexico, cuotas elsewhere. */
function installmentCounts(currency: string): number[] {
  if (currency === "BRL") return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  return currency === "USD" ? [] : [1, 3, 6, 9, 12];
}
