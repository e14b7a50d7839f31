import { asciiText, decodeBase64 } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readInvoiceChange } from "../emulation/invoice-change.ts";
import type { FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { readDocument } from "../engines/invoices/with-document.ts";
import { textAt } from "../json/read-arguments.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { showDocument } from "./simulate.ts";
import { focusNfeTools } from "./tools.ts";
import { focusNfeReads, focusNfeWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const document = readInvoiceChange(change);
    if (document === undefined || document.status === "processing") return [];
    const { id, kind, status } = document;
    return [{ id: `${id} ${status}`, type: kind, body: showDocument(document, context) }];
  },
  sign: async ({ url, secret }, { body }) => ({
    url,
    headers: { "content-type": "application/json", ...(secret === "" ? {} : { authorization: secret }) },
    body: JSON.stringify(body),
  }),
  // it tries until it is taken; how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE, 360 * MINUTE],
};

const readCall = (name: keyof typeof focusNfeReads, kind: FiscalKind) => ({
  ...focusNfeReads[name],
  input: nativeInput({ ref: text(), completa: text() }, "ref"),
  handle: (args: Parameters<typeof textAt>[0], context: Parameters<typeof readDocument>[0]) =>
    readDocument(context, textAt(args, "ref"), [kind], showDocument),
});

/** Focus NFe's own HTTP over its simulation. */
export const focusNfeEmulation: EmulationDefinition = {
  id: "focus-nfe",
  wire: focusNfeWire,
  tools: focusNfeTools,
  hosts: ["api.focusnfe.com.br", "homologacao.focusnfe.com.br"],
  calls: {
    get_nfce: readCall("focus_nfe_get_nfce", "nfce"),
    get_cte: readCall("focus_nfe_get_cte", "cte"),
    get_mdfe: readCall("focus_nfe_get_mdfe", "mdfe"),
  },
  readCredential({ authorization = "" }) {
    const [, encoded] = /^basic +(\S+)$/i.exec(authorization) ?? [];
    const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
    return bytes === undefined ? undefined : asciiText(bytes).replace(/:.*$/s, "");
  },
  // a token shows nothing of its environment, which its host says
  classifyCredential: (credential) => (/^\w{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.slice(0, 32).padEnd(32, "0"),
  connection: (token, webhook_token) => ({ token, webhook_token }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(403, "permissao_negada", "Token inválido.");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "nao_encontrado", "Recurso não encontrado.");
    case "body":
    case "query":
      return error(400, "requisicao_invalida", "O corpo da requisição não é um JSON válido.");
    case "arguments": {
      const [first] = problem.issues;
      return error(422, "requisicao_invalida", `Campo ${first?.path ?? ""} ausente ou inválido.`);
    }
    case "unavailable":
      return error(503, "servico_indisponivel", "Serviço indisponível.");
    case "refusal": {
      const { code, message } = problem.refusal;
      if (code === "not_found") return error(404, "nao_encontrado", message);
      return error(code === "requisicao_invalida" ? 400 : 422, code, message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Focus NFe has no idempotency key but its ref.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, codigo: string, mensagem: string): EmulatedResponse {
  return { status, body: { codigo, mensagem } };
}
