// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { blingOAuth } from "../bling/oauth.ts";
import type { OAuthDefinition } from "../connect/oauth-definition.ts";
import { mercadopagoOAuth } from "../mercadopago/oauth.ts";

/** Every provider at which a person can consent. */
export const oauthList: readonly OAuthDefinition[] = [blingOAuth, mercadopagoOAuth];
