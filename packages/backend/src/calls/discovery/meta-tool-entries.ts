import {
  type Country,
  countries,
  type MetaToolName,
  type ServerCategory,
  toolDefinitions,
} from "@codespar/contract";
import type { ToolEntry } from "./tool-entry.ts";

interface MetaToolFacts {
  category: ServerCategory;
  countries: readonly Country[];
  words: string;
  keywords: string;
}

const facts: Readonly<Record<Exclude<MetaToolName, "codespar_discover">, MetaToolFacts>> = {
  codespar_checkout: {
    category: "payments",
    countries,
    words: "checkout",
    keywords: "create, payment link, payment page, charge",
  },
  codespar_pay: {
    category: "payments",
    countries,
    words: "charge",
    keywords:
      "create, get, status, refund, cancel, pix, qr code, boleto, card, installments, spei, oxxo, pse, webpay, wallet",
  },
  codespar_invoice: {
    category: "fiscal",
    countries: ["BR", "MX"],
    words: "fiscal document",
    keywords:
      "create, get, cancel, correction, invoice, nfe, nfce, nfse, cte, mdfe, sped, cfdi, credit note, carta porte",
  },
  codespar_ship: {
    category: "logistics",
    countries,
    words: "shipment",
    keywords: "quote, freight, create, print, label, cart, track, cancel, delivery time, package, carrier",
  },
  codespar_notify: {
    category: "messaging",
    countries,
    words: "message",
    keywords: "send, whatsapp, sms, email, template",
  },
};

/** The meta-tools that discovery returns: all but itself. */
export function metaToolEntries(): ToolEntry[] {
  return toolDefinitions.flatMap(({ name, description }) => {
    if (name === "codespar_discover") return [];
    const { category, countries, words, keywords } = facts[name];
    const own = { ownDescription: description, capabilities: [] };
    return [
      {
        name,
        server: "codespar",
        category,
        categories: [category],
        countries,
        description,
        words,
        keywords,
        ...own,
      },
    ];
  });
}
