import type {
  EmulatedCall,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { integer, nativeInput, text } from "../tools/native-input.ts";
import { readOmieCall, readOmieKeys } from "./messages.ts";
import { findOmieRecord, type OmieKind } from "./simulate.ts";
import { omieTools } from "./tools.ts";
import { omieReads, omieWire } from "./wire.ts";

/** Omie's own JSON calls over its simulation. Its refusal of the same call within a minute is not simulated. */
export const omieEmulation: EmulationDefinition = {
  id: "omie",
  wire: omieWire,
  tools: omieTools,
  hosts: ["app.omie.com.br"],
  alsoRequired: {
    omie_create_customer: ["codigo_cliente_integracao"],
    omie_create_product: ["codigo_produto_integracao"],
    omie_create_receivable: ["codigo_lancamento_integracao"],
    omie_create_payable: ["codigo_lancamento_integracao"],
  },
  calls: {
    omie_find_customer: reading("omie_find_customer", "customer", {
      codigo_cliente_omie: integer(),
      codigo_cliente_integracao: text(),
    }),
    omie_find_product: reading("omie_find_product", "product", {
      codigo_produto: integer(),
      codigo_produto_integracao: text(),
    }),
    omie_find_service_order: reading("omie_find_service_order", "service_order", {
      nCodOS: integer(),
      cCodIntOS: text(),
    }),
    omie_find_receivable: reading("omie_find_receivable", "receivable", entry()),
    omie_find_payable: reading("omie_find_payable", "payable", entry()),
  },
  readRequest: async ({ path, body }) => readOmieCall(path, body),
  readCredential(_headers, { body }) {
    const keys = readOmieKeys(body);
    return keys === undefined ? undefined : `${keys.app_key}:${keys.app_secret}`;
  },
  // keys show nothing of their application
  classifyCredential: (credential) => (/^\d+:[0-9A-Za-z]{16,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => `38333295000:${token.padEnd(32, "0")}`,
  connection(credential) {
    const [app_key = "", app_secret = ""] = credential.split(":");
    return { app_key, app_secret };
  },
  describe,
};

function reading(
  name: keyof typeof omieReads,
  kind: OmieKind,
  properties: Parameters<typeof nativeInput>[0],
): EmulatedCall {
  return {
    ...omieReads[name],
    input: nativeInput(properties),
    handle: (args, context) => findOmieRecord(kind, args, context),
  };
}

function entry() {
  return { codigo_lancamento_omie: integer(), codigo_lancamento_integracao: text() };
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return fault(403, "A chave de acesso está inválida!");
    case "path":
    case "method":
    case "not_simulated":
      return fault(404, "Método não encontrado!");
    case "body":
    case "query":
      return fault(500, "Não foi possível ler a requisição!");
    case "arguments": {
      const names = problem.issues.map(({ path }) => `[${path}]`).join(", ");
      return fault(500, `A tag ${names} não foi informada ou é inválida!`);
    }
    case "unavailable":
      return { status: 503, body: undefined };
    case "refusal":
      return {
        status: 500,
        body: {
          faultstring: problem.refusal.message,
          faultcode: problem.refusal.providerCode ?? "SOAP-ENV:Client",
        },
      };
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Omie has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** What Omie's numbers of these faults are is not known. */
function fault(status: number, message: string): EmulatedResponse {
  return { status, body: { faultstring: `ERROR: ${message}`, faultcode: "SOAP-ENV:Client" } };
}
