import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { readClientId } from "../emulation/token-calls.ts";
import { jadlogTools } from "./tools.ts";
import { jadlogWire } from "./wire.ts";

/** Jadlog's own HTTP over its simulation. Its errors come with HTTP 200; those of tokens are unverified, and no webhook of it is known. */
export const jadlogEmulation: EmulationDefinition = {
  id: "jadlog",
  wire: jadlogWire,
  tools: jadlogTools,
  // a connector adds the contract from its connection, so the tool may leave it out
  alsoRequired: { jadlog_create_shipment: ["contaCorrente", "nrContrato", "tpColeta", "tipoFrete", "dfe"] },
  hosts: ["www.jadlog.com.br"],
  basePath: /^\/embarcador\/api(?=\/)/,
  readCredential: readClientId,
  // a token shows nothing of what it is for
  classifyCredential: (credential) => (credential.length >= 16 ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(32, "0"),
  connection: (token) => ({
    token,
    cnpj: "11222333000181",
    account: "001234",
    contract: "12345",
    sender_name: "Loja Exemplo",
    sender_street: "Avenida Paulista",
    sender_number: "1000",
    sender_district: "Bela Vista",
    sender_city: "São Paulo",
    sender_state: "SP",
    sender_phone: "1133334444",
    sender_email: "envios@example.com",
  }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: fail(-1, "Token inválido.") };
    case "path":
    case "not_simulated":
      return { status: 404, body: fail(-1, "Recurso não encontrado.") };
    case "method":
      return { status: 405, body: fail(-1, "Método não permitido.") };
    case "body":
    case "query":
      return { status: 400, body: fail(-1, "Requisição inválida.") };
    case "arguments": {
      const fields = problem.issues.map(({ path }) => path).join(", ");
      return { status: 200, body: fail(-2, `Campos inválidos: ${fields}.`) };
    }
    case "unavailable":
      return { status: 503, body: fail(-1, "Serviço indisponível.") };
    case "refusal":
      return { status: 200, body: fail(-99, problem.refusal.message) };
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Jadlog has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function fail(id: number, descricao: string) {
  return { status: "Erro", erro: { id, descricao, detalhe: null } };
}
