import type { JsonObject } from "@codespar/contract";
import type {
  EmulatedCall,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readInvoiceChange } from "../emulation/invoice-change.ts";
import type { FiscalDocument } from "../engines/invoices/fiscal-document.ts";
import { textAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { getDocument } from "./simulate.ts";
import { plugnotasTools } from "./tools.ts";
import { plugnotasReads, plugnotasWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const document = readInvoiceChange(change);
    if (document === undefined || document.status === "processing") return [];
    const summary = getDocument(document, context);
    const type = textAt(summary, "situacao") ?? "";
    return [{ id: `${document.id} ${type}`, type, body: { ...summary, documento: document.kind } }];
  },
  sign: async ({ url }, event) => ({
    url,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event.body),
  }),
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

function findCall(read: keyof typeof plugnotasReads, isKind: (kind: string) => boolean): EmulatedCall {
  return {
    ...plugnotasReads[read],
    listAs: "documents",
    input: nativeInput({ idIntegracao: text(), cnpj: text() }, "idIntegracao", "cnpj"),
    handle(args, context): JsonObject | Refusal {
      const found = context
        .list<FiscalDocument>("invoice")
        .find(({ kind, reference }) => isKind(kind) && reference === textAt(args, "idIntegracao"));
      return found === undefined
        ? new Refusal("not_found", "Não localizamos qualquer nota com os parâmetros informados")
        : { documents: [getDocument(found, context)] };
    },
  };
}

/** PlugNotas' own HTTP over its simulation. */
export const plugnotasEmulation: EmulationDefinition = {
  id: "plugnotas",
  wire: plugnotasWire,
  tools: plugnotasTools,
  hosts: ["api.plugnotas.com.br", "api.sandbox.plugnotas.com.br"],
  calls: {
    find_nfse: findCall("plugnotas_find_nfse", (kind) => kind === "nfse"),
    find_nfe: findCall("plugnotas_find_nfe", (kind) => kind !== "nfse"),
  },
  readCredential: ({ "x-api-key": key }) => key,
  // a key shows nothing of its environment, which its host says
  classifyCredential: (credential) => (/^[\w-]{16,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(32, "0"),
  connection: (api_key) => ({ api_key }),
  describe,
  describeResult(tool, result) {
    return tool.startsWith("plugnotas_get_") ? { status: 200, body: [result] } : undefined;
  },
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "O token informado é inválido.");
    case "path":
    case "not_simulated":
      return error(404, "Recurso não encontrado");
    case "method":
      return error(405, "Método não permitido");
    case "body":
    case "query":
      return error(400, "Falha na validação do JSON");
    case "arguments":
      return error(400, "Falha na validação do JSON", {
        fields: Object.fromEntries(problem.issues.map(({ path }) => [path, "Ausente ou inválido"])),
      });
    case "unavailable":
      return error(503, "Serviço indisponível");
    case "refusal": {
      const { code, message } = problem.refusal;
      return error(code === "not_found" ? 404 : code === "already_exists" ? 409 : 400, message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("PlugNotas has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, message: string, data?: JsonObject): EmulatedResponse {
  return { status, body: { error: data === undefined ? { message } : { message, data } } };
}
