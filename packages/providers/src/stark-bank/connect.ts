import type { ConnectorDefinition, EffectDefinition, LookUp } from "../connect/connector-definition.ts";
import { readSecp256k1Key, signSecp256k1 } from "../connect/secp256k1.ts";
import { CredentialsUnusable } from "../connect/sender.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readStarkBankError } from "./errors.ts";
import { starkBankTools } from "./tools.ts";
import { starkBankReads, starkBankWire } from "./wire.ts";

const sdk = { source: "npm starkbank 2.42.0", confidence: "spec" } as const;

/** Every object that one call made has its tag, so that all of them are found or the call is not done. */
function findByTag(list: string, name: string): LookUp {
  return async ({ reference, arguments: args, read }) => {
    const found = await read(list, { tags: [reference], limit: 100 });
    const made = objectsAt(found, name);
    return made.length > 0 && made.length === objectsAt(args, name).length ? { [name]: made } : undefined;
  };
}

function taggedEffect(list: string, name: string): EffectDefinition {
  return {
    reference: { path: `${name}.*.tags`, listed: true },
    find: { find: "look up", lookUp: findByTag(list, name), ...sdk },
  };
}

/** A change says what is to be, so that whoever reads it sees whether it is. */
const findChanged: LookUp = async ({ arguments: { id = null, status, amount }, read }) => {
  const found = await read("stark_bank_get_invoice", { id });
  const isDone =
    (status === undefined || textAt(found, "invoice.status") === status) &&
    (amount === undefined || textAt(found, "invoice.amount") === String(amount)) &&
    (status !== undefined || amount !== undefined);
  return isDone ? found : undefined;
};

/** Stark Bank: each request is signed with the project's own key. */
export const starkBankConnector: ConnectorDefinition = {
  id: "stark-bank",
  version: "stark-bank/1",
  wire: starkBankWire,
  tools: starkBankTools,
  hosts: { live: "https://api.starkbank.com", test: "https://sandbox.api.starkbank.com", ...sdk },
  credentials: [
    {
      name: "access_id",
      label: "Access-Id (project/… ou organization/…)",
      secret: false,
      form: /^(?:project|organization)\/\d{1,20}(?:\/workspace\/\d{1,20})?$/,
      ...sdk,
    },
    { name: "private_key", label: "Chave privada (PEM, secp256k1)", pem: "private key", ...sdk },
  ],
  authorize: ({ access_id = "" }) => ({ "access-id": access_id }),
  async sign({ body, now }, { access_id = "", private_key = "" }) {
    const key = readSecp256k1Key(private_key);
    if (key === undefined)
      throw new CredentialsUnusable(
        "Its private_key is of another curve than secp256k1. Make a new one for the project.",
      );
    const time = String(Math.floor(now / 1000));
    return {
      "access-time": time,
      "access-signature": signSecp256k1(key, `${access_id}:${time}:${body}`),
    };
  },
  readError: readStarkBankError,
  outcomes: [
    // the codes are remembered; without them the refusal would still be one
    {
      status: 400,
      code: /^invalid(?:Signature|AccessId|AccessTime|Credentials)$/,
      means: "unauthorized",
      ...sdk,
    },
    {
      status: 400,
      tool: /_get_invoice|_update_invoice/,
      code: /NotFound$|^invalidId$|^invalidInvoiceId$/,
      means: "refused",
      as: "payment_not_found",
      source: "remembered",
      confidence: "unverified",
    },
    { status: 400, means: "refused", ...sdk },
    { status: 401, means: "unauthorized", source: "remembered", confidence: "unverified" },
    { status: 403, means: "unauthorized", source: "remembered", confidence: "unverified" },
    { status: 404, tool: /_invoice/, means: "refused", as: "payment_not_found", ...sdk },
    { status: 404, means: "refused", as: "not_found", ...sdk },
  ],
  effects: {
    stark_bank_create_invoice: taggedEffect("stark_bank_list_invoices", "invoices"),
    stark_bank_create_boleto: taggedEffect("stark_bank_list_boletos", "boletos"),
    stark_bank_create_transfer: {
      ...taggedEffect("stark_bank_list_transfers", "transfers"),
      // without one the bank refuses a second transfer of the same amount to the same person on a day
      reference: [
        { path: "transfers.*.tags", listed: true },
        { path: "transfers.0.externalId", chosen: 60 },
      ],
    },
    stark_bank_create_brcode_payment: taggedEffect("stark_bank_list_brcode_payments", "payments"),
    stark_bank_update_invoice: { find: { find: "look up", lookUp: findChanged, ...sdk } },
  },
  lookUps: starkBankReads,
};
