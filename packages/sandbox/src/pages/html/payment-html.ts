import type { PaymentPage } from "@codespar/sandbox-core";
import { pageMoney, shorten } from "./format-page.ts";
import { html, type Markup, none } from "./html.ts";
import { expiryLine, instructions } from "./instructions.ts";
import { layout } from "./layout.ts";
import { backToShop, receipt } from "./receipt.ts";
import { words as allWords, getLanguage } from "./words.ts";

/** What a payment's page shows; it changes when somebody pays. */
export function paymentState({ charge }: PaymentPage): string {
  return charge.status;
}

/** The page of one payment: how to pay it, or what became of it. @param path The page's own. */
export function paymentHtml(page: PaymentPage, path: string): Promise<string> {
  const { charge, pixCode, merchant } = page;
  const language = getLanguage(charge.currency);
  const words = allWords[language];
  const isOpen = charge.status === "pending";
  const asksBank = charge.method === "pse" || charge.method === "webpay" || charge.method === "wallet";
  const body = html`<h1 class="quiet">${words.payTo} <strong>${merchant.name}</strong></h1>
<section class="card">
<p class="amount">${pageMoney(charge.amount, charge.currency)}</p>
${describe(charge.description)}
${isOpen ? expiryLine({ charge, words }) : none}
</section>
<section class="card">
${
  isOpen
    ? html`${instructions({ charge, pixCode, merchantName: merchant.name, getPath: (file) => `${path}/${file}`, words, language })}
<form method="post" class="stack"><button name="action" value="pay">${asksBank ? words.authorize : words.simulatePay}</button>
${asksBank ? html`<button name="action" value="reject" class="plain">${words.refuse}</button>` : none}</form>`
    : receipt(charge, words, language)
}
</section>
${isOpen ? none : backToShop(charge.returnUrl, words)}`;
  return layout({ words, title: words.status[charge.status], body, state: paymentState(page) });
}

/** What the shop calls it. */
export function describe(text: string | undefined): Markup {
  return text === undefined || text === ""
    ? none
    : html`<p class="quiet text"><bdi>${shorten(text)}</bdi></p>`;
}
