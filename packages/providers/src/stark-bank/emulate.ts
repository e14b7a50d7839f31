import type { JsonObject } from "@codespar/contract";
import {
  signSecp256k1,
  verifySecp256k1,
  writeSecp256k1Key,
  writeSecp256k1PublicKey,
} from "../connect/secp256k1.ts";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedCall,
  EmulatedEvent,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { listWebhookEndpoints, putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { integer, list, nativeInput, text } from "../tools/native-input.ts";
import { listBoletos } from "./boleto.ts";
import { listInvoices, logsOf } from "./invoice.ts";
import { generateStarkId, starkTime } from "./stark-json.ts";
import { starkBankTools } from "./tools.ts";
import { listMoneyOut } from "./transfer.ts";
import { starkBankReads, starkBankWire } from "./wire.ts";

const MINUTE = 60_000;
/** Projects that the emulator makes begin so, and it knows their keys; of others it looks at the form alone. */
const ownProjects = "project/4000";

/** The bank's own key, the same in every process: it opens nothing but an emulator. */
const bankKey = keyOf("the bank");
/** A private key that follows from a text. */
function keyOf(name: string): Uint8Array {
  const key = new Uint8Array(32);
  for (const [index, byte] of new TextEncoder().encode(name).entries())
    key[index % 32] = ((key[index % 32] ?? 0) * 31 + byte + index + 1) % 251;
  return key;
}

const calls: Readonly<Record<string, EmulatedCall>> = {
  public_key: {
    ...starkBankReads.stark_bank_get_public_key,
    input: nativeInput({ limit: integer() }),
    handle: () => ({ cursor: null, publicKeys: [{ id: "1", content: writeSecp256k1PublicKey(bankKey) }] }),
  },
  list_invoices: { ...starkBankReads.stark_bank_list_invoices, input: listInput(), handle: listInvoices },
  list_boletos: { ...starkBankReads.stark_bank_list_boletos, input: listInput(), handle: listBoletos },
  list_brcode_payments: {
    ...starkBankReads.stark_bank_list_brcode_payments,
    input: listInput(),
    handle: listMoneyOut("brcode_payment", "payments"),
  },
  create_webhook: {
    post: "/v2/webhook",
    input: nativeInput({ url: text(), subscriptions: list(text()) }, "url", "subscriptions"),
    handle(args, context) {
      const id = generateStarkId(context.random);
      const [url, events] = [textAt(args, "url") ?? "", textsAt(args, "subscriptions")];
      putWebhookEndpoint(context, { id, url, secret: "", events, enabled: true });
      return { message: "Webhook successfully created", webhook: { id, url, subscriptions: events } };
    },
  },
  list_webhooks: {
    get: "/v2/webhook",
    input: listInput(),
    handle: (_args, context) => ({
      cursor: null,
      webhooks: listWebhookEndpoints(context).map(({ id, url, events }) => ({
        id,
        url,
        subscriptions: [...events],
      })),
    }),
  },
};

function listInput() {
  return nativeInput({
    limit: integer(),
    cursor: text(),
    after: text(),
    before: text(),
    status: text(),
    tags: list(text()),
    ids: list(text()),
  });
}

const webhooks: WebhookEmulation = {
  getEvents,
  async sign({ url }, { body }) {
    const content = JSON.stringify(body);
    const headers = {
      "content-type": "application/json",
      "digital-signature": signSecp256k1(bankKey, content),
    };
    return { url, headers, body: content };
  },
  // three attempts, after 5, 30 and 120 minutes; remembered
  retryDelaysMs: [5 * MINUTE, 30 * MINUTE, 120 * MINUTE],
};

/** Every log of an invoice that a change added. */
function getEvents(change: DocumentChange, context: SimulationContext): EmulatedEvent[] {
  const { before, after } = readChargeChange(change) ?? {};
  if (after?.pix === undefined) return [];
  const known = new Set(before === undefined ? [] : logsOf(before, context).map(({ id }) => id));
  return logsOf(after, context)
    .filter((log) => !known.has(log.id ?? null))
    .map((log) => {
      const id = generateStarkId(context.random);
      const event = {
        id,
        subscription: "invoice",
        created: starkTime(context.now),
        isDelivered: false,
        workspaceId: "5000000000000000",
        log,
      };
      return { id, type: "invoice", body: { event } };
    });
}

/** Stark Bank's own HTTP over its simulation: what is signed wrongly is refused. */
export const starkBankEmulation: EmulationDefinition = {
  id: "stark-bank",
  wire: starkBankWire,
  tools: starkBankTools,
  hosts: ["api.starkbank.com", "sandbox.api.starkbank.com"],
  calls,
  readCredential: (headers) => headers["access-id"],
  async isSigned({ headers, body }, credential) {
    const time = headers["access-time"] ?? "";
    const signature = headers["access-signature"] ?? "";
    // how old it may be is not documented
    if (!/^\d{1,12}$/.test(time)) return false;
    if (!credential.startsWith(ownProjects)) return /^M[\w+/]+=*$/.test(signature);
    return verifySecp256k1(
      writeSecp256k1PublicKey(keyOf(credential)),
      signature,
      `${credential}:${time}:${body}`,
    );
  },
  // no id says of which environment it is
  classifyCredential: (credential) =>
    /^(?:project|organization)\/\d+(?:\/workspace\/\d+)?$/.test(credential) ? "test" : "malformed",
  makeCredential: (token) => `${ownProjects}${twelveDigits(token)}`,
  connection: async (access_id) => ({
    access_id,
    private_key: writeSecp256k1Key(keyOf(access_id)),
  }),
  describe,
  webhooks,
};

function twelveDigits(token: string): string {
  let number = 0n;
  for (const byte of new TextEncoder().encode(token)) number = (number * 257n + BigInt(byte)) % 10n ** 12n;
  return String(number).padStart(12, "0");
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return refuse(400, "invalidSignature", "The signature of the request is not valid.");
    case "path":
    case "not_simulated":
      return refuse(404, "routeNotFound", "Route not found.");
    case "method":
      return refuse(405, "methodNotAllowed", "Method not allowed.");
    case "body":
    case "query":
      return refuse(400, "invalidJson", "The body of the request is no JSON.");
    case "arguments": {
      const [issue] = problem.issues;
      const field = issue?.path.split(".").at(-1) ?? "";
      return refuse(
        400,
        `invalid${field.charAt(0).toUpperCase()}${field.slice(1)}`,
        `${issue?.path}: ${issue?.problem}`,
      );
    }
    case "unavailable":
      return { status: 500, body: { error: "Internal server error" } };
    case "refusal": {
      const { code, message, providerCode = "invalidRequest" } = problem.refusal;
      return refuse(code === "not_found" || code === "payment_not_found" ? 404 : 400, providerCode, message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Stark Bank has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function refuse(status: number, code: string, message: string): EmulatedResponse {
  const errors: JsonObject[] = [{ code, message }];
  return { status, body: { errors } };
}
