import { COMPE_CODES, PIX_ISPB } from "@codespar/formats";
import { tokenByForm } from "../emulation/token-calls.ts";
import { emulatedCertificate, pixEmulation } from "../pix-banks/pix-emulation.ts";
import { bradescoTools } from "./tools.ts";
import { bradescoWire } from "./wire.ts";

/** Bradesco's own HTTP over its simulation. */
export const bradescoEmulation = pixEmulation({
  id: "bradesco",
  base: "/v2",
  institution: { ispb: PIX_ISPB.bradesco, compe: COMPE_CODES.bradesco },
  wire: bradescoWire,
  tools: bradescoTools,
  hosts: [
    "openapi.bradesco.com.br",
    "openapisandbox.prebanco.com.br",
    "qrpix.bradesco.com.br",
    "qrpix-h.bradesco.com.br",
  ],
  alsoRequired: { bradesco_create_pix_charge: ["chave"] },
  calls: { token: tokenByForm("/auth/server-mtls/v2/token") },
  connection: (client_id) => ({ client_id, ...emulatedCertificate }),
});
