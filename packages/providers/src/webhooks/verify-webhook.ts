import type { Credentials, ProviderEnvironment } from "@codespar/backend/ports";
import type { Json } from "@codespar/contract";
import type { InboundWebhook, WebhookDefinition, WebhookSubject } from "./webhook-definition.ts";

/** Longest body that is looked at, in characters. */
const largestBody = 1024 * 1024;

export interface VerifyOptions {
  definition: WebhookDefinition;
  webhook: InboundWebhook;
  credentials: Credentials;
  environment: ProviderEnvironment;
  /** Milliseconds since the epoch. */
  now: number;
  /** Reads the provider's own key, where the definition says how; `renew`: the one that is known does not fit. */
  readKey?: ((renew: boolean) => Promise<string | undefined>) | undefined;
}

/**
 * Verifies a webhook before anything of it is stored, and says what it is about. Undefined for whatever reason it is not to be
 * believed: forged, too old, of the other environment, not JSON. All of these get the same response.
 */
export async function verifyWebhook(options: VerifyOptions): Promise<readonly WebhookSubject[] | undefined> {
  const { definition, webhook, credentials, environment, now } = options;
  if (webhook.body.length > largestBody) return undefined;
  const secret = credentials[definition.secretField ?? ""] ?? "";
  // a token that nobody set up proves nothing and refuses nothing: the read back decides
  const isToken = definition.trust === "token" && secret === "";
  if (definition.publicKey !== undefined) {
    if (!(await isSignedByProvider(options))) return undefined;
  } else if (!isToken && (secret === "" || !(await definition.verify(webhook, secret, now))))
    return undefined;
  const body =
    definition.readBody === undefined ? parseJson(webhook.body) : definition.readBody(webhook.body);
  if (body === undefined) return undefined;
  const claimed = definition.readEnvironment?.(body);
  if (claimed !== undefined && claimed !== environment) return undefined;
  const subjects = definition
    .readSubjects(webhook, body)
    .filter(({ kind }) => Object.hasOwn(definition.readBack, kind));
  // only a signature makes a body's word good
  return definition.trust === "signed" ? subjects : subjects.map(({ stated: _word, ...subject }) => subject);
}

/** By the key that is known; by a newer one, if there is one, when that does not fit. */
async function isSignedByProvider({ definition, webhook, now, readKey }: VerifyOptions): Promise<boolean> {
  for (const renew of [false, true]) {
    const key = await readKey?.(renew);
    if (key !== undefined && (await definition.verify(webhook, key, now))) return true;
  }
  return false;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
