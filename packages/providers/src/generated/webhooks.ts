// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { asaasWebhooks } from "../asaas/webhooks.ts";
import { conektaWebhooks } from "../conekta/webhooks.ts";
import { facturapiWebhooks } from "../facturapi/webhooks.ts";
import { focusNfeWebhooks } from "../focus-nfe/webhooks.ts";
import { infobipWebhooks } from "../infobip/webhooks.ts";
import { melhorEnvioWebhooks } from "../melhor-envio/webhooks.ts";
import { mercadopagoWebhooks } from "../mercadopago/webhooks.ts";
import { pagarmeWebhooks } from "../pagarme/webhooks.ts";
import { sendgridWebhooks } from "../sendgrid/webhooks.ts";
import { stripeWebhooks } from "../stripe/webhooks.ts";
import { twilioWebhooks } from "../twilio/webhooks.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { whatsappCloudWebhooks } from "../whatsapp-cloud/webhooks.ts";

/** The webhooks of every provider that sends any that CodeSpar reads. */
export const webhookList: readonly WebhookDefinition[] = [
  asaasWebhooks,
  conektaWebhooks,
  facturapiWebhooks,
  focusNfeWebhooks,
  infobipWebhooks,
  melhorEnvioWebhooks,
  mercadopagoWebhooks,
  pagarmeWebhooks,
  sendgridWebhooks,
  stripeWebhooks,
  twilioWebhooks,
  whatsappCloudWebhooks,
];
