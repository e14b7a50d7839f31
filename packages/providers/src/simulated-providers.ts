import { alegra } from "./alegra/simulate.ts";
import { andreani } from "./andreani/simulate.ts";
import { asaas } from "./asaas/simulate.ts";
import { bancoDoBrasil } from "./banco-do-brasil/simulate.ts";
import { bindErp } from "./bind-erp/simulate.ts";
import { bitso } from "./bitso/simulate.ts";
import { bling } from "./bling/simulate.ts";
import { bradesco } from "./bradesco/simulate.ts";
import { chilexpress } from "./chilexpress/simulate.ts";
import { circle } from "./circle/simulate.ts";
import { conekta } from "./conekta/simulate.ts";
import { contaAzul } from "./conta-azul/simulate.ts";
import { correios } from "./correios/simulate.ts";
import { dhl } from "./dhl/simulate.ts";
import { ebanx } from "./ebanx/simulate.ts";
import { enotas } from "./enotas/simulate.ts";
import { estafeta } from "./estafeta/simulate.ts";
import { evolutionApi } from "./evolution-api/simulate.ts";
import { facturama } from "./facturama/simulate.ts";
import { facturapi } from "./facturapi/simulate.ts";
import { focusNfe } from "./focus-nfe/simulate.ts";
import { frenet } from "./frenet/simulate.ts";
import { infobip } from "./infobip/simulate.ts";
import { inter } from "./inter/simulate.ts";
import { itau } from "./itau/simulate.ts";
import { jadlog } from "./jadlog/simulate.ts";
import { loggi } from "./loggi/simulate.ts";
import { melhorEnvio } from "./melhor-envio/simulate.ts";
import { mercadoBitcoin } from "./mercado-bitcoin/simulate.ts";
import { mercadoEnvios } from "./mercado-envios/simulate.ts";
import { mercadopago } from "./mercadopago/simulate.ts";
import { nfeIo } from "./nfe-io/simulate.ts";
import { nubank } from "./nubank/simulate.ts";
import { nuvemFiscal } from "./nuvem-fiscal/simulate.ts";
import { omie } from "./omie/simulate.ts";
import { openFinance } from "./open-finance/simulate.ts";
import { pagarme } from "./pagarme/simulate.ts";
import { pagseguro } from "./pagseguro/simulate.ts";
import { plugnotas } from "./plugnotas/simulate.ts";
import { sefaz } from "./sefaz/simulate.ts";
import { sendgrid } from "./sendgrid/simulate.ts";
import { servientrega } from "./servientrega/simulate.ts";
import { sicredi } from "./sicredi/simulate.ts";
import type { SimulatedServer } from "./simulation/provider-definition.ts";
import { skydropx } from "./skydropx/simulate.ts";
import { starkBank } from "./stark-bank/simulate.ts";
import { stripe } from "./stripe/simulate.ts";
import { takeBlip } from "./take-blip/simulate.ts";
import { tiny } from "./tiny/simulate.ts";
import { totvs } from "./totvs/simulate.ts";
import { transbank } from "./transbank/simulate.ts";
import { twilio } from "./twilio/simulate.ts";
import { unblockpay } from "./unblockpay/simulate.ts";
import { whatsappCloud } from "./whatsapp-cloud/simulate.ts";
import { wompi } from "./wompi/simulate.ts";
import { zApi } from "./z-api/simulate.ts";
import { zenvia } from "./zenvia/simulate.ts";
import { zoop } from "./zoop/simulate.ts";

/** Every simulated server, in the catalogue's order. */
export const simulatedServers: readonly SimulatedServer[] = [
  stripe,
  mercadopago,
  asaas,
  pagseguro,
  pagarme,
  conekta,
  inter,
  sicredi,
  zoop,
  ebanx,
  wompi,
  transbank,
  nuvemFiscal,
  focusNfe,
  nfeIo,
  enotas,
  plugnotas,
  sefaz,
  facturapi,
  facturama,
  correios,
  melhorEnvio,
  jadlog,
  loggi,
  frenet,
  dhl,
  estafeta,
  skydropx,
  mercadoEnvios,
  andreani,
  servientrega,
  chilexpress,
  zApi,
  whatsappCloud,
  twilio,
  zenvia,
  takeBlip,
  evolutionApi,
  sendgrid,
  infobip,
  itau,
  bradesco,
  nubank,
  starkBank,
  bancoDoBrasil,
  openFinance,
  omie,
  bling,
  tiny,
  contaAzul,
  totvs,
  bindErp,
  alegra,
  mercadoBitcoin,
  bitso,
  circle,
  unblockpay,
];
