import type { JsonObject } from "@codespar/contract";
import { COMPE_CODES, PIX_ISPB } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type { EmulatedCall, EmulatedEvent, EmulationDefinition } from "../emulation/emulation-definition.ts";
import { tokenByHeader } from "../emulation/token-calls.ts";
import { listCharges } from "../engines/payments/change-charge.ts";
import { textAt } from "../json/read-arguments.ts";
import { emulatedCertificate, pixEmulation } from "../pix-banks/pix-emulation.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import { Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { toBoleto } from "./simulate.ts";
import { sicrediTools } from "./tools.ts";
import { sicrediReads, sicrediWire } from "./wire.ts";

/** The user of boletos and the client of Pix are one account. */
const boletoToken: EmulatedCall = {
  post: "/auth/openapi/token",
  encoding: "flat",
  open: true,
  input: nativeInput(
    { username: text(), password: text(), grant_type: text(), scope: text() },
    "username",
    "password",
    "grant_type",
  ),
  handle: (args) => ({
    access_token: textAt(args, "username") ?? "",
    expires_in: 300,
    token_type: "bearer",
    refresh_token: "none",
    refresh_expires_in: 900,
    scope: "cobranca",
  }),
};

const findBoleto: EmulatedCall = {
  ...sicrediReads.sicredi_find_boleto,
  input: nativeInput({ codigoBeneficiario: text(), seuNumero: text(), idTituloEmpresa: text() }),
  handle({ seuNumero, idTituloEmpresa }, context) {
    const charge = listCharges(context).find(
      ({ native }) =>
        (idTituloEmpresa ?? seuNumero) !== undefined &&
        (idTituloEmpresa === undefined || native?.idTituloEmpresa === idTituloEmpresa) &&
        (seuNumero === undefined || native?.seuNumero === seuNumero),
    );
    return charge === undefined
      ? new Refusal("not_found", "Título não encontrado.")
      : withoutOurs({
          ...toBoleto(charge, context),
          idTituloEmpresa: charge.native?.idTituloEmpresa ?? null,
        });
  },
};

const pix = pixEmulation({
  id: "sicredi",
  base: "/api/v2",
  institution: { ispb: PIX_ISPB.sicredi, compe: COMPE_CODES.sicredi },
  wire: sicrediWire,
  tools: sicrediTools,
  hosts: ["api-parceiro.sicredi.com.br", "api-pix.sicredi.com.br", "api-pix-h.sicredi.com.br"],
  alsoRequired: {
    sicredi_create_pix_charge: ["chave"],
    sicredi_create_boleto: ["codigoBeneficiario", "tipoCobranca", "especieDocumento", "pagador"],
  },
  calls: {
    boleto_token: boletoToken,
    pix_token: tokenByHeader("/oauth/token"),
    find_boleto: findBoleto,
  },
  connection: (client_id) => ({
    client_id,
    ...emulatedCertificate,
    api_key: "emulated-key",
    username: client_id.replace(/^client-/, "user-"),
    password: "emulated-password",
    cooperativa: "0710",
    posto: "03",
    beneficiary: "12345",
  }),
  getEvents: getBoletoEvents,
});

/** Sicredi's own HTTP over its simulation. */
export const sicrediEmulation: EmulationDefinition = {
  ...pix,
  getAccount: (credential) => credential.replace(/^user-/, "client-"),
  describeResult(tool, result) {
    return tool === "sicredi_get_boleto"
      ? { status: 200, body: withoutOurs(result) }
      : pix.describeResult?.(tool, result);
  },
};

/** The PDF is had by another call. */
function withoutOurs({ linkPdf: _ours, ...boleto }: JsonObject): JsonObject {
  return boleto;
}

function getBoletoEvents(change: DocumentChange, { nextNumber }: SimulationContext): EmulatedEvent[] {
  const { before, after } = readChargeChange(change) ?? {};
  if (after?.boleto === undefined || before === undefined || before.paidAt !== undefined) return [];
  if (after.paidAt === undefined) return [];
  const id = String(nextNumber("webhook_event"));
  return [
    {
      id,
      type: "boleto",
      body: {
        agencia: "0710",
        posto: "03",
        beneficiario: "12345",
        nossoNumero: after.id,
        dataEvento: new Date(after.paidAt).toISOString(),
        movimento: "LIQUIDACAO_COMPE",
        valorLiquidacao: String(after.amount / 100),
        idEventoWebhook: id,
      },
    },
  ];
}
