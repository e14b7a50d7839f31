// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.
export { asaasConnector } from "../asaas/connect.ts";
export { asaasWebhooks } from "../asaas/webhooks.ts";
export { infobipConnector } from "../infobip/connect.ts";
export { infobipWebhooks } from "../infobip/webhooks.ts";
export { mercadopagoConnector } from "../mercadopago/connect.ts";
export { mercadopagoWebhooks } from "../mercadopago/webhooks.ts";
export { sendgridConnector } from "../sendgrid/connect.ts";
export { sendgridWebhooks } from "../sendgrid/webhooks.ts";
export { stripeConnector } from "../stripe/connect.ts";
export { stripeWebhooks } from "../stripe/webhooks.ts";
export { takeBlipConnector } from "../take-blip/connect.ts";
export { twilioConnector } from "../twilio/connect.ts";
export { twilioWebhooks } from "../twilio/webhooks.ts";
export { whatsappCloudConnector } from "../whatsapp-cloud/connect.ts";
export { whatsappCloudWebhooks } from "../whatsapp-cloud/webhooks.ts";
export { zApiConnector } from "../z-api/connect.ts";
export { zenviaConnector } from "../zenvia/connect.ts";
