import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { nativeInput, object, oneOf, text } from "../tools/native-input.ts";

function authorizeInput(layout: string, properties: Record<string, JsonSchema>): JsonObjectSchema {
  return nativeInput({ [layout]: object({ versao: text(), ...properties }) }, layout);
}

function anything(): JsonSchema {
  return { type: "object", description: "By the names of the XML." };
}

/** The native tools of SEFAZ / SPED. */
export const sefazTools = defineTools({
  sefaz_get_service_status: {
    description: "Asks whether the authoriser is in operation (NFeStatusServico4).",
    input: nativeInput({ uf: text("Two letters.") }),
  },
  sefaz_authorize_nfe: {
    description: "Authorises an NF-e (NFeAutorizacao4). Amounts in reais.",
    input: authorizeInput("infNFe", {
      ide: anything(),
      emit: anything(),
      dest: anything(),
      det: { type: "array", items: { type: "object" } },
      total: anything(),
      transp: anything(),
      pag: anything(),
      infAdic: anything(),
    }),
  },
  sefaz_get_nfe_protocol: {
    description: "Asks for the state of an NF-e, CT-e or MDF-e by access key (NFeConsultaProtocolo4).",
    input: nativeInput({ chNFe: text("Access key, 44 characters.") }, "chNFe"),
  },
  sefaz_cancel_nfe: {
    description:
      "Registers the cancellation of an NF-e (24 h), CT-e (7 days) or MDF-e (24 h) (NFeRecepcaoEvento4). A refusal is in infEvento.cStat.",
    input: nativeInput(
      { chNFe: text("Access key, 44 characters."), nProt: text(), xJust: text("15 to 255 characters.") },
      "chNFe",
      "xJust",
    ),
  },
  sefaz_authorize_cte: {
    description:
      "Authorises a CT-e (CTeRecepcaoSincV4). The sandbox assumes a road trip inside São Paulo. Amounts in reais.",
    input: authorizeInput("infCte", {
      ide: anything(),
      compl: anything(),
      emit: anything(),
      dest: anything(),
      vPrest: anything(),
      imp: anything(),
      infCTeNorm: anything(),
    }),
  },
  sefaz_authorize_mdfe: {
    description:
      "Authorises an MDF-e (MDFeRecepcaoSinc). The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais.",
    input: authorizeInput("infMDFe", {
      infModal: anything(),
      infDoc: anything(),
      ide: anything(),
      emit: anything(),
      infContratante: { type: "array", items: { type: "object" } },
      prodPred: anything(),
      tot: anything(),
    }),
  },
  sefaz_get_taxpayer: {
    description: "Looks a taxpayer up in the state's register (CadConsultaCadastro4).",
    input: nativeInput({ UF: text("Two letters."), CNPJ: text() }, "CNPJ"),
  },
  sefaz_create_sped_file: {
    description: "Writes and transmits the bookkeeping file (EFD ICMS/IPI) of a month.",
    input: nativeInput({ periodo: text("YYYY-MM."), tipo: oneOf("efd_icms_ipi") }, "periodo"),
  },
  sefaz_get_sped_file: {
    description: "Reads a bookkeeping file with its lines.",
    input: nativeInput({ id: text() }, "id"),
  },
});
