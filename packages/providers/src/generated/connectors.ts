// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

import { asaasConnector } from "../asaas/connect.ts";
import { bancoDoBrasilConnector } from "../banco-do-brasil/connect.ts";
import { bitsoConnector } from "../bitso/connect.ts";
import { blingConnector } from "../bling/connect.ts";
import { bradescoConnector } from "../bradesco/connect.ts";
import { chilexpressConnector } from "../chilexpress/connect.ts";
import { circleConnector } from "../circle/connect.ts";
import { conektaConnector } from "../conekta/connect.ts";
import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { dhlConnector } from "../dhl/connect.ts";
import { ebanxConnector } from "../ebanx/connect.ts";
import { enotasConnector } from "../enotas/connect.ts";
import { evolutionApiConnector } from "../evolution-api/connect.ts";
import { facturamaConnector } from "../facturama/connect.ts";
import { facturapiConnector } from "../facturapi/connect.ts";
import { focusNfeConnector } from "../focus-nfe/connect.ts";
import { frenetConnector } from "../frenet/connect.ts";
import { infobipConnector } from "../infobip/connect.ts";
import { interConnector } from "../inter/connect.ts";
import { itauConnector } from "../itau/connect.ts";
import { jadlogConnector } from "../jadlog/connect.ts";
import { melhorEnvioConnector } from "../melhor-envio/connect.ts";
import { mercadoBitcoinConnector } from "../mercado-bitcoin/connect.ts";
import { mercadopagoConnector } from "../mercadopago/connect.ts";
import { nfeIoConnector } from "../nfe-io/connect.ts";
import { nuvemFiscalConnector } from "../nuvem-fiscal/connect.ts";
import { omieConnector } from "../omie/connect.ts";
import { pagarmeConnector } from "../pagarme/connect.ts";
import { pagseguroConnector } from "../pagseguro/connect.ts";
import { plugnotasConnector } from "../plugnotas/connect.ts";
import { sefazConnector } from "../sefaz/connect.ts";
import { sendgridConnector } from "../sendgrid/connect.ts";
import { sicrediConnector } from "../sicredi/connect.ts";
import { skydropxConnector } from "../skydropx/connect.ts";
import { starkBankConnector } from "../stark-bank/connect.ts";
import { stripeConnector } from "../stripe/connect.ts";
import { takeBlipConnector } from "../take-blip/connect.ts";
import { tinyConnector } from "../tiny/connect.ts";
import { transbankConnector } from "../transbank/connect.ts";
import { twilioConnector } from "../twilio/connect.ts";
import { unblockpayConnector } from "../unblockpay/connect.ts";
import { whatsappCloudConnector } from "../whatsapp-cloud/connect.ts";
import { wompiConnector } from "../wompi/connect.ts";
import { zApiConnector } from "../z-api/connect.ts";
import { zenviaConnector } from "../zenvia/connect.ts";
import { zoopConnector } from "../zoop/connect.ts";

/** Every provider that can be called for real. */
export const connectorList: readonly ConnectorDefinition[] = [
  asaasConnector,
  bancoDoBrasilConnector,
  bitsoConnector,
  blingConnector,
  bradescoConnector,
  chilexpressConnector,
  circleConnector,
  conektaConnector,
  dhlConnector,
  ebanxConnector,
  enotasConnector,
  evolutionApiConnector,
  facturamaConnector,
  facturapiConnector,
  focusNfeConnector,
  frenetConnector,
  infobipConnector,
  interConnector,
  itauConnector,
  jadlogConnector,
  melhorEnvioConnector,
  mercadoBitcoinConnector,
  mercadopagoConnector,
  nfeIoConnector,
  nuvemFiscalConnector,
  omieConnector,
  pagarmeConnector,
  pagseguroConnector,
  plugnotasConnector,
  sefazConnector,
  sendgridConnector,
  sicrediConnector,
  skydropxConnector,
  starkBankConnector,
  stripeConnector,
  takeBlipConnector,
  tinyConnector,
  transbankConnector,
  twilioConnector,
  unblockpayConnector,
  whatsappCloudConnector,
  wompiConnector,
  zApiConnector,
  zenviaConnector,
  zoopConnector,
];
