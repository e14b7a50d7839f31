import type { OAuthDefinition } from "../connect/oauth-definition.ts";
import { oauthList } from "../generated/oauth.ts";

/** The providers at which a person can consent, by id. */
export const oauthDefinitions: ReadonlyMap<string, OAuthDefinition> = new Map(
  oauthList.map((definition) => [definition.provider, definition]),
);
