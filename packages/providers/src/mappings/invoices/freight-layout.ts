import type { TranslationContext } from "@codespar/backend/ports";
import type { InvoiceInput, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { bareText, formatOffsetTimestamp, SAO_PAULO } from "@codespar/formats";
import { omitUndefined } from "../../json/omit-undefined.ts";
import { checkEmail, toTaxpayer } from "./dfe-receiver.ts";
import { CRT } from "./goods-taxes.ts";
import { toReais } from "./invoice-amounts.ts";
import { latinText } from "./latin-text.ts";
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

/** A CT-e by the names of its XML (layout 4.00): the items are the components of the freight's price. */
export function cteLayout(input: InvoiceInput, context: TranslationContext): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  const codes = items.flatMap((item) => (item.code === undefined ? [] : [item.code]));
  const names = items.map((item, index) => latinText(item.description, 2000, `items.${index}.description`));
  return omitUndefined({
    versao: "4.00",
    ide: {
      natOp: "Prestacao de servico de transporte",
      mod: 57,
      dhEmi: formatOffsetTimestamp(context.now, SAO_PAULO),
      tpAmb: context.environment === "live" ? 1 : 2,
      modal: "01",
      tpServ: 0,
    },
    compl: omitUndefined({
      // a component's name has 15 characters, so what it was called in full stands here
      xObs: latinText(names.join("; "), 2000, "items.0.description"),
      ObsCont: codes.map((code) => ({ xCampo: "codigo", xTexto: code })),
    }),
    emit: toEmit(context),
    dest: toPerson(input),
    vPrest: {
      vTPrest: total,
      vRec: total,
      Comp: items.map((item, index) => ({
        xNome: latinText(names[index] ?? item.description, 15, `items.${index}.description`),
        vComp: toReais(lineAmount(item)),
      })),
    },
    infCTeNorm: { infCarga: { proPred: "Diversos" } },
  });
}

/** An MDF-e by the names of its XML (layout 3.00): the items are the cargo. */
export function mdfeLayout(input: InvoiceInput, context: TranslationContext): JsonObject {
  const items = input.items ?? [];
  const customer = toPerson(input);
  return omitUndefined({
    versao: "3.00",
    ide: {
      mod: 58,
      dhEmi: formatOffsetTimestamp(context.now, SAO_PAULO),
      tpAmb: context.environment === "live" ? 1 : 2,
      modal: 1,
      tpEmit: 2,
    },
    emit: toEmit(context),
    infContratante: customer && [customer],
    prodPred: omitUndefined({
      tpCarga: "05",
      xProd: latinText(describeItems(items), 120, "items.0.description"),
      NCM: items.find((item) => item.code)?.code,
    }),
    tot: { vCarga: toReais(totalAmount(items)) },
  });
}

/** One line for all items. */
export function describeItems(items: readonly { description: string }[]): string {
  return items.map((item) => item.description).join("; ");
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
