// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { alegra } from "../alegra/provider.ts";
import { andreani } from "../andreani/provider.ts";
import { asaas } from "../asaas/provider.ts";
import { bancoDoBrasil } from "../banco-do-brasil/provider.ts";
import { bindErp } from "../bind-erp/provider.ts";
import { bitso } from "../bitso/provider.ts";
import { bling } from "../bling/provider.ts";
import { bradesco } from "../bradesco/provider.ts";
import type { ProviderDefinition } from "../catalogue/define-provider.ts";
import { chilexpress } from "../chilexpress/provider.ts";
import { circle } from "../circle/provider.ts";
import { conekta } from "../conekta/provider.ts";
import { contaAzul } from "../conta-azul/provider.ts";
import { correios } from "../correios/provider.ts";
import { dhl } from "../dhl/provider.ts";
import { ebanx } from "../ebanx/provider.ts";
import { enotas } from "../enotas/provider.ts";
import { estafeta } from "../estafeta/provider.ts";
import { evolutionApi } from "../evolution-api/provider.ts";
import { facturama } from "../facturama/provider.ts";
import { facturapi } from "../facturapi/provider.ts";
import { focusNfe } from "../focus-nfe/provider.ts";
import { frenet } from "../frenet/provider.ts";
import { infobip } from "../infobip/provider.ts";
import { inter } from "../inter/provider.ts";
import { itau } from "../itau/provider.ts";
import { jadlog } from "../jadlog/provider.ts";
import { loggi } from "../loggi/provider.ts";
import { melhorEnvio } from "../melhor-envio/provider.ts";
import { mercadoBitcoin } from "../mercado-bitcoin/provider.ts";
import { mercadoEnvios } from "../mercado-envios/provider.ts";
import { mercadopago } from "../mercadopago/provider.ts";
import { nfeIo } from "../nfe-io/provider.ts";
import { nubank } from "../nubank/provider.ts";
import { nuvemFiscal } from "../nuvem-fiscal/provider.ts";
import { omie } from "../omie/provider.ts";
import { openFinance } from "../open-finance/provider.ts";
import { pagarme } from "../pagarme/provider.ts";
import { pagseguro } from "../pagseguro/provider.ts";
import { plugnotas } from "../plugnotas/provider.ts";
import { sefaz } from "../sefaz/provider.ts";
import { sendgrid } from "../sendgrid/provider.ts";
import { servientrega } from "../servientrega/provider.ts";
import { sicredi } from "../sicredi/provider.ts";
import { skydropx } from "../skydropx/provider.ts";
import { starkBank } from "../stark-bank/provider.ts";
import { stripe } from "../stripe/provider.ts";
import { takeBlip } from "../take-blip/provider.ts";
import { tiny } from "../tiny/provider.ts";
import { totvs } from "../totvs/provider.ts";
import { transbank } from "../transbank/provider.ts";
import { twilio } from "../twilio/provider.ts";
import { unblockpay } from "../unblockpay/provider.ts";
import { whatsappCloud } from "../whatsapp-cloud/provider.ts";
import { wompi } from "../wompi/provider.ts";
import { zApi } from "../z-api/provider.ts";
import { zenvia } from "../zenvia/provider.ts";
import { zoop } from "../zoop/provider.ts";

/** Every provider's row of the catalogue. */
export const definitions: readonly ProviderDefinition[] = [
  alegra,
  andreani,
  asaas,
  bancoDoBrasil,
  bindErp,
  bitso,
  bling,
  bradesco,
  chilexpress,
  circle,
  conekta,
  contaAzul,
  correios,
  dhl,
  ebanx,
  enotas,
  estafeta,
  evolutionApi,
  facturama,
  facturapi,
  focusNfe,
  frenet,
  infobip,
  inter,
  itau,
  jadlog,
  loggi,
  melhorEnvio,
  mercadoBitcoin,
  mercadoEnvios,
  mercadopago,
  nfeIo,
  nubank,
  nuvemFiscal,
  omie,
  openFinance,
  pagarme,
  pagseguro,
  plugnotas,
  sefaz,
  sendgrid,
  servientrega,
  sicredi,
  skydropx,
  starkBank,
  stripe,
  takeBlip,
  tiny,
  totvs,
  transbank,
  twilio,
  unblockpay,
  whatsappCloud,
  wompi,
  zApi,
  zenvia,
  zoop,
];
