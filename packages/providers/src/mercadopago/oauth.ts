import type { OAuthDefinition } from "../connect/oauth-definition.ts";
import { textAt } from "../json/native-json.ts";

/** Mercado Pago's consent: tokens of half a year, and a new refresh token with each. */
export const mercadopagoOAuth: OAuthDefinition = {
  provider: "mercadopago",
  source:
    "github.com/mercadopago/sdk-nodejs src/clients/oAuth; mercadopago.com/developers /docs/security/oauth",
  confidence: "spec",
  authorizationUrl: "https://auth.mercadopago.com/authorization",
  parameters: { platform_id: "mp" },
  tokenPath: "/oauth/token",
  body: "json",
  clientAuthentication: "body",
  readCredentials(response) {
    const access_token = textAt(response, "access_token");
    if (access_token === undefined) return undefined;
    const refresh_token = textAt(response, "refresh_token");
    const { user_id } = response;
    return {
      access_token,
      ...(refresh_token === undefined ? {} : { refresh_token }),
      ...(user_id === undefined || user_id === null ? {} : { user_id: String(user_id) }),
    };
  },
  readEnvironment: ({ live_mode }) =>
    typeof live_mode === "boolean" ? (live_mode ? "live" : "test") : undefined,
};
