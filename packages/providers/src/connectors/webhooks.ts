import { asaasWebhooks } from "../asaas/webhooks.ts";
import { mercadopagoWebhooks } from "../mercadopago/webhooks.ts";
import { stripeWebhooks } from "../stripe/webhooks.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";

/** The webhooks of every provider that can be called for real, by its id. */
export const webhooks: ReadonlyMap<string, WebhookDefinition> = new Map(
  [asaasWebhooks, mercadopagoWebhooks, stripeWebhooks].map((definition) => [definition.provider, definition]),
);
