import type { EmulatedResponse, EmulationProblem } from "../emulation/emulation-definition.ts";
import { describeMercadopagoArgument } from "./argument-error.ts";

/** Numbers of the documented causes that the simulation can mean. */
const causes: Readonly<Record<string, number>> = {
  payment_not_found: 2000,
  payment_not_pending: 2063,
  payment_not_authorized: 2063,
  payment_not_paid: 2063,
  already_refunded: 2063,
  refund_exceeds_amount: 2017,
  amount_out_of_range: 4037,
  invalid_card_token: 2006,
  invalid_installments: 3028,
};

/** What Mercado Pago responds when it does not do what was asked: shape by its SDK, numbers unverified where no source names them. */
export function describeProblem(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "unauthorized", "invalid access token");
    case "path":
    case "not_simulated":
      return error(
        404,
        "resource not found",
        "Si quieres conocer los recursos de la API que se encuentran disponibles visita el Sitio de Desarrolladores de MercadoLibre (https://developers.mercadopago.com)",
      );
    case "method":
      return error(405, "method_not_allowed", "Method not allowed");
    case "body":
    case "query":
      return error(400, "bad_request", "JSON syntax error", 2034);
    case "arguments": {
      const [first = { path: "", problem: "type" as const }] = problem.issues;
      const { code, message } = describeMercadopagoArgument(problem.tool, first);
      return error(400, "bad_request", message, Number(code));
    }
    case "unavailable":
      return error(503, "service_unavailable", "Service unavailable");
    case "key_missing":
      return error(400, "bad_request", "Header X-Idempotency-Key can't be null", 4292);
    case "key_reused":
      return error(409, "idempotency_key_already_used", "The idempotency key was already used.");
    case "key_in_flight":
      return error(423, "resource_locked", "The request is being processed.");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      const isGone = code === "not_found" || code === "payment_not_found" || code === "checkout_not_found";
      if (isGone)
        return error(
          404,
          "not_found",
          code === "payment_not_found" ? "Payment not found" : message,
          causes[code],
        );
      // what the token endpoint refuses has a name and no number
      if (providerCode?.includes("_grant") === true) return error(400, providerCode, message);
      const own = Number(providerCode ?? Number.NaN);
      return error(400, "bad_request", message, Number.isInteger(own) ? own : (causes[code] ?? 1));
    }
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, name: string, message: string, cause?: number): EmulatedResponse {
  return {
    status,
    body: {
      message,
      error: name,
      status,
      cause: cause === undefined ? [] : [{ code: cause, description: message, data: null }],
    },
  };
}
