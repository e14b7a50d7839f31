import type { SimulatedServer } from "../simulation/simulated-server.ts";
import { asaas } from "./asaas.ts";
import { correios } from "./correios.ts";
import { ebanx } from "./ebanx.ts";
import { enotas } from "./enotas.ts";
import { facturama } from "./facturama.ts";
import { facturapi } from "./facturapi.ts";
import { focusNfe } from "./focus-nfe.ts";
import { frenet } from "./frenet.ts";
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
import { sicredi } from "./sicredi.ts";
import { stripe } from "./stripe.ts";
import { zApi } from "./z-api.ts";
import { zoop } from "./zoop.ts";

/** Every simulated server, in the catalogue's order. */
export const simulatedServers: readonly SimulatedServer[] = [
  stripe,
  mercadopago,
  asaas,
  pagseguro,
  pagarme,
  inter,
  sicredi,
  zoop,
  ebanx,
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
  mercadoEnvios,
  zApi,
];
