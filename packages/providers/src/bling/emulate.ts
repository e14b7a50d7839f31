import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { blingTools } from "./tools.ts";
import { blingWire } from "./wire.ts";

/** Bling's own HTTP over its simulation. Its webhooks are set up in its panel, and how they are signed is not known. */
export const blingEmulation: EmulationDefinition = {
  id: "bling",
  wire: blingWire,
  tools: blingTools,
  hosts: ["api.bling.com.br", "www.bling.com.br"],
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  // a token shows nothing of its account
  classifyCredential: (credential) => (credential.length >= 16 ? "test" : "malformed"),
  makeCredential: (token) => token.slice(0, 40).padEnd(40, "0"),
  connection: (access_token) => ({ access_token }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "invalid_token", "O token de acesso não é válido.");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "RESOURCE_NOT_FOUND", "O recurso não foi encontrado.");
    case "body":
    case "query":
      return error(400, "VALIDATION_ERROR", "Não foi possível ler a requisição.");
    case "arguments":
      return error(
        400,
        "VALIDATION_ERROR",
        "Não foi possível salvar.",
        problem.issues.map(({ path }) => ({ element: path, msg: "O campo é obrigatório ou inválido." })),
      );
    case "unavailable":
      return error(503, "UNAVAILABLE", "Serviço indisponível.");
    case "refusal": {
      const { message, providerCode = "" } = problem.refusal;
      return error(400, "VALIDATION_ERROR", "Não foi possível salvar.", [
        { element: providerCode, msg: message },
      ]);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Bling has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(
  status: number,
  type: string,
  message: string,
  fields: { element: string; msg: string }[] = [],
): EmulatedResponse {
  const listed =
    fields.length === 0
      ? {}
      : { fields: fields.map((field) => ({ code: 1, namespace: "", collection: [], ...field })) };
  return { status, body: { error: { type, message, description: message, ...listed } } };
}
