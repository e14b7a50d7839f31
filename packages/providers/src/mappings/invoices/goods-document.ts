import type { NativeCalls, TranslationContext } from "@codespar/backend/ports";
import {
  type BrazilIssuer,
  type GoodsRule,
  type InvoiceInput,
  type InvoiceItem,
  lineAmount,
} from "@codespar/contract";
import { type DfeReceiver, dfeReceiver } from "./dfe-receiver.ts";
import { findRule } from "./find-rule.ts";
import { type GoodsTaxes, goodsTaxes } from "./goods-taxes.ts";
import { latinText } from "./latin-text.ts";
import { refuseField } from "./refuse-field.ts";
import { requireBrazilIssuer } from "./require-issuer.ts";
import type { PostalCodeEntry } from "./resolve-address.ts";

/** One line of an NF-e or NFC-e. Amounts in centavos. */
export interface GoodsLine extends GoodsTaxes {
  /** The shop's own code. */
  code: string;
  description: string;
  ncm: string;
  cest?: string | undefined;
  cfop: string;
  unit: string;
  quantity: number;
  unitAmount: number;
  total: number;
}

/** An NF-e or NFC-e before it is said in a provider's words. Amounts in centavos. */
export interface GoodsDocument {
  type: "nfe" | "nfce";
  issuer: BrazilIssuer;
  receiver?: DfeReceiver | undefined;
  /** Whether it goes to another state (idDest 2). */
  isInterstate: boolean;
  operation: string;
  series: number;
  lines: GoodsLine[];
  total: number;
  /** Free text for the taxpayer. */
  note?: string | undefined;
}

/** What a provider takes of goods. */
export interface GoodsRules {
  /** Provider's name as messages print it. */
  provider: string;
  /** Whether addresses carry the municipality's IBGE code. */
  needsCityCode: boolean;
  /** Whether its items have fields for IBS and CBS. */
  takesConsumptionTax: boolean;
  /** Its register of postal codes. */
  lookUp?: ((postalCode: string, native: NativeCalls) => Promise<PostalCodeEntry>) | undefined;
}

/** Puts request and fiscal profile together. Refuses what a tax authority, or the provider, would not take. */
export async function goodsDocument(
  type: "nfe" | "nfce",
  input: InvoiceInput,
  native: NativeCalls,
  context: TranslationContext,
  rules: GoodsRules,
): Promise<GoodsDocument> {
  const { issuer } = requireBrazilIssuer(context);
  const { provider, needsCityCode, lookUp } = rules;
  if (issuer.state_tax_id === undefined) {
    throw refuseField(
      `brazil.state_tax_id is missing from the fiscal profile: an ${type} names the issuer's inscrição estadual.`,
      "229",
    );
  }
  const receiver = await dfeReceiver(input.customer, {
    provider,
    needsCityCode,
    isRequired: type === "nfe",
    lookUp: lookUp && ((postalCode) => lookUp(postalCode, native)),
  });
  const isInterstate = isOtherState(type, issuer, receiver);
  const lines = (input.items ?? []).map((item, index) =>
    toLine(item, index, { issuer, receiver, isInterstate, rules }),
  );
  return {
    type,
    issuer,
    receiver,
    isInterstate,
    operation: issuer.operation_nature ?? "Venda de mercadoria",
    series: issuer.series?.[type] ?? 1,
    lines,
    total: lines.reduce((sum, { total }) => sum + total, 0),
    note: input.payment_id === undefined ? undefined : `Pagamento ${input.payment_id}`,
  };
}

/** An NFC-e is sold over the counter, whoever buys. */
function isOtherState(
  type: "nfe" | "nfce",
  { address }: BrazilIssuer,
  receiver: DfeReceiver | undefined,
): boolean {
  const state = receiver?.address?.state;
  return type === "nfe" && state !== undefined && state !== address.state;
}

interface LineContext {
  issuer: BrazilIssuer;
  receiver: DfeReceiver | undefined;
  isInterstate: boolean;
  rules: GoodsRules;
}

function toLine(item: InvoiceItem, index: number, context: LineContext): GoodsLine {
  const { issuer, isInterstate, rules } = context;
  const field = `items.${index}`;
  const rule = findRule(issuer.goods, item.code);
  if (rule === undefined) {
    const code = item.code === undefined ? "an item without code" : `code ${JSON.stringify(item.code)}`;
    throw refuseField(
      `${field}: the fiscal profile has no rule in brazil.goods for ${code}. Add one; codes ["*"] stands for every other item.`,
    );
  }
  if (rule.ibs_cbs !== undefined && !rules.takesConsumptionTax) {
    throw refuseField(
      `${field}: its rule has ibs_cbs, and ${rules.provider} has no fields for IBS and CBS. Use a server that has, or leave ibs_cbs out.`,
    );
  }
  const total = lineAmount(item);
  return {
    code: latinText(item.code ?? String(index + 1), 60, `${field}.code`),
    description: latinText(item.description, 120, `${field}.description`),
    ncm: findNcm(item, rule, field),
    cest: rule.cest,
    cfop: findCfop(rule, field, context, isInterstate),
    unit: rule.unit ?? "UN",
    quantity: item.quantity,
    unitAmount: item.unit_amount,
    total,
    ...goodsTaxes(total, rule),
  };
}

/** The rule's NCM; without one, the item's own code is it. */
function findNcm({ code }: InvoiceItem, { ncm }: GoodsRule, field: string): string {
  if (isNcm(code)) return code;
  if (ncm !== undefined) return ncm;
  throw refuseField(
    `${field}: neither its code nor its rule in the fiscal profile is an NCM of eight digits.`,
    "778",
  );
}

function findCfop(
  rule: GoodsRule,
  field: string,
  { issuer, receiver }: LineContext,
  isInterstate: boolean,
): string {
  if (!isInterstate) return rule.cfop;
  const states = `${issuer.address.state} to ${receiver?.address?.state ?? "another state"}`;
  if (rule.cfop_interstate === undefined) {
    throw refuseField(
      `${field}: goes from ${states}, and its rule has no cfop_interstate. Add it to the fiscal profile.`,
      "733",
    );
  }
  const isTaxed = rule.icms.cst === "00" || rule.icms.cst === "20";
  if (isTaxed && receiver?.stateTaxId === undefined) {
    throw refuseField(
      `${field}: ICMS is shared between the states (DIFAL, ICMSUFDest) when it goes from ${states} to somebody who pays none, and that is not computed here. Use a native tool.`,
      "694",
    );
  }
  return rule.cfop_interstate;
}

export function isNcm(code: string | undefined): code is string {
  return code !== undefined && /^\d{8}$/.test(code);
}
