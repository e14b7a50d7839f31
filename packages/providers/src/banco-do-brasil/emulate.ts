import { COMPE_CODES, PIX_ISPB } from "@codespar/formats";
import { tokenByHeader } from "../emulation/token-calls.ts";
import { emulatedCertificate, pixEmulation } from "../pix-banks/pix-emulation.ts";
import { bancoDoBrasilTools } from "./tools.ts";
import { bancoDoBrasilWire } from "./wire.ts";

/** Banco do Brasil's own HTTP over its simulation. */
export const bancoDoBrasilEmulation = pixEmulation({
  id: "banco-do-brasil",
  base: "/pix/v2",
  institution: { ispb: PIX_ISPB.bancoDoBrasil, compe: COMPE_CODES.bancoDoBrasil },
  wire: bancoDoBrasilWire,
  tools: bancoDoBrasilTools,
  hosts: ["api.bb.com.br", "api.hm.bb.com.br", "api-pix.bb.com.br", "oauth.bb.com.br", "oauth.hm.bb.com.br"],
  alsoRequired: {
    banco_do_brasil_create_pix_charge: ["chave"],
    banco_do_brasil_create_boleto: ["numeroConvenio"],
    banco_do_brasil_get_boleto: ["numeroConvenio"],
  },
  calls: { token: tokenByHeader("/oauth/token") },
  connection: (client_id) => ({
    client_id,
    app_key: "emulated-key",
    convenio: "3128557",
    ...emulatedCertificate,
  }),
});
