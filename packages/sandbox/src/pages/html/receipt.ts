import type { Charge } from "@codespar/providers/simulated";
import { pageMoney, pageTime, shorten } from "./format-page.ts";
import { html, type Markup, none } from "./html.ts";
import { type Language, methodName, type Words } from "./words.ts";

/** What became of a payment. */
export function receipt(charge: Charge, words: Words, language: Language): Markup {
  const { status, method, card, paidAt, currency } = charge;
  const isGood =
    status === "authorized" || status === "paid" || status === "refunded" || status === "partially_refunded";
  const cardText = card === undefined ? "" : ` •••• ${card.last4}`;
  return html`<h2 class="${isGood ? "done" : "failed"}">${isGood ? "✓" : "✕"} ${words.status[status]}</h2>
<dl><div><dt>${words.amount}</dt><dd>${pageMoney(charge.capturedAmount ?? charge.amount, currency)}</dd></div>
<div><dt>${words.method}</dt><dd>${methodName(method, language)}${cardText}</dd></div>
${paidAt === undefined ? none : html`<div><dt>${words.paidAt}</dt><dd>${pageTime(paidAt, currency)}</dd></div>`}
<div><dt>${words.paymentId}</dt><dd>${charge.id}</dd></div></dl>`;
}

/** The way back to the shop, where it gave one that a browser may follow. */
export function backToShop(returnUrl: string | undefined, words: Words): Markup {
  const url = returnUrl === undefined ? undefined : parseUrl(returnUrl);
  if (url === undefined) return none;
  return html`<a class="button plain" rel="noopener noreferrer" href="${url.href}">${words.backToShop}</a>
<p class="quiet text">${shorten(url.host, 80)}</p>`;
}

/** Shops are on the web: neither a script nor a file is one. */
function parseUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url : undefined;
}
