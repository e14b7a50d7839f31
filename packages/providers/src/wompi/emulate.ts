import type { Json, JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedRequest,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";
import { signTransaction, sumEvent } from "./integrity.ts";
import { toTransaction } from "./simulate.ts";
import { wompiTools } from "./tools.ts";
import { wompiWire } from "./wire.ts";

const MINUTE = 60_000;

/** As the emulator makes it; the secret of a key of Wompi's own is not known here, so that any signature passes for it. */
const ownKey = /^(?:pub|prv)_test_([0-9a-f]{40})$/;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const charge = readChargeChange(change);
    if (charge === undefined) return [];
    const { before, after } = charge;
    // of what waits nobody hears
    if (after.status === "pending" || before?.status === after.status) return [];
    const type = "transaction.updated";
    const transaction = toTransaction(after, context);
    const body: JsonObject = {
      event: type,
      data: { transaction },
      environment: "test",
      signature: { properties: ["transaction.id", "transaction.status", "transaction.amount_in_cents"] },
      timestamp: unixSeconds(context.now),
      sent_at: new Date(context.now).toISOString(),
    };
    return [{ id: `${after.id} ${textAt(transaction, "status") ?? ""}`, type, body }];
  },
  async sign({ url, secret }, { body }) {
    const checksum = await sumEvent(body, secret);
    const signature = { ...(isObject(body.signature) ? body.signature : {}), checksum };
    return {
      url,
      headers: { "content-type": "application/json", "x-event-checksum": checksum },
      body: JSON.stringify({ ...body, signature }),
    };
  },
  // 30 minutes, 3 hours and 24 hours after the first attempt (docs.wompi.co/docs/colombia/eventos)
  retryDelaysMs: [30 * MINUTE, 150 * MINUTE, 1_260 * MINUTE],
};

/** Wompi's own HTTP over its simulation. */
export const wompiEmulation: EmulationDefinition = {
  id: "wompi",
  wire: wompiWire,
  tools: wompiTools,
  hosts: ["production.wompi.co", "sandbox.wompi.co"],
  alsoRequired: { wompi_create_transaction: ["signature"] },
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  classifyCredential(credential) {
    if (/^(?:pub|prv)_test_\w+$/.test(credential)) return "test";
    return /^(?:pub|prv)_prod_/.test(credential) ? "live" : "malformed";
  },
  // both keys are the merchant's
  getAccount: (credential) => credential.replace(/^pub_/, "prv_"),
  makeCredential: (token) => `prv_test_${token}`,
  connection: (private_key, events_secret) => ({
    public_key: private_key.replace(/^prv_/, "pub_"),
    private_key,
    integrity_secret: getIntegritySecret(private_key) ?? "test_integrity_any",
    events_secret: events_secret.startsWith("test_events_") ? events_secret : `test_events_${events_secret}`,
  }),
  readRequest: refuseBadSignature,
  describe,
  describeResult(tool, result) {
    // the address of a page follows from its id, and Wompi leaves it at that
    if (!/_payment_link$/.test(tool) || !isObject(result.data)) return undefined;
    const { url: _, ...data } = result.data;
    return { status: 200, body: { ...result, data } };
  },
  webhooks,
};

function getIntegritySecret(credential: string): string | undefined {
  const [, token] = ownKey.exec(credential) ?? [];
  return token === undefined ? undefined : `test_integrity_${token}`;
}

/** The table reads everything else. */
async function refuseBadSignature(request: EmulatedRequest) {
  const { method, path, headers, body } = request;
  const secret = getIntegritySecret(wompiEmulation.readCredential(headers, request) ?? "");
  if (method !== "POST" || !/^\/v1\/transactions\/?$/.test(path) || secret === undefined) return undefined;
  const args = parse(body);
  const signature = textAt(args, "signature");
  if (!isObject(args) || signature === undefined) return undefined;
  if (signature.toLowerCase() === (await signTransaction(args, secret))) return undefined;
  // the words are those of reports of it, and unverified
  return { tool: "wompi_create_transaction", response: invalid({ signature: ["La firma es inválida"] }) };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "INVALID_ACCESS_TOKEN", "La llave proporcionada no corresponde a este ambiente");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "NOT_FOUND_ERROR", "La entidad solicitada no existe");
    case "body":
    case "query":
      return error(400, "BAD_REQUEST", "El cuerpo no es JSON");
    case "arguments":
      return invalid(
        Object.fromEntries(
          problem.issues.map(({ path, problem: what }) => [
            path,
            [what === "missing" ? "No está presente" : "No es válido"],
          ]),
        ),
      );
    case "unavailable":
      return error(503, "INTERNAL_ERROR", "Servicio no disponible");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      if (code === "payment_not_found" || code === "checkout_not_found" || code === "not_found")
        return error(404, "NOT_FOUND_ERROR", "La entidad solicitada no existe");
      return invalid({ [providerCode ?? "transaction"]: [message] });
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Wompi has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, type: string, reason: string): EmulatedResponse {
  return { status, body: { error: { type, reason } } };
}

function invalid(messages: JsonObject): EmulatedResponse {
  return { status: 422, body: { error: { type: "INPUT_VALIDATION_ERROR", messages } } };
}
