import type { Json, JsonObject } from "@codespar/contract";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedRequest,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";
import { readFieldsBySchema } from "../wire/read-text-by-schema.ts";
import { readRoute } from "../wire/wire-entry.ts";
import { ebanxTools } from "./tools.ts";
import { ebanxWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change) {
    const charge = readChargeChange(change);
    if (charge === undefined) return [];
    const { before, after } = charge;
    const isRefunded = after.refunds.length > (before?.refunds.length ?? 0);
    const isOver = after.status !== "pending" && after.status !== "authorized";
    if (!isRefunded && (before?.status === after.status || !isOver)) return [];
    const notification_type = isRefunded ? "refund" : "update";
    const body = { operation: "payment_status_change", notification_type, hash_codes: after.id };
    const id = `${after.id} ${after.status} ${after.refunds.length}`;
    return [{ id, type: notification_type, body }];
  },
  sign: async ({ url }, { body }) => ({
    url,
    // EBANX's own certificate signs the real ones
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(
      Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString(),
  }),
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

/** What the simulation adds for the sandbox's own pages. */
const ours: ReadonlySet<string> = new Set([
  "boleto_due_date",
  "creditcard",
  "cus",
  "end_to_end_id",
  "qr_code_url",
  "tracking_key",
]);

/** EBANX's own HTTP over its simulation: the fields come as JSON, in the query, as a form, or as JSON in a form. */
export const ebanxEmulation: EmulationDefinition = {
  id: "ebanx",
  wire: ebanxWire,
  tools: ebanxTools,
  hosts: ["api.ebanxpay.com", "sandbox.ebanxpay.com", "api.ebanx.com", "sandbox.ebanx.com"],
  readCredential: (_headers, request) => textAt(readFields(request), "integration_key"),
  classifyCredential: (key) =>
    key.startsWith("live_ik_") ? "live" : /^\S{8,100}$/.test(key) ? "test" : "malformed",
  makeCredential: (token) => `test_ik_${token}`,
  connection: (integration_key) => ({ integration_key }),
  readRequest,
  describe,
  describeResult: (_tool, result) => ({ status: 200, body: asEbanx(result) }),
  webhooks,
};

async function readRequest(request: EmulatedRequest) {
  const path = request.path.replace(/\/+$/, "");
  const [tool] = Object.entries(ebanxWire.tools).find(([, entry]) => readRoute(entry).path === path) ?? [];
  if (tool === undefined) return undefined;
  const { integration_key: _, mode: _mode, ...fields } = readFields(request) ?? {};
  // a refund is taken back by the same call
  if (tool === "ebanx_refund_payment" && fields.operation === "cancel")
    return { tool, response: { status: 404, body: undefined } };
  const input = ebanxTools[tool as keyof typeof ebanxTools].input; // the wire names tools of its own alone
  return { tool, arguments: readFieldsBySchema(fields, input) };
}

function readFields({ query, body, headers }: EmulatedRequest): JsonObject | undefined {
  const inQuery: JsonObject = Object.fromEntries(new URLSearchParams(query));
  const isJson = headers["content-type"]?.includes("json") ?? body.trimStart().startsWith("{");
  const form: JsonObject = isJson ? {} : Object.fromEntries(new URLSearchParams(body));
  const inBody = parse(isJson ? body : (textAt(form, "request_body") ?? ""));
  return { ...inQuery, ...(isObject(inBody) ? inBody : form) };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without what is the sandbox's own, and with days where EBANX has no hour. */
function asEbanx(value: Json): Json {
  if (Array.isArray(value)) return value.map(asEbanx);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !ours.has(name))
      .map(([name, member]) => [
        name,
        name === "due_date" && typeof member === "string" ? member.slice(0, 10) : asEbanx(member),
      ]),
  );
}

/** What each field's own error is called (docs.ebanx.com, API error codes). */
const fieldCodes: Readonly<Record<string, string>> = {
  payment: "BP-DR-2",
  "payment.currency_code": "BP-DR-3",
  "payment.amount_total": "BP-DR-5",
  "payment.merchant_payment_code": "BP-DR-9",
  "payment.name": "BP-DR-13",
  "payment.email": "BP-DR-15",
  "payment.payment_type_code": "BP-DR-35",
};
const lengthCodes: Readonly<Record<string, string>> = {
  "payment.merchant_payment_code": "BP-DR-10",
  "payment.order_number": "BP-DR-11",
  "payment.name": "BP-DR-14",
  "payment.email": "BP-DR-16",
};
/** Of calls other than `direct`, by their tool. */
const toolCodes: Readonly<Record<string, string>> = {
  ebanx_capture_payment: "BP-CAP-1",
  ebanx_cancel_payment: "BP-CAN-1",
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return problem.what === "missing"
        ? error("BP-SA-1", "Parameter integration_key not found")
        : error("BP-SA-2", "Invalid integration key");
    case "path":
    case "method":
    case "not_simulated":
      return { status: 404, body: undefined };
    case "body":
    case "query":
      return error("BP-DR-2", "Field payment is required");
    case "arguments": {
      const [issue] = problem.issues;
      const field = issue?.path ?? "payment";
      if (issue?.problem === "length" && lengthCodes[field] !== undefined)
        return error(
          lengthCodes[field],
          `Parameter ${field} can have ${issue.limit ?? ""} characters maximum`,
        );
      // a field whose own code is not known has that of a required one
      const code = toolCodes[problem.tool] ?? fieldCodes[field] ?? "BP-DR-2";
      return error(code, `Field ${field} is required`);
    }
    case "unavailable":
      return { status: 503, body: undefined };
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      // of a query that finds nothing the code is not known
      if (code === "payment_not_found") return error("BP-REF-CAN-2", "Payment not found with this hash: ");
      if (code === "payment_not_paid") return error("BP-REF-7", message);
      return error(providerCode ?? "BP-DR-2", message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("EBANX has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status_code: string, status_message: string): EmulatedResponse {
  return { status: 200, body: { status: "ERROR", status_code, status_message } };
}
