import type { OAuthDefinition } from "../connect/oauth-definition.ts";
import { textAt } from "../json/native-json.ts";

/** Bling's consent: tokens of six hours, refresh tokens of thirty days. */
export const blingOAuth: OAuthDefinition = {
  provider: "bling",
  source: "developer.bling.com.br, Autenticação; AlexandreBellas/bling-erp-api-js",
  confidence: "community",
  authorizationUrl: "https://www.bling.com.br/Api/v3/oauth/authorize",
  parameters: {},
  tokenPath: "/Api/v3/oauth/token",
  body: "form",
  clientAuthentication: "basic",
  readCredentials(response) {
    const access_token = textAt(response, "access_token");
    const refresh_token = textAt(response, "refresh_token");
    if (access_token === undefined) return undefined;
    return { access_token, ...(refresh_token === undefined ? {} : { refresh_token }) };
  },
};
