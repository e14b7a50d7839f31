import type { Customer, InvoiceInput, InvoiceItem, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { bareText, formatOffsetTimestamp, SAO_PAULO } from "@codespar/formats";
import { omitUndefined } from "../../json/omit-undefined.ts";
import { cutText } from "../text/cut-text.ts";
import { toReais } from "./invoice-amounts.ts";

/**
 * An NF-e or NFC-e by the names of its XML (layout 4.00). Issuer, numbering and the addresses are the provider's:
 * it knows the company. Assumes goods sold inside the state (CFOP 5102) by a company under Simples Nacional
 * (CSOSN 102), for which the meta-tool has no fields.
 */
export function nfeLayout(input: InvoiceInput, model: 55 | 65, now: number): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  return omitUndefined({
    versao: "4.00",
    ide: {
      natOp: "Venda de mercadoria",
      mod: model,
      dhEmi: formatOffsetTimestamp(now, SAO_PAULO),
      tpNF: 1,
      tpEmis: 1,
      finNFe: 1,
    },
    dest: input.customer && dfePerson(input.customer),
    det: items.map((item, index) => ({
      nItem: index + 1,
      prod: {
        cProd: item.code ?? String(index + 1),
        xProd: fit(item.description, 120),
        NCM: isNcm(item.code) ? item.code : "00",
        CFOP: "5102",
        uCom: "UN",
        qCom: item.quantity,
        vUnCom: toReais(item.unit_amount),
        vProd: toReais(lineAmount(item)),
        indTot: 1,
      },
      imposto: { ICMS: { ICMSSN102: { orig: 0, CSOSN: "102" } } },
    })),
    total: { ICMSTot: { vProd: total, vNF: total } },
    pag: { detPag: [{ tPag: "99", xPag: "Outros", vPag: total }] },
    infAdic: paymentNote(input),
  });
}

/** A CT-e by the names of its XML (layout 4.00): the items are the components of the freight's price. */
export function cteLayout(input: InvoiceInput, now: number): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  const codes = items.flatMap((item) => (item.code === undefined ? [] : [item.code]));
  return omitUndefined({
    versao: "4.00",
    ide: {
      natOp: "Prestacao de servico de transporte",
      mod: 57,
      dhEmi: formatOffsetTimestamp(now, SAO_PAULO),
      modal: "01",
      tpServ: 0,
    },
    compl: {
      ObsCont: codes.map((code) => ({ xCampo: "codigo", xTexto: code })),
    },
    dest: input.customer && dfePerson(input.customer),
    vPrest: {
      vTPrest: total,
      vRec: total,
      Comp: items.map((item) => ({ xNome: item.description, vComp: toReais(lineAmount(item)) })),
    },
    infCTeNorm: { infCarga: { proPred: "Diversos" } },
  });
}

/** An MDF-e by the names of its XML (layout 3.00): the items are the cargo. */
export function mdfeLayout(input: InvoiceInput, now: number): JsonObject {
  const items = input.items ?? [];
  return omitUndefined({
    versao: "3.00",
    ide: { mod: 58, dhEmi: formatOffsetTimestamp(now, SAO_PAULO), modal: 1, tpEmit: 2 },
    infContratante: input.customer && [dfePerson(input.customer)],
    prodPred: omitUndefined({
      tpCarga: "05",
      xProd: describeItems(items),
      NCM: items.find((item) => item.code)?.code,
    }),
    tot: { vCarga: toReais(totalAmount(items)) },
  });
}

/** A declaration of service (DPS) of the national NFS-e standard: one service for all items. */
export function dpsLayout(input: InvoiceInput, now: number): JsonObject {
  const items = input.items ?? [];
  const code = items.find((item) => item.code)?.code;
  return omitUndefined({
    dhEmi: formatOffsetTimestamp(now, SAO_PAULO),
    dCompet: formatOffsetTimestamp(now, SAO_PAULO).slice(0, 10),
    toma: input.customer && dfePerson(input.customer),
    serv: {
      cServ: omitUndefined({
        cTribNac: isServiceCode(code) ? code : undefined,
        xDescServ: describeItems(items),
        cIntContrib: isServiceCode(code) ? undefined : code,
      }),
    },
    valores: { vServPrest: { vServ: toReais(totalAmount(items)) } },
  });
}

/** One line for all items. */
export function describeItems(items: readonly InvoiceItem[]): string {
  return items.map((item) => item.description).join("; ");
}

/** CPF or CNPJ without mask. */
export function toTaxpayer(customer: Customer | undefined): { cpf?: string; cnpj?: string } {
  if (customer?.document === undefined) return {};
  const bare = bareText(customer.document);
  return bare.length === 11 ? { cpf: bare } : { cnpj: bare };
}

export function isNcm(code: string | undefined): code is string {
  return code !== undefined && /^\d{8}$/.test(code);
}

/** A text as the layouts take it (leiauteNFe 4.00, TString): no blank at either end, and no longer than its field. */
function fit(text: string, length: number): string {
  return cutText(text.trim(), length).trimEnd();
}

function isServiceCode(code: string | undefined): boolean {
  return code !== undefined && /^\d{6}$/.test(code);
}

function dfePerson(customer: Customer): JsonObject {
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({
    CPF: cpf,
    CNPJ: cnpj,
    xNome: customer.name === undefined ? undefined : fit(customer.name, 60),
    email: customer.email,
  });
}

function paymentNote({ payment_id: paymentId }: InvoiceInput): JsonObject | undefined {
  return paymentId === undefined ? undefined : { infCpl: `Pagamento ${paymentId}` };
}
