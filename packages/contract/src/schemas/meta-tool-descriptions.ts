import type { MetaToolName } from "../meta-tools/meta-tools.ts";

/**
 * What a model reads: when to use the tool, units, conditions, what comes back.
 * Every word is paid for in each request, so the money rule is given once, where it is met first.
 */
export const metaToolDescriptions: Readonly<Record<MetaToolName, string>> = {
  codespar_discover:
    "Find commerce tools by need, once per conversation. Returns tool names, connected first.",
  codespar_checkout:
    "Create a payment page (needs currency and amount or items), get one by checkout_id, or list. Amounts are integers in minor units: 9990 = R$ 99.90 (CLP: whole pesos). Returns url.",
  codespar_pay:
    "Charge, or get, refund, cancel, capture by payment_id, or list. Charging needs method, amount (minor units), currency: pix, boleto BRL; spei, oxxo MXN; pse COP; webpay CLP. Capture manual only holds a card. Returns payment_id, status, Pix code or link.",
  codespar_invoice:
    "Issue a tax document (needs type, customer, items with unit_amount in minor units; sped: period; egreso: related_uuid), or get, cancel, correct (needs reason) by invoice_id. Returns status, access_key or uuid, pdf_url.",
  codespar_ship:
    "quote needs origin, destination, packages (declared_value in minor units); label (paid) also service_id from a quote. track by tracking_code, cancel by shipment_id. Returns quotes, label_url or events.",
  codespar_notify:
    "Message a customer; to is an E.164 phone or e-mail. Needs message or template. Returns message_id, status.",
};
