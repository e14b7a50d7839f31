import { formatBoletoLine } from "@codespar/formats";
import type { Charge } from "@codespar/providers/simulated";
import { inGroups } from "../documents/format-paper.ts";
import { pageTime } from "./format-page.ts";
import { html, type Markup, none } from "./html.ts";
import type { Language, Words } from "./words.ts";

export interface Instructions {
  charge: Charge;
  pixCode: string;
  merchantName: string;
  /** The path of a file of the payment. */
  getPath(file: string): string;
  words: Words;
  language: Language;
}

/** What a payer needs to pay a charge that waits. */
export function instructions({ charge, pixCode, merchantName, getPath, words }: Instructions): Markup {
  const { boleto, spei, oxxo, method } = charge;
  if (pixCode !== "") {
    return html`<h2>${words.pixTitle}</h2>
<img class="qr" src="${getPath("qr.svg")}" width="240" height="240" alt="${words.qrAlt}">
<p class="quiet">${words.pixHelp}</p>
${copyField("pix-code", words.pixCode, pixCode, words)}`;
  }
  if (boleto !== undefined) {
    return html`<h2>${words.boletoTitle}</h2>
${copyField("boleto-line", words.boletoLine, formatBoletoLine(boleto.line), words)}
<a class="button plain" href="${getPath("boleto.pdf")}">${words.boletoPdf}</a>`;
  }
  if (spei !== undefined) {
    return html`<h2>${words.speiTitle}</h2>
${copyField("clabe", words.clabe, spei.clabe, words)}
<dl><div><dt>${words.beneficiary}</dt><dd>${merchantName}</dd></div>
<div><dt>${words.reference}</dt><dd>${spei.reference}</dd></div></dl>`;
  }
  if (oxxo !== undefined) {
    return html`<h2>${words.oxxoTitle}</h2>
<p class="quiet">${words.oxxoHelp}</p>
<img class="bars" src="${getPath("barcode.png")}" alt="${words.barsAlt}">
${copyField("oxxo-reference", words.reference, inGroups(oxxo.reference, 4), words)}
<a class="button plain" href="${getPath("voucher.pdf")}">${words.voucherPdf}</a>`;
  }
  if (method === "wallet" || method === "pse" || method === "webpay") {
    return html`<h2>${words.redirectTitle[method]}</h2>
<p>${words.redirectHelp[method]}</p>
${method === "pse" ? bankChoice(words) : none}`;
  }
  return none;
}

/** When a charge can last be paid. */
export function expiryLine({ charge, words }: Pick<Instructions, "charge" | "words">): Markup {
  if (charge.expiresAt === undefined) return none;
  return html`<p class="quiet">${words.expires(pageTime(charge.expiresAt, charge.currency))}</p>`;
}

function bankChoice(words: Words): Markup {
  const banks = ["Bancolombia", "Davivienda", "Banco de Bogotá", "BBVA Colombia", "Nequi"];
  return html`<p><label for="bank">${words.bank}</label>
<select id="bank">${banks.map((bank) => html`<option>${bank}</option>`)}</select></p>`;
}

function copyField(id: string, label: string, value: string, words: Words): Markup {
  const rows = value.length > 60 ? 7 : value.length > 30 ? 2 : 1;
  return html`<div class="copy"><div><label for="${id}">${label}</label>
<textarea id="${id}" rows="${rows}" readonly>${value}</textarea></div>
<button type="button" class="plain" data-copy="${id}" data-label="${words.copy}" data-done="${words.copied}" hidden>${words.copy}</button></div>`;
}
