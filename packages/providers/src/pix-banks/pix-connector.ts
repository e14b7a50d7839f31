import type { Credentials } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import type {
  CredentialField,
  EffectDefinition,
  NativeError,
  OutcomeRule,
  SuccessResponse,
} from "../connect/connector-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";
import type { Source } from "../wire/source.ts";

/** The specification that every bank follows. */
export const pixSpec = { source: "bacen/pix-api openapi.yaml 2.9.0", confidence: "spec" } as const;

/** What a connection to a bank's Pix has besides what lets it in. */
export const pixKeyField: CredentialField = {
  name: "pix_key",
  label: "Chave Pix que recebe",
  secret: false,
  form: /^.{1,77}$/,
  ...pixSpec,
};

/** The certificate of a connection and its key. */
export function certificateFields(source: Source, required = true): readonly CredentialField[] {
  return [
    { name: "client_certificate", label: "Certificado (PEM)", pem: "certificate", required, ...source },
    {
      name: "client_key",
      label: "Chave privada do certificado (PEM)",
      pem: "private key",
      required,
      ...source,
    },
  ];
}

/** The names of the two fields, as a connector has them. */
export const certificateNames = { certificate: "client_certificate", key: "client_key" } as const;

const ofPix = /_(?:pix_charge|pix_received|refund_pix|pix_refund|webhook)$/;

/** What the statuses of the API Pix mean; 503 promises nothing, so that it stays unknown. */
export const pixOutcomes: readonly OutcomeRule[] = [
  { status: 401, means: "unauthorized", source: "RFC 6750, 3.1", confidence: "spec" },
  { status: 400, tool: ofPix, means: "refused", ...pixSpec },
  { status: 403, tool: ofPix, means: "unauthorized", ...pixSpec },
  { status: 404, tool: /_webhook$/, means: "refused", as: "not_found", ...pixSpec },
  { status: 404, tool: ofPix, means: "refused", as: "payment_not_found", ...pixSpec },
];

/** What the statuses mean at a bank's API of its own, as it is usual and nowhere read. */
export function usualOutcomes(tool: RegExp, source: string): readonly OutcomeRule[] {
  const usual = { tool, source, confidence: "unverified" } as const;
  return [
    { status: 400, means: "refused", ...usual },
    { status: 403, means: "unauthorized", ...usual },
    { status: 404, means: "refused", as: "payment_not_found", ...usual },
    { status: 422, means: "refused", ...usual },
  ];
}

/** `{ type, title, status, detail }` (RFC 7807); the last part of `type` is the code. */
export function readPixError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "type");
  const title = textAt(body, "title");
  if (type === undefined && title === undefined) return undefined;
  const said = textAt(body, "detail") ?? textAt(body, "violacoes.0.razao") ?? title ?? "";
  return { code: type?.split("/").at(-1), message: said };
}

/** The effects of a bank's Pix: their ids are ours, so that each is read again exactly. */
export function pixEffects(prefix: string): Readonly<Record<string, EffectDefinition>> {
  return {
    [`${prefix}_create_pix_charge`]: {
      reference: { path: "txid", chosen: 35 },
      find: {
        find: "look up",
        async lookUp({ arguments: args, read }) {
          const cob = await read(`${prefix}_get_pix_charge`, { txid: args.txid ?? null });
          // a txid of the caller's own may be that of an older charge
          return includes(cob, { valor: args.valor ?? null }) ? cob : undefined;
        },
        ...pixSpec,
      },
    },
    [`${prefix}_update_pix_charge`]: {
      find: {
        find: "look up",
        async lookUp({ arguments: { chave: _key, ...changed }, read }) {
          const cob = await read(`${prefix}_get_pix_charge`, { txid: changed.txid ?? null });
          return includes(cob, changed) ? cob : undefined;
        },
        ...pixSpec,
      },
    },
    [`${prefix}_refund_pix`]: {
      reference: { path: "id", chosen: 35 },
      find: {
        find: "look up",
        async lookUp({ arguments: { e2eId = null, id = null, valor = null }, read }) {
          const refund = await read(`${prefix}_get_pix_refund`, { e2eId, id });
          return includes(refund, { valor }) ? refund : undefined;
        },
        ...pixSpec,
      },
    },
    // says the same however often it is said, and its loss costs nothing
    [`${prefix}_create_webhook`]: { find: { find: "none", ...pixSpec } },
  };
}

/** The key that receives, where the caller names none. */
export function completePix(tool: string, args: JsonObject, { pix_key = "" }: Credentials): JsonObject {
  const takesKey = /_create_(?:pix_charge|webhook)$/.test(tool) && pix_key !== "";
  return takesKey && args.chave === undefined ? { ...args, chave: pix_key } : args;
}

/** A webhook is set without a body; undefined leaves a result to be read as it is. */
export function readPixResult(
  tool: string,
  { body, arguments: args }: SuccessResponse,
): JsonObject | undefined {
  if (tool.endsWith("_create_webhook") && !isObject(body)) return args;
  return isObject(body) ? body : undefined;
}

/** Whether a value has everything that another has, at every depth. */
function includes(whole: Json | undefined, part: Json): boolean {
  if (Array.isArray(part))
    return (
      Array.isArray(whole) &&
      part.length === whole.length &&
      part.every((item, index) => includes(whole[index], item))
    );
  if (!isObject(part)) return whole === part;
  return isObject(whole) && Object.entries(part).every(([key, member]) => includes(whole[key], member));
}
