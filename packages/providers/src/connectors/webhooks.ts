import { webhookList } from "../generated/webhooks.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";

/** The webhooks of every provider that sends any that CodeSpar reads, by its id. */
export const webhooks: ReadonlyMap<string, WebhookDefinition> = new Map(
  webhookList.map((definition) => [definition.provider, definition]),
);
