import type { OAuthDefinition } from "../connect/oauth.ts";
import { requiredNumber, requiredText } from "../json/native-json.ts";

/** Mercado Pago's consent: tokens for half a year, and a refresh token that is replaced with each use. */
export const mercadopagoOAuth: OAuthDefinition = {
  source: "npm mercadopago 3.6.1 clients/oAuth",
  confidence: "spec",
  authorizationUrl: "https://auth.mercadopago.com/authorization",
  parameters: { response_type: "code", platform_id: "mp" },
  tokenPath: "/oauth/token",
  exchange: ({ clientId, clientSecret }, { code, redirectUri, verifier }, environment) => ({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    // tokens of a test user are asked for by name
    ...(environment === "test" ? { test_token: "true" } : {}),
  }),
  refresh: ({ clientId, clientSecret }, { refresh_token = "" }) => ({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: "refresh_token",
    refresh_token,
  }),
  readCredentials: (response, now) => ({
    access_token: requiredText(response, "access_token"),
    refresh_token: requiredText(response, "refresh_token"),
    user_id: requiredText(response, "user_id"),
    expires_at: String(now + requiredNumber(response, "expires_in") * 1000),
  }),
  readEnvironment: ({ live_mode }) =>
    typeof live_mode === "boolean" ? (live_mode ? "live" : "test") : undefined,
};
