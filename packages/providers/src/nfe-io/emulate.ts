import type { JsonObject } from "@codespar/contract";
import { encodeHex } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readInvoiceChange } from "../emulation/invoice-change.ts";
import type { FiscalDocument } from "../engines/invoices/fiscal-document.ts";
import { isObject } from "../json/native-json.ts";
import { textAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { hmacSha1 } from "../webhooks/hmac.ts";
import { companyId, showDocument } from "./simulate.ts";
import { nfeIoTools } from "./tools.ts";
import { nfeIoReads, nfeIoWire } from "./wire.ts";

const MINUTE = 60_000;

/** What the simulation says of a document, and the specification does not. */
const ours: ReadonlySet<string> = new Set(["links", "protocol", "statusCode"]);

const outcomes: Readonly<Partial<Record<FiscalDocument["status"], string>>> = {
  authorized: "issued_successfully",
  rejected: "issued_error",
  cancelled: "cancelled_successfully",
};

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const document = readInvoiceChange(change);
    const outcome = document && outcomes[document.status];
    if (document === undefined || outcome === undefined) return [];
    const [name, field] =
      document.kind === "nfse"
        ? ["service_invoice", "serviceInvoice"]
        : ["product_invoice", "productInvoice"];
    const action = `${name}.${outcome}`;
    const body = { action, [field ?? ""]: withoutOurs(showDocument(document, context)) };
    return [{ id: `${document.id} ${action}`, type: action, body }];
  },
  async sign({ url, secret }, event) {
    const body = JSON.stringify(event.body);
    const signature = encodeHex(await hmacSha1(secret, body)).toUpperCase();
    return {
      url,
      headers: { "content-type": "application/json", "x-hub-signature": `sha1=${signature}` },
      body,
    };
  },
  // how often is unverified
  retryDelaysMs: [MINUTE, 15 * MINUTE, 60 * MINUTE],
};

/** NFE.io's own HTTP over its simulation. */
export const nfeIoEmulation: EmulationDefinition = {
  id: "nfe-io",
  wire: nfeIoWire,
  tools: nfeIoTools,
  hosts: ["api.nfe.io", "api.nfse.io", "legalentity.api.nfe.io"],
  calls: {
    find_nfse: {
      ...nfeIoReads.nfe_io_find_nfse,
      input: nativeInput({ externalId: text() }, "externalId"),
      handle(args, context) {
        const reference = textAt(args, "externalId");
        const found = context
          .list<FiscalDocument>("invoice")
          .find((document) => document.kind === "nfse" && document.reference === reference);
        return found === undefined
          ? new Refusal("not_found", "Nota fiscal não encontrada.")
          : withoutOurs(showDocument(found, context));
      },
    },
  },
  readCredential: ({ "x-nfe-apikey": key, authorization }) =>
    key ?? authorization?.replace(/^(?:bearer|basic|x-nfe-apikey) +/i, ""),
  // a key shows nothing of its company's environment
  classifyCredential: (credential) => (/^\w{16,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.slice(0, 32).padEnd(32, "0"),
  connection: (api_key, webhook_secret) => ({
    api_key,
    company_id: companyId,
    webhook_secret,
  }),
  describe,
  describeResult(tool, result) {
    if (tool === "nfe_io_cancel_nfe") return { status: 204, body: undefined };
    const body = withoutOurs(result);
    const status = nfeIoWire.tools[tool]?.status ?? 200;
    if (tool !== "nfe_io_create_nfse") return { status, body };
    // its clients take the id from there
    const location = `/v1/companies/${companyId}/serviceinvoices/${String(result.id)}`;
    return { status, headers: { location }, body };
  },
  webhooks,
};

function withoutOurs(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document)
      .filter(([name]) => !ours.has(name))
      .map(([name, value]) => [
        name,
        name === "authorization" && isObject(value) ? withoutOurs(value) : value,
      ]),
  );
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Chave de acesso inválida.");
    case "path":
    case "not_simulated":
      return error(404, "Recurso não encontrado.");
    case "method":
      return error(405, "Método não permitido.");
    case "body":
    case "query":
      return error(400, "O corpo da requisição não pôde ser lido.");
    case "arguments":
      return error(
        400,
        `Parâmetro ausente ou inválido: ${problem.issues.map(({ path }) => path).join(", ")}.`,
        problem.tool,
      );
    case "unavailable":
      return error(503, "Serviço indisponível.");
    case "refusal": {
      const { code, message } = problem.refusal;
      return error(code === "not_found" ? 404 : 400, message, problem.tool);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("NFE.io has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** Product invoices and service invoices have a shape of error each; without a tool it is the one that most of the calls have. */
function error(status: number, message: string, tool = ""): EmulatedResponse {
  const isProduct = nfeIoWire.tools[tool]?.host === "products";
  return { status, body: isProduct ? { errors: [{ code: status, message }] } : { message } };
}
