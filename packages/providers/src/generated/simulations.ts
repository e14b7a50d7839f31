// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { alegraSimulation } from "../alegra/simulate.ts";
import { andreaniSimulation } from "../andreani/simulate.ts";
import { asaasSimulation } from "../asaas/simulate.ts";
import { bancoDoBrasilSimulation } from "../banco-do-brasil/simulate.ts";
import { bindErpSimulation } from "../bind-erp/simulate.ts";
import { bitsoSimulation } from "../bitso/simulate.ts";
import { blingSimulation } from "../bling/simulate.ts";
import { bradescoSimulation } from "../bradesco/simulate.ts";
import { chilexpressSimulation } from "../chilexpress/simulate.ts";
import { circleSimulation } from "../circle/simulate.ts";
import { conektaSimulation } from "../conekta/simulate.ts";
import { contaAzulSimulation } from "../conta-azul/simulate.ts";
import { correiosSimulation } from "../correios/simulate.ts";
import { dhlSimulation } from "../dhl/simulate.ts";
import { ebanxSimulation } from "../ebanx/simulate.ts";
import { enotasSimulation } from "../enotas/simulate.ts";
import { estafetaSimulation } from "../estafeta/simulate.ts";
import { evolutionApiSimulation } from "../evolution-api/simulate.ts";
import { facturamaSimulation } from "../facturama/simulate.ts";
import { facturapiSimulation } from "../facturapi/simulate.ts";
import { focusNfeSimulation } from "../focus-nfe/simulate.ts";
import { frenetSimulation } from "../frenet/simulate.ts";
import { infobipSimulation } from "../infobip/simulate.ts";
import { interSimulation } from "../inter/simulate.ts";
import { itauSimulation } from "../itau/simulate.ts";
import { jadlogSimulation } from "../jadlog/simulate.ts";
import { loggiSimulation } from "../loggi/simulate.ts";
import { melhorEnvioSimulation } from "../melhor-envio/simulate.ts";
import { mercadoBitcoinSimulation } from "../mercado-bitcoin/simulate.ts";
import { mercadoEnviosSimulation } from "../mercado-envios/simulate.ts";
import { mercadopagoSimulation } from "../mercadopago/simulate.ts";
import { nfeIoSimulation } from "../nfe-io/simulate.ts";
import { nubankSimulation } from "../nubank/simulate.ts";
import { nuvemFiscalSimulation } from "../nuvem-fiscal/simulate.ts";
import { omieSimulation } from "../omie/simulate.ts";
import { openFinanceSimulation } from "../open-finance/simulate.ts";
import { pagarmeSimulation } from "../pagarme/simulate.ts";
import { pagseguroSimulation } from "../pagseguro/simulate.ts";
import { plugnotasSimulation } from "../plugnotas/simulate.ts";
import { sefazSimulation } from "../sefaz/simulate.ts";
import { sendgridSimulation } from "../sendgrid/simulate.ts";
import { servientregaSimulation } from "../servientrega/simulate.ts";
import { sicrediSimulation } from "../sicredi/simulate.ts";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { skydropxSimulation } from "../skydropx/simulate.ts";
import { starkBankSimulation } from "../stark-bank/simulate.ts";
import { stripeSimulation } from "../stripe/simulate.ts";
import { takeBlipSimulation } from "../take-blip/simulate.ts";
import { tinySimulation } from "../tiny/simulate.ts";
import { totvsSimulation } from "../totvs/simulate.ts";
import { transbankSimulation } from "../transbank/simulate.ts";
import { twilioSimulation } from "../twilio/simulate.ts";
import { unblockpaySimulation } from "../unblockpay/simulate.ts";
import { whatsappCloudSimulation } from "../whatsapp-cloud/simulate.ts";
import { wompiSimulation } from "../wompi/simulate.ts";
import { zApiSimulation } from "../z-api/simulate.ts";
import { zenviaSimulation } from "../zenvia/simulate.ts";
import { zoopSimulation } from "../zoop/simulate.ts";

/** Every provider's simulation. */
export const simulations: readonly SimulatedServer[] = [
  alegraSimulation,
  andreaniSimulation,
  asaasSimulation,
  bancoDoBrasilSimulation,
  bindErpSimulation,
  bitsoSimulation,
  blingSimulation,
  bradescoSimulation,
  chilexpressSimulation,
  circleSimulation,
  conektaSimulation,
  contaAzulSimulation,
  correiosSimulation,
  dhlSimulation,
  ebanxSimulation,
  enotasSimulation,
  estafetaSimulation,
  evolutionApiSimulation,
  facturamaSimulation,
  facturapiSimulation,
  focusNfeSimulation,
  frenetSimulation,
  infobipSimulation,
  interSimulation,
  itauSimulation,
  jadlogSimulation,
  loggiSimulation,
  melhorEnvioSimulation,
  mercadoBitcoinSimulation,
  mercadoEnviosSimulation,
  mercadopagoSimulation,
  nfeIoSimulation,
  nubankSimulation,
  nuvemFiscalSimulation,
  omieSimulation,
  openFinanceSimulation,
  pagarmeSimulation,
  pagseguroSimulation,
  plugnotasSimulation,
  sefazSimulation,
  sendgridSimulation,
  servientregaSimulation,
  sicrediSimulation,
  skydropxSimulation,
  starkBankSimulation,
  stripeSimulation,
  takeBlipSimulation,
  tinySimulation,
  totvsSimulation,
  transbankSimulation,
  twilioSimulation,
  unblockpaySimulation,
  whatsappCloudSimulation,
  wompiSimulation,
  zApiSimulation,
  zenviaSimulation,
  zoopSimulation,
];
