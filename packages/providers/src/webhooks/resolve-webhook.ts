import type { ProviderCall, ProviderWebhook } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ConnectedProvider } from "../connect/connect.ts";
import { readReference } from "../connect/own-reference.ts";
import type { ProviderFact, ReadBackCalls, WebhookDefinition, WebhookSubject } from "./webhook-definition.ts";

export interface ResolveOptions extends Pick<ProviderCall, "account" | "credentials" | "signal"> {
  definition: WebhookDefinition;
  provider: ConnectedProvider;
  subject: Pick<WebhookSubject, "id" | "kind" | "stated">;
  /** The operation that made or came upon a document, by the document index; undefined when it is not ours. */
  findOperation(kind: string, id: string): Promise<string | undefined>;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The object is not there, or not ours: the webhook is acknowledged and dropped. */
class NotOurs extends Error {
  override readonly name = "NotOurs";
}

/**
 * Reads what a webhook is about back from the provider and gives what is true there now, each fact under an id of its own, so that
 * the same fact is the same event however often it is reported. Empty for what is not ours. Rejects when the provider cannot be asked
 * now: try again later.
 */
export async function resolveWebhook(options: ResolveOptions): Promise<ProviderWebhook[]> {
  const { definition, subject, provider, now } = options;
  const readBack = definition.readBack[subject.kind];
  if (readBack === undefined) return [];
  let facts: readonly ProviderFact[];
  try {
    facts = await readBack(subject.id, readBackCalls(options), subject.stated);
  } catch (error) {
    if (error instanceof NotOurs) return [];
    throw error;
  }
  const webhooks: ProviderWebhook[] = [];
  for (const { key, type, data, reference, documents } of facts) {
    const operationId = readReference(reference)?.operationId ?? (await findMaker(options, documents));
    if (operationId !== undefined)
      webhooks.push({ id: key, provider: provider.id, operationId, type, data, at: now });
  }
  return webhooks;
}

async function findMaker(
  { findOperation }: ResolveOptions,
  documents: ProviderFact["documents"],
): Promise<string | undefined> {
  for (const { kind, id } of documents) {
    const operationId = await findOperation(kind, id);
    if (operationId !== undefined) return operationId;
  }
  return undefined;
}

function readBackCalls({ provider, account, credentials, signal }: ResolveOptions): ReadBackCalls {
  async function readRaw(tool: string, args: JsonObject): Promise<JsonObject> {
    const response = await provider.read(tool, args, { account, credentials, signal });
    if (response.ok) return response.data;
    if (/(?:^|_)not_found$/.test(response.code)) throw new NotOurs();
    throw new Error(`${provider.id} refused ${tool}: ${response.code}.`);
  }
  const refuse = () => Promise.reject(new TypeError("A webhook changes nothing at its provider."));
  return {
    readRaw,
    hideReferences: (raw) => provider.hideReferences(raw),
    native: {
      read: async (tool, args) => provider.hideReferences(await readRaw(tool, args)),
      prepare: refuse,
      effect: refuse,
      // what is not ready has a webhook of its own
      pause: async () => {},
    },
  };
}
