import type { JsonObject } from "@codespar/contract";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readInvoiceChange } from "../emulation/invoice-change.ts";
import type { FiscalDocument } from "../engines/invoices/fiscal-document.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { getDocument } from "./simulate.ts";
import { enotasTools } from "./tools.ts";
import { enotasReads, enotasWire } from "./wire.ts";

const MINUTE = 60_000;

/** Every account's company. */
const companyId = "484fb0c5-969e-46ad-a047-8a0db54667b4";

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const document = readInvoiceChange(change);
    if (document === undefined || document.status === "processing") return [];
    const note = getDocument(document, context);
    const type = textAt(note, "status") ?? "";
    const body: JsonObject = omitUndefined({
      tipo: textAt(note, "tipo"),
      empresaId: companyId,
      nfeId: document.id,
      nfeStatus: type,
      nfeMotivoStatus: textAt(note, "motivoStatus"),
      nfeLinkPdf: textAt(note, "linkDownloadPDF") ?? textAt(note, "linkDanfe"),
      nfeLinkXml: textAt(note, "linkDownloadXML"),
      nfeNumero: textAt(note, "numero"),
      nfeCodigoVerificacao: textAt(note, "codigoVerificacao"),
      nfeIdExterno: textAt(note, "idExterno"),
    });
    return [{ id: `${document.id} ${type}`, type, body }];
  },
  sign: async ({ url }, event) => ({
    url,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event.body),
  }),
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

/** eNotas' own HTTP over its simulation. */
export const enotasEmulation: EmulationDefinition = {
  id: "enotas",
  wire: enotasWire,
  tools: enotasTools,
  hosts: ["api.enotasgw.com.br"],
  calls: {
    find_nfse: {
      ...enotasReads.enotas_find_nfse,
      input: nativeInput({ idExterno: text() }, "idExterno"),
      handle(args, context) {
        const reference = textAt(args, "idExterno");
        const found = context
          .list<FiscalDocument>("invoice")
          .find((document) => document.kind === "nfse" && document.reference === reference);
        return found === undefined
          ? new Refusal("not_found", "Nota fiscal não encontrada.")
          : getDocument(found, context);
      },
    },
  },
  readCredential: ({ authorization = "" }) => /^basic +(\S+)$/i.exec(authorization)?.[1],
  // a key shows nothing of its environment, which each note says
  classifyCredential: (credential) => (/^\w{16,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(32, "0"),
  connection: (api_key) => ({ api_key, empresa_id: companyId }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "API key inválida.");
    case "path":
    case "not_simulated":
      return error(404, "Recurso não encontrado.");
    case "method":
      return error(405, "Método não permitido.");
    case "body":
    case "query":
      return error(400, "O corpo da requisição não pôde ser lido.");
    case "arguments":
      return {
        status: 400,
        body: problem.issues.map(({ path }) => ({
          codigo: "400",
          mensagem: `O campo ${path} está ausente ou é inválido.`,
        })),
      };
    case "unavailable":
      return error(503, "Serviço indisponível.");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      return error(code === "not_found" ? 404 : 400, message, providerCode);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("eNotas has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** Its codes are not known: where the authority has none, the status stands for one. */
function error(status: number, mensagem: string, codigo = String(status)): EmulatedResponse {
  return { status, body: [{ codigo, mensagem }] };
}
