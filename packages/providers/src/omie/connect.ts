import type { JsonObject } from "@codespar/contract";
import { fromDayFirst, parseLocalTimestamp, SAO_PAULO } from "@codespar/formats";
import type {
  ConnectorDefinition,
  EffectDefinition,
  ReferenceField,
} from "../connect/connector-definition.ts";
import { writeReference } from "../connect/own-reference.ts";
import { isObject, textAt, valueAt } from "../json/native-json.ts";
import { OUR_CODE, readOmieError } from "./errors.ts";
import { OMIE_HOST, omieMessages } from "./messages.ts";
import { omieTools } from "./tools.ts";
import { omieReads, omieWire } from "./wire.ts";

const clients = { source: "Omie's generated PHP clients", confidence: "spec" } as const;
const wire = { source: "omie MCP server, bahiash/omie-sdk", confidence: "community" } as const;
const faults = {
  source: "faults in public integrations; SOAP 1.1, 4.4.1: class Client",
  confidence: "community",
} as const;

/** A record that is older than the call by more than what clocks may differ is another's. */
const SKEW_MS = 60_000;

interface LookedUp {
  /** Where the call says the integration code. */
  path: string;
  read: string;
  /** The name of the code in the read. */
  code: string;
  /** Where the record is in the read's response. @default the whole */
  at?: string;
  /** Where of the record its ids are. @default the whole */
  ids?: string;
  id: string;
  info: string;
}

/**
 * By the integration code, which Omie keeps unique. Under a code of the caller's own there may be an older record, so that one is
 * taken for this call's only when it was made since.
 */
function byCode({ path, read: name, code, at, ids, id, info }: LookedUp): EffectDefinition {
  const reference: ReferenceField = { path, chosen: 35 };
  return {
    reference,
    find: {
      find: "look up",
      async lookUp({ reference: sent, operationId, dispatchedAt, read }) {
        const response = await read(name, { [code]: sent });
        const record = at === undefined ? response : valueAt(response, at);
        if (!isObject(record)) return undefined;
        const isOurs = sent === writeReference(operationId, reference, {});
        if (!isOurs && !(madeAt(record, info) >= dispatchedAt - SKEW_MS)) return undefined;
        const named = ids === undefined ? record : valueAt(record, ids);
        return { [id]: valueAt(named, id) ?? null, [code]: sent };
      },
      ...clients,
    },
  };
}

/** When a record was made, in epoch milliseconds; NaN when it does not say. */
function madeAt(record: JsonObject, info: string): number {
  const [date, time = ""] = [textAt(record, `${info}.dInc`), textAt(record, `${info}.hInc`)];
  const at = date === undefined ? undefined : parseLocalTimestamp(`${fromDayFirst(date)} ${time}`, SAO_PAULO);
  return at ?? Number.NaN;
}

const entry = {
  path: "codigo_lancamento_integracao",
  code: "codigo_lancamento_integracao",
  id: "codigo_lancamento_omie",
  info: "info",
};

/** Omie. It has no sandbox: an application for tests is one, on the same host. */
export const omieConnector: ConnectorDefinition = {
  id: "omie",
  version: "omie/1",
  wire: omieWire,
  lookUps: omieReads,
  tools: omieTools,
  messages: omieMessages,
  hosts: { live: OMIE_HOST, test: OMIE_HOST, ...clients },
  credentials: [
    { name: "app_key", label: "App key", secret: false, form: /^\d+$/, ...clients },
    { name: "app_secret", label: "App secret", ...clients },
  ],
  // the keys are in the body
  authorize: () => ({}),
  readError: readOmieError,
  outcomes: [
    { status: 403, means: "unauthorized", ...wire },
    { status: 425, means: "not_processed", as: "rate_limited", ...faults },
    { status: 429, means: "not_processed", as: "rate_limited", ...wire },
    // the same within a minute, or while it is still running: an earlier one may have been done
    { status: 500, code: /^SOAP-ENV:Client-(?:6|8020)$/, means: "unknown", ...faults },
    { status: 500, code: /^SOAP-ENV:Client-10[12]$/, type: OUR_CODE, means: "unknown", ...faults },
    { status: 500, code: "SOAP-ENV:Client-5113", means: "refused", as: "not_found", ...faults },
    { status: 500, code: /^SOAP-ENV:Client(?:-|$)/, means: "refused", ...faults },
  ],
  effects: {
    omie_create_customer: byCode({
      path: "codigo_cliente_integracao",
      read: "omie_find_customer",
      code: "codigo_cliente_integracao",
      id: "codigo_cliente_omie",
      info: "info",
    }),
    omie_create_product: byCode({
      path: "codigo_produto_integracao",
      read: "omie_find_product",
      code: "codigo_produto_integracao",
      id: "codigo_produto",
      info: "info",
    }),
    omie_create_order: byCode({
      path: "cabecalho.codigo_pedido_integracao",
      read: "omie_get_order",
      code: "codigo_pedido_integracao",
      at: "pedido_venda_produto",
      ids: "cabecalho",
      id: "codigo_pedido",
      info: "infoCadastro",
    }),
    omie_create_service_order: byCode({
      path: "Cabecalho.cCodIntOS",
      read: "omie_find_service_order",
      code: "cCodIntOS",
      ids: "Cabecalho",
      id: "nCodOS",
      info: "InfoCadastro",
    }),
    omie_create_receivable: byCode({ ...entry, read: "omie_find_receivable" }),
    omie_create_payable: byCode({ ...entry, read: "omie_find_payable" }),
  },
};
