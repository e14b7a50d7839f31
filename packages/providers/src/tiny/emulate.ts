import type { JsonObject } from "@codespar/contract";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { readTinyCall, readTinyForm } from "./messages.ts";
import { tinyTools } from "./tools.ts";
import { tinyWire } from "./wire.ts";

/** Tiny's own forms over its simulation. Its limit of calls a minute, which depends on the plan, is not simulated. */
export const tinyEmulation: EmulationDefinition = {
  id: "tiny",
  wire: tinyWire,
  tools: tinyTools,
  hosts: ["api.tiny.com.br"],
  readRequest: async (request) => readTinyCall(request.path, readTinyForm(request)),
  readCredential: (_headers, request) => readTinyForm(request).get("token") ?? undefined,
  // a token shows nothing of its account
  classifyCredential: (credential) => (/^[0-9A-Za-z]{16,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(40, "0"),
  connection: (token) => ({ token }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return failed(1, { codigo_erro: 2, erros: [{ erro: "token invalido" }] });
    case "path":
    case "method":
    case "not_simulated":
      return { status: 404, headers: { "content-type": "text/plain" }, body: "File not found." };
    case "body":
    case "query":
      return failed(2, { codigo_erro: 31, erros: [{ erro: "Não foi possível ler a requisição" }] });
    case "arguments":
      return failed(2, {
        codigo_erro: 31,
        erros: problem.issues.map(({ path }) => ({ erro: `O campo ${path} é obrigatório ou inválido` })),
      });
    case "unavailable":
      return { status: 503, body: undefined };
    case "refusal": {
      const { providerCode = "31", message } = problem.refusal;
      const erros = [{ erro: message }];
      if (!problem.tool.includes("_create_")) return failed(2, { codigo_erro: Number(providerCode), erros });
      const registro = { sequencia: "1", status: "Erro", codigo_erro: providerCode, erros };
      return failed(2, { registros: [{ registro }] });
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Tiny has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** 1: not processed · 2: processed, with errors. */
function failed(status_processamento: 1 | 2, said: JsonObject): EmulatedResponse {
  return { status: 200, body: { retorno: { status_processamento, status: "Erro", ...said } } };
}
