import type { JsonObject } from "@codespar/contract";
import { COMPE_CODES, PIX_ISPB } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type { EmulatedEvent, EmulationDefinition } from "../emulation/emulation-definition.ts";
import { tokenByForm } from "../emulation/token-calls.ts";
import { putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import { textAt } from "../json/read-arguments.ts";
import { emulatedCertificate, pixEmulation } from "../pix-banks/pix-emulation.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { toCobranca } from "./simulate.ts";
import { interTools } from "./tools.ts";
import { interWire } from "./wire.ts";

const pix = pixEmulation({
  id: "inter",
  base: "/pix/v2",
  institution: { ispb: PIX_ISPB.inter, compe: COMPE_CODES.inter },
  wire: interWire,
  tools: interTools,
  hosts: ["cdpj.partners.bancointer.com.br", "cdpj-sandbox.partners.uatinter.co"],
  alsoRequired: {
    inter_create_pix_charge: ["chave"],
    inter_create_boleto: ["seuNumero", "pagador"],
  },
  calls: {
    token: tokenByForm("/oauth/v2/token"),
    set_boleto_webhook: {
      put: "/cobranca/v3/cobrancas/webhook",
      input: nativeInput({ webhookUrl: text() }, "webhookUrl"),
      handle(args, context) {
        const url = textAt(args, "webhookUrl") ?? "";
        putWebhookEndpoint(context, { id: "boleto", url, secret: "", events: ["boleto"], enabled: true });
        return {};
      },
    },
  },
  connection: (client_id) => ({ client_id, ...emulatedCertificate }),
  getEvents: getBoletoEvents,
});

/** Banco Inter's own HTTP over its simulation. */
export const interEmulation: EmulationDefinition = {
  ...pix,
  describeResult(tool, result) {
    switch (tool) {
      case "inter_get_boleto":
        return { status: 200, body: withoutOurs(result) };
      case "inter_cancel_boleto":
        return { status: 202, body: undefined };
      default:
        return pix.describeResult?.(tool, result);
    }
  },
};

/** The bank gives dates alone, and the PDF by another call. */
function withoutOurs({ cobranca, boleto }: JsonObject): JsonObject {
  const drop = (object: JsonObject[string] | undefined, names: readonly string[]) =>
    Object.fromEntries(
      Object.entries(typeof object === "object" && object !== null ? object : {}).filter(
        ([name]) => !names.includes(name),
      ),
    );
  return {
    cobranca: drop(cobranca, ["dataHoraEmissao", "dataHoraSituacao"]),
    boleto: drop(boleto, ["pdf"]),
  };
}

function getBoletoEvents(change: DocumentChange, context: SimulationContext): EmulatedEvent[] {
  const { before, after } = readChargeChange(change) ?? {};
  if (after?.boleto === undefined || before === undefined || before.status === after.status) return [];
  const { cobranca, boleto } = toCobranca(after, context);
  const situacao = textAt(cobranca, "situacao") ?? "";
  const item: JsonObject = {
    codigoSolicitacao: after.id,
    seuNumero: textAt(cobranca, "seuNumero") ?? null,
    situacao,
    dataHoraSituacao: textAt(cobranca, "dataHoraSituacao") ?? null,
    nossoNumero: textAt(boleto, "nossoNumero") ?? null,
    codigoBarras: textAt(boleto, "codigoBarras") ?? null,
    linhaDigitavel: textAt(boleto, "linhaDigitavel") ?? null,
    ...(after.paidAt === undefined
      ? {}
      : { valorTotalRecebido: textAt(cobranca, "valorTotalRecebido") ?? null, origemRecebimento: "BOLETO" }),
  };
  return [{ id: `${after.id} ${situacao}`, type: "boleto", body: { list: [item] } }];
}
