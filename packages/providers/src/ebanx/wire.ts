import type { WireTable } from "../wire/wire-entry.ts";

/**
 * EBANX: JSON to `/ws/…`, decimals, the integration key in the body. Clients send the same fields in the query or as a form, which an
 * emulator reads as well. There is no list of payments, and a payout takes two calls of which too little is known.
 */
export const ebanxWire: WireTable = {
  provider: "ebanx",
  encoding: "json",
  source: "docs.ebanx.com/docs/payments; ebanx/benjamin; npm ebanx 1.5.0",
  confidence: "spec",
  tools: {
    ebanx_create_payment: { post: "/ws/direct", fixed: { operation: "request", mode: "full" } },
    ebanx_get_payment: { post: "/ws/query", confidence: "doc" },
    ebanx_capture_payment: { post: "/ws/capture" },
    ebanx_cancel_payment: { post: "/ws/cancel" },
    ebanx_refund_payment: { post: "/ws/refund", fixed: { operation: "request" } },
    ebanx_get_payout: { post: "/ws/payout/retrieve", confidence: "community" },
    ebanx_get_exchange_rate: { post: "/ws/exchange" },
    ebanx_list_banks: { post: "/ws/getBankList", confidence: "community" },
  },
};
