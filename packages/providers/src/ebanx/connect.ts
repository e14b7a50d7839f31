import type { ConnectorDefinition, LookUp, LookUpContext } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readEbanxError } from "./errors.ts";
import { ebanxTools } from "./tools.ts";
import { ebanxWire } from "./wire.ts";

const doc = {
  source: "docs.ebanx.com/docs/resources/error-codes/api-error-codes",
  confidence: "doc",
} as const;
const sdk = { source: "ebanx/benjamin; npm ebanx 1.5.0", confidence: "spec" } as const;

const findPayment: LookUp = ({ reference, read }) =>
  read("ebanx_get_payment", { merchant_payment_code: reference });

/** A payment is captured or cancelled once. */
function inState(state: string) {
  const lookUp: LookUp = async ({ arguments: args, read }: LookUpContext) => {
    const found = await read("ebanx_get_payment", { hash: args.hash ?? null });
    return textAt(found, "payment.status") === state ? found : undefined;
  };
  return { find: "look up", lookUp, ...sdk } as const;
}

const findRefund: LookUp = async ({ arguments: args, reference, read }) => {
  const found = await read("ebanx_get_payment", { hash: args.hash ?? null });
  const isOurs = (refund: Parameters<typeof textAt>[0]) =>
    textAt(refund, "merchant_refund_code") === reference;
  return objectsAt(found, "payment.refunds").some(isOurs) ? found : undefined;
};

/** EBANX: one key for each environment. A second payment with our code is refused, and by the code the first one is found. */
export const ebanxConnector: ConnectorDefinition = {
  id: "ebanx",
  version: "ebanx/1",
  wire: ebanxWire,
  tools: ebanxTools,
  hosts: { live: "https://api.ebanxpay.com", test: "https://sandbox.ebanxpay.com", ...sdk },
  credentials: [
    {
      name: "integration_key",
      label: "Integration key",
      form: /^\S{8,100}$/,
      // how a live one begins is remembered
      prefixes: { test: ["test_ik_"], live: ["live_ik_"] },
      source: "docs.ebanx.com examples",
      confidence: "unverified",
    },
  ],
  authorize: () => ({}),
  complete: (_tool, args, { integration_key = "" }) => ({ ...args, integration_key }),
  isFailure: (body) => textAt(body, "status") === "ERROR",
  readError: readEbanxError,
  outcomes: [
    // the code is ours alone: an earlier request of this very call has arrived
    { status: 200, code: "BP-DR-0", means: "unknown", ...doc },
    { status: 200, code: /^(?:BP-SA-[12]|DA-1)$/, means: "unauthorized", ...sdk },
    { status: 200, code: "BP-REF-CAN-2", means: "refused", as: "payment_not_found", ...sdk },
    { status: 200, code: "BP-REF-7", means: "refused", as: "payment_not_paid", ...sdk },
    { status: 200, code: "BP-CAP-11", means: "refused", as: "partial_capture_not_offered", ...sdk },
    { status: 200, code: /^BP-/, means: "refused", ...doc },
  ],
  effects: {
    ebanx_create_payment: {
      reference: { path: "payment.merchant_payment_code" },
      find: { find: "look up", lookUp: findPayment, ...sdk },
    },
    ebanx_capture_payment: { reference: { path: "merchant_capture_code" }, find: inState("CO") },
    ebanx_cancel_payment: { find: inState("CA") },
    ebanx_refund_payment: {
      reference: { path: "merchant_refund_code" },
      find: { find: "look up", lookUp: findRefund, ...doc },
    },
  },
};
