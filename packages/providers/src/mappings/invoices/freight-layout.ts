import type { TranslationContext } from "@codespar/backend/ports";
import type { InvoiceInput, IssuerAddress, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { BRAZIL_STATES, bareText, formatOffsetTimestamp, isBrazilState, SAO_PAULO } from "@codespar/formats";
import { omitUndefined } from "../../json/omit-undefined.ts";
import { checkEmail, toTaxpayer } from "./dfe-receiver.ts";
import { CRT } from "./goods-taxes.ts";
import { toReais } from "./invoice-amounts.ts";
import { latinText } from "./latin-text.ts";
import { nextNumber } from "./next-number.ts";
import { refuseField } from "./refuse-field.ts";
import { requireBrazilIssuer } from "./require-issuer.ts";

/**
 * Freight documents name route, cargo, vehicle and driver, and `codespar_invoice` has no fields for them. A sandbox assumes them;
 * in earnest the document is refused before it is sent, with the native tool that takes it whole.
 */
export function refuseLiveFreight(
  type: "cte" | "mdfe",
  { environment }: Pick<TranslationContext, "environment">,
  tool: string,
): void {
  if (environment !== "live") return;
  const what = type === "cte" ? "sender, route, cargo and vehicle" : "route, vehicle, driver and cargo";
  throw refuseField(
    `A live ${type} names ${what}, which codespar_invoice has no fields for. Call ${tool} with the whole document.`,
  );
}

/**
 * A CT-e by the names of its XML (layout 4.00): the items are the components of the freight's price. What it has no fields for is
 * assumed: a trip by road inside the issuer's own city.
 */
export async function cteLayout(input: InvoiceInput, context: TranslationContext): Promise<JsonObject> {
  const items = input.items ?? [];
  const { issuer } = requireBrazilIssuer(context);
  const { address } = issuer;
  const series = issuer.series?.cte ?? 1;
  const total = toReais(totalAmount(items));
  const codes = items.flatMap((item) => (item.code === undefined ? [] : [item.code]));
  const names = items.map((item, index) => latinText(item.description, 2000, `items.${index}.description`));
  return omitUndefined({
    versao: "4.00",
    ide: {
      cUF: stateCode(address),
      // a carriage inside of the state, for whoever pays no ICMS
      CFOP: "5357",
      natOp: "Prestacao de servico de transporte",
      mod: 57,
      serie: series,
      nCT: await nextNumber({ type: "cte", series }, context),
      dhEmi: formatOffsetTimestamp(context.now, SAO_PAULO),
      tpImp: 1,
      tpEmis: 1,
      tpAmb: context.environment === "live" ? 1 : 2,
      tpCTe: 0,
      procEmi: 0,
      verProc: "CodeSpar",
      ...place("Env", address),
      modal: "01",
      tpServ: 0,
      ...place("Ini", address),
      ...place("Fim", address),
      // nobody fetches it
      retira: 1,
      // who pays for it is no taxpayer of ICMS
      indIEToma: 9,
    },
    compl: omitUndefined({
      // a component's name has 15 characters, so what it was called in full stands here
      xObs: latinText(names.join("; "), 2000, "items.0.description"),
      ObsCont: codes.map((code) => ({ xCampo: "codigo", xTexto: code })),
    }),
    emit: toEmit(context),
    dest: toDest(input, address),
    vPrest: {
      vTPrest: total,
      vRec: total,
      Comp: items.map((item, index) => ({
        xNome: latinText(names[index] ?? item.description, 15, `items.${index}.description`),
        vComp: toReais(lineAmount(item)),
      })),
    },
    // a simplified company's, or carriage that ICMS is not due on
    imp: {
      ICMS: CRT[issuer.tax_regime] === 3 ? { ICMS45: { CST: "41" } } : { ICMSSN: { CST: "90", indSN: 1 } },
    },
    infCTeNorm: {
      // 01: kilograms
      infCarga: { proPred: "Diversos", infQ: [{ cUnid: "01", tpMed: "PESO BRUTO", qCarga: 1 }] },
      infModal: { versaoModal: "4.00" },
    },
  });
}

/**
 * An MDF-e by the names of its XML (layout 3.00): the items are the cargo. What it has no fields for is assumed: a trip inside the
 * issuer's own city, of one kilogram.
 */
export async function mdfeLayout(input: InvoiceInput, context: TranslationContext): Promise<JsonObject> {
  const items = input.items ?? [];
  const customer = toPerson(input);
  const { issuer } = requireBrazilIssuer(context);
  const { address } = issuer;
  const series = issuer.series?.mdfe ?? 1;
  return omitUndefined({
    versao: "3.00",
    ide: {
      cUF: stateCode(address),
      tpAmb: context.environment === "live" ? 1 : 2,
      tpEmit: 2,
      mod: 58,
      serie: series,
      nMDF: await nextNumber({ type: "mdfe", series }, context),
      modal: 1,
      dhEmi: formatOffsetTimestamp(context.now, SAO_PAULO),
      tpEmis: 1,
      procEmi: "0",
      verProc: "CodeSpar",
      UFIni: address.state,
      UFFim: address.state,
      infMunCarrega: [{ cMunCarrega: address.city_code, xMunCarrega: address.city }],
    },
    emit: toEmit(context),
    infModal: { versaoModal: "3.00" },
    infDoc: { infMunDescarga: [{ cMunDescarga: address.city_code, xMunDescarga: address.city }] },
    infContratante: customer && [customer],
    prodPred: omitUndefined({
      tpCarga: "05",
      xProd: latinText(describeItems(items), 120, "items.0.description"),
      NCM: items.find((item) => item.code)?.code,
    }),
    // 01: kilograms
    tot: { vCarga: toReais(totalAmount(items)), cUnid: "01", qCarga: 1 },
  });
}

/** One line for all items. */
export function describeItems(items: readonly { description: string }[]): string {
  return items.map((item) => item.description).join("; ");
}

function stateCode({ state, city_code: city }: IssuerAddress): number {
  return Number(isBrazilState(state) ? BRAZIL_STATES[state].ibge : city.slice(0, 2));
}

/** The three fields that name a place, such as `cMunIni`, `xMunIni` and `UFIni`. */
function place(suffix: "Env" | "Fim" | "Ini", { city, city_code, state }: IssuerAddress): JsonObject {
  return { [`cMun${suffix}`]: city_code, [`xMun${suffix}`]: city, [`UF${suffix}`]: state };
}

function toEmit(context: TranslationContext): JsonObject {
  const { issuer } = requireBrazilIssuer(context);
  return omitUndefined({
    CNPJ: bareText(issuer.tax_id),
    IE: issuer.state_tax_id && bareText(issuer.state_tax_id),
    xNome: issuer.name,
    CRT: CRT[issuer.tax_regime],
  });
}

/** Who gets what is carried: where they say that they live, or in the city where the assumed trip ends. */
function toDest(input: InvoiceInput, assumed: IssuerAddress): JsonObject | undefined {
  const person = toPerson(input);
  if (person === undefined) return undefined;
  const { street, number, district, city, city_code, state, postal_code } = input.customer?.address ?? {};
  const isWhole = [street, number, district, city, city_code, state].every((field) => field !== undefined);
  const lives = isWhole ? { street, number, district, city, city_code, state, postal_code } : assumed;
  return {
    ...person,
    enderDest: omitUndefined({
      xLgr: lives.street,
      nro: lives.number,
      xBairro: lives.district,
      cMun: lives.city_code,
      xMun: lives.city,
      CEP: lives.postal_code && bareText(lives.postal_code),
      UF: lives.state,
    }),
  };
}

function toPerson({ customer }: InvoiceInput): JsonObject | undefined {
  if (customer === undefined) return undefined;
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({
    CPF: cpf,
    CNPJ: cnpj,
    xNome: customer.name === undefined ? undefined : latinText(customer.name, 60, "customer.name"),
    email: checkEmail(customer.email),
  });
}
