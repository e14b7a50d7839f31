import type { InvoicePage } from "@codespar/sandbox-core";
import { pageMoney, pageTime, shorten } from "./format-page.ts";
import { html, type Markup, none } from "./html.ts";
import { layout } from "./layout.ts";
import { words as allWords, type Words } from "./words.ts";

/** What the authority's page would say about a document, which is what its QR code opens. */
export function invoiceHtml({ document, merchant }: InvoicePage, path: string): Promise<string> {
  const words = allWords[document.family === "mexico" ? "es" : "pt"];
  switch (document.family) {
    case "mexico": {
      const { stamp, receiver, status, total, issuedAt } = document;
      return page(
        words,
        `CFDI ${stamp.UUID}`,
        [
          [words.accessKey, stamp.UUID],
          [words.document, `CFDI 4.0 ${document.series}-${document.folio}`],
          ["Estado", status === "canceled" ? "Cancelado" : "Vigente"],
          [words.issuer, `${merchant.name} (${merchant.rfc})`],
          [words.receiver, `${receiver.name ?? ""} (${receiver.rfc})`],
          [words.amount, pageMoney(total, "MXN")],
          ["Fecha", pageTime(issuedAt, "MXN")],
        ],
        links(words, `${path}/${stamp.UUID}`),
      );
    }
    case "brazil": {
      const { accessKey, verdict, receiver, amount, status, issuedAt } = document;
      const printed = verdict?.protocol !== undefined;
      return page(
        words,
        accessKey,
        [
          [words.accessKey, accessKey],
          [words.document, `${titles[document.kind]} ${document.number}, série ${document.series}`],
          ["Situação", situations[status]],
          [words.protocol, verdict?.protocol ?? ""],
          [words.issuer, merchant.name],
          [words.receiver, receiver?.name ?? ""],
          [words.amount, pageMoney(amount, "BRL")],
          ["Emissão", pageTime(issuedAt, "BRL")],
        ],
        printed ? links(words, `${path}/${accessKey}`) : none,
      );
    }
    case "sped":
      return page(
        words,
        `SPED ${document.period}`,
        [
          [words.document, `EFD ICMS/IPI ${document.period}`],
          [words.protocol, document.receipt],
          [words.amount, pageMoney(document.amount, "BRL")],
        ],
        html`<a class="button plain" href="${path}/sped-${document.period}.txt">TXT</a>`,
      );
    default:
      return document satisfies never;
  }
}

const titles = { nfe: "NF-e", nfce: "NFC-e", nfse: "NFS-e", cte: "CT-e", mdfe: "MDF-e" } as const;
const situations = {
  processing: "Em processamento",
  authorized: "Autorizado",
  rejected: "Rejeitado",
  cancelled: "Cancelado",
  closed: "Encerrado",
} as const;

function links(words: Words, base: string): Markup {
  return html`<div class="stack"><a class="button" href="${base}.pdf">${words.openPdf}</a>
<a class="button plain" href="${base}.xml">${words.openXml}</a></div>`;
}

function page(
  words: Words,
  title: string,
  facts: readonly (readonly [string, string])[],
  end: Markup,
): Promise<string> {
  const body = html`<h1>${words.document}</h1><p class="alert">${words.noFiscalValue}</p>
<section class="card"><dl>${facts
    .filter(([, value]) => value !== "")
    .map(
      ([label, value]) => html`<div><dt>${label}</dt><dd><bdi>${shorten(value, 120)}</bdi></dd></div>`,
    )}</dl></section>
${end}`;
  return layout({ words, title, body });
}
