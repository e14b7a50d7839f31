import { z } from "zod";
import { type ErrorBody, type ErrorCode, errorStatuses } from "../wire/errors.ts";
import { currencies } from "../wire/money.ts";
import { openEnum, timestamp } from "./fields.ts";

const issues = z.array(z.looseObject({ path: z.string(), message: z.string() }));
const suggestions = z.array(z.string());

function body<Code extends ErrorCode, Extra extends z.ZodRawShape>(code: Code, extra: Extra) {
  return z.looseObject({
    error: z.literal(code),
    message: z.string(),
    status: z.literal(errorStatuses[code]),
    request_id: z.string(),
    retryable: z.boolean(),
    ...extra,
  });
}

/** The body that can carry this code, also where several codes share one. */
type BodyWith<Code extends ErrorCode, Body = ErrorBody> = Body extends { error: infer Codes }
  ? Code extends Codes
    ? Body
    : never
  : never;

/** The exact body of each error code. */
export const errorBodySchemas = {
  invalid_request: body("invalid_request", { issues, suggestions: suggestions.optional() }),
  invalid_arguments: body("invalid_arguments", { issues, suggestions: suggestions.optional() }),
  unauthorized: body("unauthorized", {}),
  insufficient_scope: body("insufficient_scope", { required_scope: z.string() }),
  server_not_in_session: body("server_not_in_session", { server: z.string(), servers: z.array(z.string()) }),
  policy_denied: body("policy_denied", {
    rule: z.string(),
    limit: z.number().optional(),
    currency: openEnum(currencies).optional(),
  }),
  plan_limit: body("plan_limit", { limit: z.number(), plan: z.string(), upgrade_url: z.string() }),
  not_found: body("not_found", { suggestions }),
  unknown_tool: body("unknown_tool", { suggestions }),
  approval_required: body("approval_required", { approval_id: z.string(), expires_at: timestamp }),
  idempotency_conflict: body("idempotency_conflict", {}),
  session_closed: body("session_closed", {}),
  session_expired: body("session_expired", { expired_at: timestamp }),
  payload_too_large: body("payload_too_large", {}),
  quota_exceeded: body("quota_exceeded", {
    quota: z.int(),
    used: z.int(),
    resets_at: timestamp,
    upgrade_url: z.string(),
  }),
  rate_limited: body("rate_limited", {}),
  internal_error: body("internal_error", {}),
  provider_unavailable: body("provider_unavailable", {
    providers: z.array(z.looseObject({ id: z.string(), reason: z.string() })),
  }),
  service_unavailable: body("service_unavailable", {}),
  outcome_unknown: body("outcome_unknown", {
    tool_call_id: z.string().optional(),
    idempotency_key: z.string(),
  }),
} satisfies { [Code in ErrorCode]: z.ZodType<BodyWith<Code>> };

/** Any error body of today. */
// The record has every code, which the `satisfies` above proves; `Object.values` forgets that it is not empty.
export const errorBodySchema = z.discriminatedUnion(
  "error",
  Object.values(errorBodySchemas) as unknown as [(typeof errorBodySchemas)[ErrorCode]],
) satisfies z.ZodType<ErrorBody>;

/** What every error body has, for readers that may meet codes of tomorrow. */
export const anyErrorBodySchema = z.looseObject({
  error: z.string(),
  message: z.string(),
  status: z.int(),
  request_id: z.string(),
  retryable: z.boolean(),
});
