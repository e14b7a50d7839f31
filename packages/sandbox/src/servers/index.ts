import type { SimulatedServer } from "../simulation/simulated-server.ts";
import { alegra } from "./alegra.ts";
import { andreani } from "./andreani.ts";
import { asaas } from "./asaas.ts";
import { bancoDoBrasil } from "./banco-do-brasil.ts";
import { bindErp } from "./bind-erp.ts";
import { bitso } from "./bitso.ts";
import { bling } from "./bling.ts";
import { bradesco } from "./bradesco.ts";
import { chilexpress } from "./chilexpress.ts";
import { circle } from "./circle.ts";
import { conekta } from "./conekta.ts";
import { contaAzul } from "./conta-azul.ts";
import { correios } from "./correios.ts";
import { dhl } from "./dhl.ts";
import { ebanx } from "./ebanx.ts";
import { enotas } from "./enotas.ts";
import { estafeta } from "./estafeta.ts";
import { evolutionApi } from "./evolution-api.ts";
import { facturama } from "./facturama.ts";
import { facturapi } from "./facturapi.ts";
import { focusNfe } from "./focus-nfe.ts";
import { frenet } from "./frenet.ts";
import { infobip } from "./infobip.ts";
import { inter } from "./inter.ts";
import { itau } from "./itau.ts";
import { jadlog } from "./jadlog.ts";
import { loggi } from "./loggi.ts";
import { melhorEnvio } from "./melhor-envio.ts";
import { mercadoBitcoin } from "./mercado-bitcoin.ts";
import { mercadoEnvios } from "./mercado-envios.ts";
import { mercadopago } from "./mercadopago.ts";
import { nfeIo } from "./nfe-io.ts";
import { nubank } from "./nubank.ts";
import { nuvemFiscal } from "./nuvem-fiscal.ts";
import { omie } from "./omie.ts";
import { openFinance } from "./open-finance.ts";
import { pagarme } from "./pagarme.ts";
import { pagseguro } from "./pagseguro.ts";
import { plugnotas } from "./plugnotas.ts";
import { sefaz } from "./sefaz.ts";
import { sendgrid } from "./sendgrid.ts";
import { servientrega } from "./servientrega.ts";
import { sicredi } from "./sicredi.ts";
import { skydropx } from "./skydropx.ts";
import { starkBank } from "./stark-bank.ts";
import { stripe } from "./stripe.ts";
import { takeBlip } from "./take-blip.ts";
import { tiny } from "./tiny.ts";
import { totvs } from "./totvs.ts";
import { transbank } from "./transbank.ts";
import { twilio } from "./twilio.ts";
import { unblockpay } from "./unblockpay.ts";
import { whatsappCloud } from "./whatsapp-cloud.ts";
import { wompi } from "./wompi.ts";
import { zApi } from "./z-api.ts";
import { zenvia } from "./zenvia.ts";
import { zoop } from "./zoop.ts";

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
