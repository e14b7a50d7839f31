import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

const person = object({
  CPF: shortText(11),
  CNPJ: shortText(14),
  xNome: shortText(60),
  email: shortText(60),
  indIEDest: integer("1 pays ICMS, 2 is exempt, 9 pays none."),
  IE: text(),
  enderDest: {
    type: "object",
    description: "xLgr, nro, xBairro, cMun (IBGE), xMun, UF, CEP. Compulsory for an NF-e.",
  },
});

const taker = object({
  CPF: shortText(11),
  CNPJ: shortText(14),
  xNome: text(),
  end: { type: "object", description: "endNac (cMun, CEP), xLgr, nro, xCpl, xBairro." },
  fone: text(),
  email: text(),
});

const byId = nativeInput({ id: text("Nuvem Fiscal's id of the document.") }, "id");

const cancelInput = nativeInput(
  { id: text("Nuvem Fiscal's id of the document."), justificativa: text("15 to 255 characters.") },
  "id",
  "justificativa",
);

function issueInput(layout: string, schema: JsonSchema): JsonObjectSchema {
  return nativeInput(
    { ambiente: oneOf("homologacao", "producao"), referencia: shortText(50), [layout]: schema },
    layout,
    "ambiente",
  );
}

function nfeLayout(): JsonSchema {
  return object(
    {
      versao: text("4.00."),
      ide: { type: "object", description: "natOp, serie, nNF, dhEmi, idDest, cMunFG and others." },
      emit: { type: "object", description: "CNPJ, xNome, enderEmit, IE, CRT." },
      dest: person,
      det: list({
        type: "object",
        description:
          "prod: cProd, xProd, NCM, CFOP, uCom, qCom, vUnCom, vProd. imposto: ICMS, PIS, COFINS, each with its group.",
      }),
      total: { type: "object", description: "ICMSTot.vNF." },
      transp: { type: "object", description: "modFrete." },
      pag: { type: "object", description: "detPag." },
      infAdic: { type: "object", description: "infCpl." },
    },
    "ide",
    "emit",
    "det",
    "total",
    "transp",
    "pag",
  );
}

/** The native tools of Nuvem Fiscal. */
export const nuvemFiscalTools = defineTools({
  nuvem_fiscal_create_nfe: {
    description: "Issues an NF-e (model 55). Amounts in reais.",
    input: issueInput("infNFe", nfeLayout()),
  },
  nuvem_fiscal_get_nfe: {
    description: "Reads an NF-e by id.",
    input: byId,
  },
  nuvem_fiscal_cancel_nfe: {
    description: "Cancels an NF-e, within 24 hours after its authorisation.",
    input: cancelInput,
  },
  nuvem_fiscal_create_correction_letter: {
    description: "Registers a correction letter (CC-e) on an NF-e, at most 20 for a document.",
    input: nativeInput({ id: text(), correcao: text("15 to 1,000 characters.") }, "id", "correcao"),
  },
  nuvem_fiscal_create_nfce: {
    description: "Issues an NFC-e (model 65). Amounts in reais.",
    input: issueInput("infNFe", nfeLayout()),
  },
  nuvem_fiscal_get_nfce: { description: "Reads an NFC-e by id.", input: byId },
  nuvem_fiscal_cancel_nfce: {
    description: "Cancels an NFC-e, within 30 minutes after its authorisation.",
    input: cancelInput,
  },
  nuvem_fiscal_create_nfse: {
    description: "Issues an NFS-e from a declaration (DPS) of the national standard. Amounts in reais.",
    input: issueInput(
      "infDPS",
      object({
        tpAmb: integer("1 production, 2 homologação."),
        dhEmi: text(),
        verAplic: text(),
        dCompet: text("YYYY-MM-DD."),
        prest: { type: "object", description: "CNPJ and regTrib." },
        toma: taker,
        serv: { type: "object", description: "cServ: cTribNac and xDescServ." },
        valores: { type: "object", description: "vServPrest.vServ in reais." },
      }),
    ),
  },
  nuvem_fiscal_get_nfse: { description: "Reads an NFS-e by id.", input: byId },
  nuvem_fiscal_cancel_nfse: {
    description: "Cancels an NFS-e.",
    input: nativeInput({ id: text(), codigo: text(), motivo: text("15 to 255 characters.") }, "id", "motivo"),
  },
  nuvem_fiscal_create_cte: {
    description:
      "Issues a CT-e (model 57). The sandbox assumes a road trip inside São Paulo. Amounts in reais.",
    input: issueInput(
      "infCte",
      object({
        versao: text("4.00."),
        ide: { type: "object", description: "dhEmi, serie, nCT." },
        compl: { type: "object", description: "xObs and ObsCont." },
        emit: { type: "object", description: "CNPJ, IE, xNome, CRT." },
        dest: person,
        vPrest: { type: "object", description: "vTPrest and Comp, in reais." },
        imp: { type: "object", description: "ICMS with one of its groups." },
        infCTeNorm: { type: "object", description: "infCarga." },
      }),
    ),
  },
  nuvem_fiscal_get_cte: { description: "Reads a CT-e by id.", input: byId },
  nuvem_fiscal_cancel_cte: {
    description: "Cancels a CT-e, within 7 days after its authorisation.",
    input: cancelInput,
  },
  nuvem_fiscal_create_mdfe: {
    description:
      "Issues an MDF-e (model 58). The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais.",
    input: issueInput(
      "infMDFe",
      object({
        versao: text("3.00."),
        ide: { type: "object", description: "dhEmi, serie, nMDF." },
        emit: { type: "object", description: "CNPJ, IE, xNome." },
        infModal: { type: "object", description: "versaoModal and rodo." },
        infDoc: { type: "object", description: "infMunDescarga." },
        infContratante: list({ type: "object" }),
        prodPred: { type: "object", description: "xProd of the main product." },
        tot: { type: "object", description: "vCarga in reais." },
      }),
    ),
  },
  nuvem_fiscal_get_mdfe: { description: "Reads an MDF-e by id.", input: byId },
  nuvem_fiscal_cancel_mdfe: {
    description: "Cancels an MDF-e, within 24 hours after its authorisation and before the trip has begun.",
    input: cancelInput,
  },
  nuvem_fiscal_close_mdfe: {
    description: "Ends the trip of an authorised MDF-e.",
    input: nativeInput(
      {
        id: text(),
        data_encerramento: text("YYYY-MM-DD."),
        uf: text("Two letters."),
        codigo_municipio: text("IBGE code of the municipality."),
      },
      "id",
      "uf",
      "codigo_municipio",
    ),
    risk: "fiscal",
  },
  nuvem_fiscal_register_company: {
    description: "Registers a company that will issue documents.",
    input: nativeInput(
      {
        cpf_cnpj: text(),
        nome_razao_social: text(),
        email: text(),
        endereco: { type: "object", description: "Address." },
      },
      "cpf_cnpj",
      "nome_razao_social",
      "email",
    ),
  },
  nuvem_fiscal_get_cnpj: {
    description: "Looks a company up in the federal register.",
    input: nativeInput({ cnpj: text("With or without mask.") }, "cnpj"),
  },
  nuvem_fiscal_get_cep: {
    description: "Looks a postal code up.",
    input: nativeInput({ cep: text("Eight digits.") }, "cep"),
  },
});
