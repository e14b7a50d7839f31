import type { Translator } from "@codespar/backend/ports";
import { andreani } from "./andreani/translate.ts";
import { asaas } from "./asaas/translate.ts";
import { chilexpress } from "./chilexpress/translate.ts";
import { conekta } from "./conekta/translate.ts";
import { correios } from "./correios/translate.ts";
import { dhl } from "./dhl/translate.ts";
import { ebanx } from "./ebanx/translate.ts";
import { enotas } from "./enotas/translate.ts";
import { estafeta } from "./estafeta/translate.ts";
import { evolutionApi } from "./evolution-api/translate.ts";
import { facturama } from "./facturama/translate.ts";
import { facturapi } from "./facturapi/translate.ts";
import { focusNfe } from "./focus-nfe/translate.ts";
import { frenet } from "./frenet/translate.ts";
import { infobip } from "./infobip/translate.ts";
import { inter } from "./inter/translate.ts";
import { jadlog } from "./jadlog/translate.ts";
import { loggi } from "./loggi/translate.ts";
import { melhorEnvio } from "./melhor-envio/translate.ts";
import { mercadoEnvios } from "./mercado-envios/translate.ts";
import { mercadopago } from "./mercadopago/translate.ts";
import { nfeIo } from "./nfe-io/translate.ts";
import { nuvemFiscal } from "./nuvem-fiscal/translate.ts";
import { pagarme } from "./pagarme/translate.ts";
import { pagseguro } from "./pagseguro/translate.ts";
import { plugnotas } from "./plugnotas/translate.ts";
import { sefaz } from "./sefaz/translate.ts";
import { sendgrid } from "./sendgrid/translate.ts";
import { servientrega } from "./servientrega/translate.ts";
import { sicredi } from "./sicredi/translate.ts";
import { skydropx } from "./skydropx/translate.ts";
import { stripe } from "./stripe/translate.ts";
import { takeBlip } from "./take-blip/translate.ts";
import { transbank } from "./transbank/translate.ts";
import { twilio } from "./twilio/translate.ts";
import { whatsappCloud } from "./whatsapp-cloud/translate.ts";
import { wompi } from "./wompi/translate.ts";
import { zApi } from "./z-api/translate.ts";
import { zenvia } from "./zenvia/translate.ts";
import { zoop } from "./zoop/translate.ts";

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
