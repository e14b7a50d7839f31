import type { JsonObject } from "@codespar/contract";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedCall,
  EmulatedEvent,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readClientId } from "../emulation/token-calls.ts";
import { getReceived, putCob, toReceived } from "../engines/payments/bacen-pix.ts";
import type { Institution } from "../engines/payments/create-charge.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import { Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { cobFields } from "../tools/cob-fields.ts";
import { nativeInput, text } from "../tools/native-input.ts";

const MINUTE = 60_000;

export interface PixEmulation
  extends Pick<EmulationDefinition, "alsoRequired" | "calls" | "hosts" | "id" | "tools" | "wire"> {
  /** What the bank puts in front of the Banco Central's paths. */
  base: string;
  institution: Institution;
  /** The connection to the account of a client id. */
  connection(clientId: string): Record<string, string>;
  /** Events of the bank beside those of Pix; each names its address, as the bank puts it together. */
  getEvents?(change: DocumentChange, context: SimulationContext): readonly EmulatedEvent[];
}

/** A bank's own HTTP over its simulation: the Banco Central's, and what the bank adds. Its client id stands for an account. */
export function pixEmulation({
  base,
  institution,
  connection,
  getEvents = () => [],
  ...bank
}: PixEmulation): EmulationDefinition {
  const webhooks: WebhookEmulation = {
    getEvents: (change, context) => [...getPixEvents(change, context), ...getEvents(change, context)],
    sign: async ({ url }, { type, body }) => ({
      // the bank puts it behind the address that it was given
      url: type === "pix" ? `${url}/pix` : url,
      headers: { "content-type": "application/json" },
      // some banks send lists
      body: JSON.stringify(body.list ?? body),
    }),
    // how often is each bank's own matter, and unverified
    retryDelaysMs: [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE],
  };
  return {
    ...bank,
    calls: { ...pixCalls(base, institution), ...bank.calls },
    readCredential: readClientId,
    // no client id says of which environment it is
    classifyCredential: () => "test",
    makeCredential: (token) => `client-${token}`,
    connection: (clientId) => ({
      client_secret: "emulated-secret",
      pix_key: emulatedKey,
      ...connection(clientId),
    }),
    describe: describePixProblem,
    describeResult(tool, result) {
      // the specification has no body there
      if (tool.endsWith("_create_webhook")) return { status: 200, body: undefined };
      if (!/_pix_charge$/.test(tool)) return undefined;
      const { imagemQrcode: _ours, ...cob } = result;
      return { status: bank.wire.tools[tool]?.status ?? 200, body: cob };
    },
    webhooks,
  };
}

/** What the API Pix has besides the tools: a charge whose id the bank draws, and one received Pix. */
function pixCalls(base: string, institution: Institution): Readonly<Record<string, EmulatedCall>> {
  return {
    create_cob: {
      post: `${base}/cob`,
      status: 201,
      input: nativeInput(cobFields, "calendario", "valor", "chave"),
      handle(args, context) {
        const cob = putCob(args, context, institution);
        if (cob instanceof Refusal) return cob;
        const { imagemQrcode: _ours, ...shown } = cob;
        return shown;
      },
    },
    get_pix: {
      get: `${base}/pix/{e2eId}`,
      input: nativeInput({ e2eId: text() }, "e2eId"),
      handle: getReceived,
    },
  };
}

const emulatedKey = "123e4567-e89b-12d3-a456-426655440000";

/** Of the form of a certificate and its key; nobody looks at them where there is no TLS. */
export const emulatedCertificate = {
  client_certificate: pem("CERTIFICATE"),
  client_key: pem("PRIVATE KEY"),
} as const;

function pem(label: string): string {
  return `-----BEGIN ${label}-----\nZW11bGF0ZWQ=\n-----END ${label}-----\n`;
}

function getPixEvents(change: DocumentChange, context: SimulationContext): EmulatedEvent[] {
  const charge = readChargeChange(change);
  if (charge === undefined) return [];
  const { before, after } = charge;
  const isPaid = before?.pix?.endToEndId === undefined && after.pix?.endToEndId !== undefined;
  const isRefunded = before !== undefined && before.refunds.length < after.refunds.length;
  if (after.pix === undefined || (!isPaid && !isRefunded)) return [];
  const id = `${after.pix.endToEndId ?? after.id} ${after.refunds.length}`;
  return [{ id, type: "pix", body: { pix: toReceived(after, context) } }];
}

/** A problem in the words of the API Pix (RFC 7807). */
export function describePixProblem(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return {
        status: 401,
        body: { error: "invalid_token", error_description: "Token ausente ou inválido." },
      };
    case "path":
    case "method":
    case "not_simulated":
      return describe(404, "NaoEncontrado", "Entidade não encontrada.");
    case "body":
    case "query":
      return describe(400, "RequisicaoInvalida", "O corpo da requisição não pode ser lido.");
    case "arguments":
      return describe(
        400,
        getOperation(problem.tool),
        "A requisição não respeita o schema.",
        problem.issues.map(({ path, problem: razao }) => ({ razao, propriedade: path })),
      );
    case "unavailable":
      return describe(503, "ServicoIndisponivel", "Serviço não está disponível no momento.");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      if (providerCode === "unsupported_grant_type")
        return { status: 400, body: { error: providerCode, error_description: message } };
      if (code === "payment_not_found" || code === "not_found")
        return describe(404, "NaoEncontrado", message);
      return describe(400, providerCode ?? getOperation(problem.tool), message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("The API Pix has no idempotency key: its PUTs carry ids of the caller's.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function getOperation(tool: string): string {
  if (tool.endsWith("_refund_pix")) return "PixDevolucaoInvalida";
  if (tool.endsWith("_webhook")) return "WebhookOperacaoInvalida";
  return /_list_|_get_/.test(tool) ? "RequisicaoInvalida" : "CobOperacaoInvalida";
}

function describe(
  status: number,
  type: string,
  detail: string,
  violacoes: JsonObject[] = [],
): EmulatedResponse {
  return {
    status,
    headers: { "content-type": "application/problem+json" },
    body: {
      type: `https://pix.bcb.gov.br/api/v2/error/${type}`,
      title: type,
      status,
      detail,
      ...(violacoes.length === 0 ? {} : { violacoes }),
    },
  };
}
