import type { JsonObject } from "@codespar/contract";
import { decodeBase64 } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { facturamaTools } from "./tools.ts";
import { facturamaWire } from "./wire.ts";

/** What the simulation says of a CFDI, and Facturama does not. */
const ours: ReadonlySet<string> = new Set(["PdfUrl", "VerificationUrl", "XmlUrl"]);

/** Facturama's own HTTP over its simulation; no webhook of it is known. */
export const facturamaEmulation: EmulationDefinition = {
  id: "facturama",
  wire: facturamaWire,
  tools: facturamaTools,
  hosts: ["api.facturama.mx", "apisandbox.facturama.mx"],
  readCredential({ authorization = "" }) {
    const [, encoded] = /^basic +(\S+)$/i.exec(authorization) ?? [];
    const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  },
  // a user shows nothing of the environment, which the host says
  classifyCredential: (credential) => (/^[^:]+:./.test(credential) ? "test" : "malformed"),
  getAccount: (credential) => credential.split(":", 1)[0] ?? "",
  makeCredential: (token) => `tienda${token.slice(0, 12)}:${token}`,
  connection(credential) {
    const [user = "", ...password] = credential.split(":");
    return { user, password: password.join(":") };
  },
  describe,
  describeResult(tool, result) {
    if (tool !== "facturama_create_cfdi" && tool !== "facturama_get_cfdi") return undefined;
    return { status: facturamaWire.tools[tool]?.status ?? 200, body: withoutOurs(result) };
  },
};

function withoutOurs(cfdi: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(cfdi).filter(([name]) => !ours.has(name)));
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: undefined };
    case "path":
    case "not_simulated":
      return error(404, "No se encontró el recurso.");
    case "method":
      return error(405, "El recurso solicitado no admite el método http.");
    case "body":
    case "query":
      return error(400, "La solicitud no es válida.");
    case "arguments":
      return error(
        400,
        "La solicitud no es válida.",
        problem.issues.map(({ path }) => [path, `El campo ${path} es obligatorio o no es válido.`]),
      );
    case "unavailable":
      return error(503, "Servicio no disponible.");
    case "refusal": {
      const { code, message } = problem.refusal;
      if (code === "not_found") return error(404, message);
      return error(400, "La solicitud no es válida.", [["", message]]);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Facturama has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** How its fields are named in `ModelState` is unverified. */
function error(status: number, Message: string, fields: readonly (readonly [string, string])[] = []) {
  const ModelState = Object.fromEntries(fields.map(([field, text]) => [`cfdiToCreate.${field}`, [text]]));
  return { status, body: fields.length === 0 ? { Message } : { Message, ModelState } };
}
