// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { asaasWebhooks } from "../asaas/webhooks.ts";
import { bancoDoBrasilWebhooks } from "../banco-do-brasil/webhooks.ts";
import { bradescoWebhooks } from "../bradesco/webhooks.ts";
import { conektaWebhooks } from "../conekta/webhooks.ts";
import { ebanxWebhooks } from "../ebanx/webhooks.ts";
import { enotasWebhooks } from "../enotas/webhooks.ts";
import { evolutionApiWebhooks } from "../evolution-api/webhooks.ts";
import { facturapiWebhooks } from "../facturapi/webhooks.ts";
import { focusNfeWebhooks } from "../focus-nfe/webhooks.ts";
import { infobipWebhooks } from "../infobip/webhooks.ts";
import { interWebhooks } from "../inter/webhooks.ts";
import { itauWebhooks } from "../itau/webhooks.ts";
import { melhorEnvioWebhooks } from "../melhor-envio/webhooks.ts";
import { mercadopagoWebhooks } from "../mercadopago/webhooks.ts";
import { nfeIoWebhooks } from "../nfe-io/webhooks.ts";
import { pagarmeWebhooks } from "../pagarme/webhooks.ts";
import { pagseguroWebhooks } from "../pagseguro/webhooks.ts";
import { plugnotasWebhooks } from "../plugnotas/webhooks.ts";
import { sendgridWebhooks } from "../sendgrid/webhooks.ts";
import { sicrediWebhooks } from "../sicredi/webhooks.ts";
import { skydropxWebhooks } from "../skydropx/webhooks.ts";
import { starkBankWebhooks } from "../stark-bank/webhooks.ts";
import { stripeWebhooks } from "../stripe/webhooks.ts";
import { twilioWebhooks } from "../twilio/webhooks.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { whatsappCloudWebhooks } from "../whatsapp-cloud/webhooks.ts";
import { wompiWebhooks } from "../wompi/webhooks.ts";
import { zoopWebhooks } from "../zoop/webhooks.ts";

/** The webhooks of every provider that sends any that CodeSpar reads. */
export const webhookList: readonly WebhookDefinition[] = [
  asaasWebhooks,
  bancoDoBrasilWebhooks,
  bradescoWebhooks,
  conektaWebhooks,
  ebanxWebhooks,
  enotasWebhooks,
  evolutionApiWebhooks,
  facturapiWebhooks,
  focusNfeWebhooks,
  infobipWebhooks,
  interWebhooks,
  itauWebhooks,
  melhorEnvioWebhooks,
  mercadopagoWebhooks,
  nfeIoWebhooks,
  pagarmeWebhooks,
  pagseguroWebhooks,
  plugnotasWebhooks,
  sendgridWebhooks,
  sicrediWebhooks,
  skydropxWebhooks,
  starkBankWebhooks,
  stripeWebhooks,
  twilioWebhooks,
  whatsappCloudWebhooks,
  wompiWebhooks,
  zoopWebhooks,
];
