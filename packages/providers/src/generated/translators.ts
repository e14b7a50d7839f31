// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.
import type { Translator } from "@codespar/backend/ports";
import { andreaniTranslator } from "../andreani/translate.ts";
import { asaasTranslator } from "../asaas/translate.ts";
import { bancoDoBrasilTranslator } from "../banco-do-brasil/translate.ts";
import { bradescoTranslator } from "../bradesco/translate.ts";
import { chilexpressTranslator } from "../chilexpress/translate.ts";
import { conektaTranslator } from "../conekta/translate.ts";
import { correiosTranslator } from "../correios/translate.ts";
import { dhlTranslator } from "../dhl/translate.ts";
import { ebanxTranslator } from "../ebanx/translate.ts";
import { enotasTranslator } from "../enotas/translate.ts";
import { estafetaTranslator } from "../estafeta/translate.ts";
import { evolutionApiTranslator } from "../evolution-api/translate.ts";
import { facturamaTranslator } from "../facturama/translate.ts";
import { facturapiTranslator } from "../facturapi/translate.ts";
import { focusNfeTranslator } from "../focus-nfe/translate.ts";
import { frenetTranslator } from "../frenet/translate.ts";
import { infobipTranslator } from "../infobip/translate.ts";
import { interTranslator } from "../inter/translate.ts";
import { itauTranslator } from "../itau/translate.ts";
import { jadlogTranslator } from "../jadlog/translate.ts";
import { loggiTranslator } from "../loggi/translate.ts";
import { melhorEnvioTranslator } from "../melhor-envio/translate.ts";
import { mercadoEnviosTranslator } from "../mercado-envios/translate.ts";
import { mercadopagoTranslator } from "../mercadopago/translate.ts";
import { nfeIoTranslator } from "../nfe-io/translate.ts";
import { nuvemFiscalTranslator } from "../nuvem-fiscal/translate.ts";
import { pagarmeTranslator } from "../pagarme/translate.ts";
import { pagseguroTranslator } from "../pagseguro/translate.ts";
import { plugnotasTranslator } from "../plugnotas/translate.ts";
import { sefazTranslator } from "../sefaz/translate.ts";
import { sendgridTranslator } from "../sendgrid/translate.ts";
import { servientregaTranslator } from "../servientrega/translate.ts";
import { sicrediTranslator } from "../sicredi/translate.ts";
import { skydropxTranslator } from "../skydropx/translate.ts";
import { starkBankTranslator } from "../stark-bank/translate.ts";
import { stripeTranslator } from "../stripe/translate.ts";
import { takeBlipTranslator } from "../take-blip/translate.ts";
import { transbankTranslator } from "../transbank/translate.ts";
import { twilioTranslator } from "../twilio/translate.ts";
import { whatsappCloudTranslator } from "../whatsapp-cloud/translate.ts";
import { wompiTranslator } from "../wompi/translate.ts";
import { zApiTranslator } from "../z-api/translate.ts";
import { zenviaTranslator } from "../zenvia/translate.ts";
import { zoopTranslator } from "../zoop/translate.ts";

/** Every provider that can do something for a meta-tool. */
export const translators: readonly Translator[] = [
  andreaniTranslator,
  asaasTranslator,
  bancoDoBrasilTranslator,
  bradescoTranslator,
  chilexpressTranslator,
  conektaTranslator,
  correiosTranslator,
  dhlTranslator,
  ebanxTranslator,
  enotasTranslator,
  estafetaTranslator,
  evolutionApiTranslator,
  facturamaTranslator,
  facturapiTranslator,
  focusNfeTranslator,
  frenetTranslator,
  infobipTranslator,
  interTranslator,
  itauTranslator,
  jadlogTranslator,
  loggiTranslator,
  melhorEnvioTranslator,
  mercadoEnviosTranslator,
  mercadopagoTranslator,
  nfeIoTranslator,
  nuvemFiscalTranslator,
  pagarmeTranslator,
  pagseguroTranslator,
  plugnotasTranslator,
  sefazTranslator,
  sendgridTranslator,
  servientregaTranslator,
  sicrediTranslator,
  skydropxTranslator,
  starkBankTranslator,
  stripeTranslator,
  takeBlipTranslator,
  transbankTranslator,
  twilioTranslator,
  whatsappCloudTranslator,
  wompiTranslator,
  zApiTranslator,
  zenviaTranslator,
  zoopTranslator,
];
