import { andreani } from "./andreani.ts";
import { asaas } from "./asaas.ts";
import { chilexpress } from "./chilexpress.ts";
import { conekta } from "./conekta.ts";
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
import { jadlog } from "./jadlog.ts";
import { loggi } from "./loggi.ts";
import { melhorEnvio } from "./melhor-envio.ts";
import { mercadoEnvios } from "./mercado-envios.ts";
import { mercadopago } from "./mercadopago.ts";
import { nfeIo } from "./nfe-io.ts";
import { nuvemFiscal } from "./nuvem-fiscal.ts";
import { pagarme } from "./pagarme.ts";
import { pagseguro } from "./pagseguro.ts";
import { plugnotas } from "./plugnotas.ts";
import { sefaz } from "./sefaz.ts";
import { sendgrid } from "./sendgrid.ts";
import { servientrega } from "./servientrega.ts";
import { sicredi } from "./sicredi.ts";
import { skydropx } from "./skydropx.ts";
import { stripe } from "./stripe.ts";
import { takeBlip } from "./take-blip.ts";
import { transbank } from "./transbank.ts";
import type { Translator } from "./translator.ts";
import { twilio } from "./twilio.ts";
import { whatsappCloud } from "./whatsapp-cloud.ts";
import { wompi } from "./wompi.ts";
import { zApi } from "./z-api.ts";
import { zenvia } from "./zenvia.ts";
import { zoop } from "./zoop.ts";

/** Every server that can do something for a meta-tool. */
export const translators: readonly Translator[] = [
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
];
