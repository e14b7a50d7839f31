import type { JsonObject } from "@codespar/contract";
import type {
  EmulatedCall,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { tokenByForm } from "../emulation/token-calls.ts";
import type { FiscalDocument, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { textAt } from "../json/read-arguments.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { getDocument } from "./simulate.ts";
import { nuvemFiscalTools } from "./tools.ts";
import { nuvemFiscalReads, nuvemFiscalWire } from "./wire.ts";

/** What the simulation says of a document, and the specification does not. */
const ours: ReadonlySet<string> = new Set(["protocolo", "url_pdf", "url_xml", "valor_servicos"]);

function listCall(name: keyof typeof nuvemFiscalReads, kind: FiscalKind): EmulatedCall {
  return {
    ...nuvemFiscalReads[name],
    input: nativeInput(
      { cpf_cnpj: text(), ambiente: text(), referencia: text(), chave: text(), serie: text() },
      "cpf_cnpj",
      "ambiente",
    ),
    handle(args, context) {
      const referencia = textAt(args, "referencia");
      const data = context
        .list<FiscalDocument>("invoice")
        .filter((document) => document.family === "brazil" && document.kind === kind)
        .filter((document) => referencia === undefined || document.reference === referencia)
        .filter((document) => (document.issuer?.cnpj ?? context.merchant.cnpj) === textAt(args, "cpf_cnpj"))
        .map((document) => withoutOurs(getDocument(document, context)));
      return { "@count": data.length, data };
    },
  };
}

/** Nuvem Fiscal's own HTTP over its simulation. Neither its specification nor its pages know a webhook: a document is read until it is done. */
export const nuvemFiscalEmulation: EmulationDefinition = {
  id: "nuvem-fiscal",
  wire: nuvemFiscalWire,
  tools: nuvemFiscalTools,
  hosts: ["api.nuvemfiscal.com.br", "api.sandbox.nuvemfiscal.com.br", "auth.nuvemfiscal.com.br"],
  calls: {
    token: tokenByForm("/oauth/token"),
    list_nfe: listCall("list_nfe", "nfe"),
    list_nfce: listCall("list_nfce", "nfce"),
    list_nfse: listCall("list_nfse", "nfse"),
    list_cte: listCall("list_cte", "cte"),
    list_mdfe: listCall("list_mdfe", "mdfe"),
  },
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  // nothing in a client id shows its environment, which its host says
  classifyCredential: (credential) => (/^\w{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.slice(0, 20),
  connection: (client_id) => ({ client_id, client_secret: `${client_id}-secret` }),
  describe,
  describeResult: (_tool, result) => ({ status: 200, body: withoutOurs(result) }),
};

function withoutOurs(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !ours.has(name)));
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Unauthorized", "Token de acesso inválido.");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "NotFound", "Recurso não encontrado.");
    case "body":
    case "query":
      return error(400, "ValidationFailed", "O corpo da requisição não é um JSON válido.");
    case "arguments": {
      const [first] = problem.issues;
      return error(400, "ValidationFailed", `Campo ${first?.path ?? ""} ausente ou inválido.`);
    }
    case "unavailable":
      return error(503, "ServiceUnavailable", "Serviço indisponível.");
    case "refusal": {
      const { code, message } = problem.refusal;
      return code === "not_found" ? error(404, "NotFound", message) : error(400, "ValidationFailed", message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Nuvem Fiscal has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, code: string, message: string): EmulatedResponse {
  return { status, body: { error: { code, message } } };
}
