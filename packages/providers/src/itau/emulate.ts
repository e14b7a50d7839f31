import { COMPE_CODES, PIX_ISPB } from "@codespar/formats";
import { tokenByForm } from "../emulation/token-calls.ts";
import { emulatedCertificate, pixEmulation } from "../pix-banks/pix-emulation.ts";
import { itauTools } from "./tools.ts";
import { itauWire } from "./wire.ts";

/** Itaú's own HTTP over its simulation. */
export const itauEmulation = pixEmulation({
  id: "itau",
  base: "/pix_recebimentos/v2",
  institution: { ispb: PIX_ISPB.itau, compe: COMPE_CODES.itau },
  wire: itauWire,
  tools: itauTools,
  hosts: [
    "api.itau.com.br",
    "secure.api.itau",
    "secure.api.cloud.itau.com.br",
    "sts.itau.com.br",
    "sandbox.devportal.itau.com.br",
    "devportal.itau.com.br",
  ],
  alsoRequired: { itau_create_pix_charge: ["chave"] },
  calls: { token: tokenByForm("/api/jwt"), live_token: tokenByForm("/api/oauth/token") },
  connection: (client_id) => ({ client_id, id_beneficiario: "150000523421", ...emulatedCertificate }),
});
