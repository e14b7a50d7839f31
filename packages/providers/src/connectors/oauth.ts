import type { OAuthDefinition } from "../connect/oauth-definition.ts";
import { mercadopagoOAuth } from "../mercadopago/oauth.ts";

/** The providers at which a person can consent, by id. */
export const oauthDefinitions: ReadonlyMap<string, OAuthDefinition> = new Map(
  [mercadopagoOAuth].map((definition) => [definition.provider, definition]),
);
