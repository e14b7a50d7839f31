import type { WireTable } from "../wire/wire-entry.ts";

/** Stark Bank: JSON, centavos; what is created goes and comes in lists, and one object comes under its name. */
export const starkBankWire: WireTable = {
  provider: "stark-bank",
  encoding: "json",
  lists: "commas",
  source: "npm starkbank 2.42.0",
  confidence: "spec",
  tools: {
    stark_bank_get_balance: { get: "/v2/balance" },
    stark_bank_get_statement: { get: "/v2/transaction" },
    stark_bank_create_transfer: { post: "/v2/transfer" },
    stark_bank_get_transfer: { get: "/v2/transfer/{id}" },
    stark_bank_list_transfers: { get: "/v2/transfer" },
    stark_bank_create_boleto: { post: "/v2/boleto" },
    stark_bank_create_invoice: { post: "/v2/invoice" },
    stark_bank_get_invoice: { get: "/v2/invoice/{id}" },
    stark_bank_update_invoice: { patch: "/v2/invoice/{id}" },
    stark_bank_list_invoice_logs: { get: "/v2/invoice/log" },
    stark_bank_get_invoice_payment: { get: "/v2/invoice/{id}/payment" },
    stark_bank_create_brcode_payment: { post: "/v2/brcode-payment" },
    stark_bank_get_deposit: { get: "/v2/deposit/{id}" },
  },
};

/** Lists in which a lost effect is found by its tag, and the key that verifies webhooks. */
export const starkBankReads = {
  stark_bank_list_invoices: { get: "/v2/invoice" },
  stark_bank_list_boletos: { get: "/v2/boleto" },
  stark_bank_list_brcode_payments: { get: "/v2/brcode-payment" },
  stark_bank_get_public_key: { get: "/v2/public-key" },
} as const;
