import { type ProviderResponse, ProviderUnavailable } from "@codespar/backend/ports";
import { type Json, type JsonObject, redact } from "@codespar/contract";
import { isObject } from "../json/native-json.ts";
import type { ConnectorDefinition, NativeError, OutcomeRule } from "./connector-definition.ts";
import { OutcomeUnknown } from "./outcome-unknown.ts";
import type { IncomingResponse } from "./sender.ts";

export interface OutcomeContext {
  tool: string;
  arguments: JsonObject;
  /** The response of a success is a bare list, and the result has it under this key. */
  listAs?: string | undefined;
  /** A read has no outcome that could be unknown. */
  isRead: boolean;
}

/**
 * What a response says, by the outcome table of the definition. Throws `ProviderUnavailable` with proof that nothing was done, and
 * `OutcomeUnknown` for everything that the definition does not list.
 */
export function readOutcome(
  definition: ConnectorDefinition,
  response: IncomingResponse,
  { tool, arguments: args, listAs, isRead }: OutcomeContext,
): ProviderResponse {
  const { status, headers, text } = response;
  const body = definition.messages === undefined ? parseJson(text) : definition.messages.read(text);
  if (status >= 200 && status < 300 && definition.isFailure?.(body) !== true) {
    const data =
      definition.readResult === undefined
        ? readBody(body, listAs)
        : definition.readResult(tool, { status, headers, body: readBody(body, listAs), arguments: args });
    if (isObject(data)) return { ok: true, data };
    throw new OutcomeUnknown(definition.id, tool, `HTTP ${status} without a body that can be read`);
  }
  const error = definition.readError(status, body);
  const rule = definition.outcomes.find((candidate) => fits(candidate, { tool, status, error }));
  switch (rule?.means) {
    case "refused":
      return refusal(rule.as ?? "invalid_request", error);
    case "unauthorized":
      return refusal("needs_connection", {
        code: error?.code,
        message: `${definition.id} refused the credentials of this connection (HTTP ${status}). Connect it again.`,
      });
    case "not_processed":
      throw new ProviderUnavailable(rule.as ?? `http_${status}`, {
        retryAfterMs: retryAfterMs(definition, headers),
      });
    default:
      if (isRead)
        throw new ProviderUnavailable(`http_${status}`, { retryAfterMs: retryAfterMs(definition, headers) });
      throw new OutcomeUnknown(definition.id, tool, `HTTP ${status}`);
  }
}

function readBody(body: Json | undefined, listAs: string | undefined): Json | undefined {
  return listAs !== undefined && Array.isArray(body) ? { [listAs]: body } : body;
}

function fits(
  { status, type, code, tool }: OutcomeRule,
  actual: { tool: string; status: number; error: NativeError | undefined },
): boolean {
  const { error } = actual;
  if (status !== actual.status || tool?.test(actual.tool) === false) return false;
  if (type !== undefined && type !== error?.type) return false;
  if (code === undefined) return true;
  return typeof code === "string" ? code === error?.code : code.test(error?.code ?? "");
}

function refusal(code: string, error: NativeError | undefined): ProviderResponse {
  const { message = "The provider refused the call.", code: providerCode } = error ?? {};
  // providers quote what they were sent
  return {
    ok: false,
    code,
    message: redact(message).slice(0, 500),
    ...(providerCode === undefined ? {} : { providerCode }),
  };
}

function retryAfterMs(
  definition: ConnectorDefinition,
  headers: Readonly<Record<string, string>>,
): number | undefined {
  const own = definition.retryAfterMs?.(headers);
  if (own !== undefined) return own;
  const seconds = Number(headers["retry-after"] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
