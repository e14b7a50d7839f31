// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { asaasEmulation } from "../asaas/emulate.ts";
import { bancoDoBrasilEmulation } from "../banco-do-brasil/emulate.ts";
import { bitsoEmulation } from "../bitso/emulate.ts";
import { blingEmulation } from "../bling/emulate.ts";
import { bradescoEmulation } from "../bradesco/emulate.ts";
import { chilexpressEmulation } from "../chilexpress/emulate.ts";
import { circleEmulation } from "../circle/emulate.ts";
import { conektaEmulation } from "../conekta/emulate.ts";
import { dhlEmulation } from "../dhl/emulate.ts";
import { ebanxEmulation } from "../ebanx/emulate.ts";
import type { EmulationDefinition } from "../emulation/emulation-definition.ts";
import { enotasEmulation } from "../enotas/emulate.ts";
import { evolutionApiEmulation } from "../evolution-api/emulate.ts";
import { facturamaEmulation } from "../facturama/emulate.ts";
import { facturapiEmulation } from "../facturapi/emulate.ts";
import { focusNfeEmulation } from "../focus-nfe/emulate.ts";
import { frenetEmulation } from "../frenet/emulate.ts";
import { infobipEmulation } from "../infobip/emulate.ts";
import { interEmulation } from "../inter/emulate.ts";
import { itauEmulation } from "../itau/emulate.ts";
import { jadlogEmulation } from "../jadlog/emulate.ts";
import { melhorEnvioEmulation } from "../melhor-envio/emulate.ts";
import { mercadoBitcoinEmulation } from "../mercado-bitcoin/emulate.ts";
import { mercadopagoEmulation } from "../mercadopago/emulate.ts";
import { nfeIoEmulation } from "../nfe-io/emulate.ts";
import { nuvemFiscalEmulation } from "../nuvem-fiscal/emulate.ts";
import { omieEmulation } from "../omie/emulate.ts";
import { pagarmeEmulation } from "../pagarme/emulate.ts";
import { pagseguroEmulation } from "../pagseguro/emulate.ts";
import { plugnotasEmulation } from "../plugnotas/emulate.ts";
import { sefazEmulation } from "../sefaz/emulate.ts";
import { sendgridEmulation } from "../sendgrid/emulate.ts";
import { sicrediEmulation } from "../sicredi/emulate.ts";
import { skydropxEmulation } from "../skydropx/emulate.ts";
import { starkBankEmulation } from "../stark-bank/emulate.ts";
import { stripeEmulation } from "../stripe/emulate.ts";
import { takeBlipEmulation } from "../take-blip/emulate.ts";
import { tinyEmulation } from "../tiny/emulate.ts";
import { transbankEmulation } from "../transbank/emulate.ts";
import { twilioEmulation } from "../twilio/emulate.ts";
import { unblockpayEmulation } from "../unblockpay/emulate.ts";
import { whatsappCloudEmulation } from "../whatsapp-cloud/emulate.ts";
import { wompiEmulation } from "../wompi/emulate.ts";
import { zApiEmulation } from "../z-api/emulate.ts";
import { zenviaEmulation } from "../zenvia/emulate.ts";
import { zoopEmulation } from "../zoop/emulate.ts";

/** Every provider whose own HTTP the sandbox speaks. */
export const emulationList: readonly EmulationDefinition[] = [
  asaasEmulation,
  bancoDoBrasilEmulation,
  bitsoEmulation,
  blingEmulation,
  bradescoEmulation,
  chilexpressEmulation,
  circleEmulation,
  conektaEmulation,
  dhlEmulation,
  ebanxEmulation,
  enotasEmulation,
  evolutionApiEmulation,
  facturamaEmulation,
  facturapiEmulation,
  focusNfeEmulation,
  frenetEmulation,
  infobipEmulation,
  interEmulation,
  itauEmulation,
  jadlogEmulation,
  melhorEnvioEmulation,
  mercadoBitcoinEmulation,
  mercadopagoEmulation,
  nfeIoEmulation,
  nuvemFiscalEmulation,
  omieEmulation,
  pagarmeEmulation,
  pagseguroEmulation,
  plugnotasEmulation,
  sefazEmulation,
  sendgridEmulation,
  sicrediEmulation,
  skydropxEmulation,
  starkBankEmulation,
  stripeEmulation,
  takeBlipEmulation,
  tinyEmulation,
  transbankEmulation,
  twilioEmulation,
  unblockpayEmulation,
  whatsappCloudEmulation,
  wompiEmulation,
  zApiEmulation,
  zenviaEmulation,
  zoopEmulation,
];
