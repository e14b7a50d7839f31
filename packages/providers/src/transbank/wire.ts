import type { WireTable } from "../wire/wire-entry.ts";

const webpay = "/rswebpaytransaction/api/webpay/v1.2/transactions";
const oneclick = "/rswebpaytransaction/api/oneclick/v1.2";

/** Transbank's REST API 1.2: JSON, whole pesos. Webpay Plus is known by its token, Oneclick by its buy order. */
export const transbankWire: WireTable = {
  provider: "transbank",
  encoding: "json",
  source: "transbank-sdk 6.1.1 (official)",
  confidence: "spec",
  tools: {
    transbank_create_transaction: { post: webpay },
    transbank_get_transaction: { get: `${webpay}/{token}` },
    transbank_commit_transaction: { put: `${webpay}/{token}` },
    transbank_refund_transaction: { post: `${webpay}/{token}/refunds` },
    transbank_capture_transaction: { put: `${webpay}/{token}/capture` },
    transbank_create_inscription: { post: `${oneclick}/inscriptions` },
    transbank_delete_inscription: { delete: `${oneclick}/inscriptions`, deletesWithBody: true, status: 204 },
    transbank_authorize_oneclick: { post: `${oneclick}/transactions` },
    transbank_get_oneclick: { get: `${oneclick}/transactions/{buy_order}` },
    transbank_refund_oneclick: { post: `${oneclick}/transactions/{buy_order}/refunds` },
  },
};
