import type { NativeCalls, TranslationContext } from "@codespar/backend/ports";
import { type BrazilIssuer, type InvoiceInput, type ServiceRule, totalAmount } from "@codespar/contract";
import { type DfeReceiver, dfeReceiver } from "./dfe-receiver.ts";
import { findRule } from "./find-rule.ts";
import { type ConsumptionLine, consumptionTax } from "./goods-taxes.ts";
import { percentOf } from "./percent-of.ts";
import { refuseField } from "./refuse-field.ts";
import { requireBrazilIssuer } from "./require-issuer.ts";
import type { PostalCodeEntry } from "./resolve-address.ts";

/** An NFS-e before it is said in a provider's words: one service, whatever the number of items. Amounts in centavos. */
export interface ServiceDocument {
  issuer: BrazilIssuer;
  receiver?: DfeReceiver | undefined;
  rule: ServiceRule;
  description: string;
  total: number;
  /** ISS; absent where the rule has no rate and the city knows it. */
  iss?: { rate: number; amount: number } | undefined;
  ibsCbs?: ConsumptionLine | undefined;
}

/** What a provider takes of services. */
export interface ServiceRules {
  /** Provider's name as messages print it. */
  provider: string;
  needsCityCode: boolean;
  /** Characters of the description. @default 2000 */
  descriptionLength?: number | undefined;
  takesConsumptionTax: boolean;
  /** Whether it has a field for the NBS. */
  takesNbs: boolean;
  /** Whether the document says the series of its RPS or DPS. */
  takesSeries: boolean;
  lookUp?: ((postalCode: string, native: NativeCalls) => Promise<PostalCodeEntry>) | undefined;
}

/** Puts request and fiscal profile together. Refuses what the provider would not take, or would drop. */
export async function serviceDocument(
  input: InvoiceInput,
  native: NativeCalls,
  context: TranslationContext,
  rules: ServiceRules,
): Promise<ServiceDocument> {
  const { issuer } = requireBrazilIssuer(context);
  const { provider, needsCityCode, lookUp, descriptionLength = 2000 } = rules;
  if (issuer.series?.nfse !== undefined && !rules.takesSeries) {
    throw refuseField(
      `brazil.series.nfse of the fiscal profile cannot be told to ${provider}, which numbers NFS-e by the company's settings there. Leave it out.`,
    );
  }
  const rule = oneRule(input, issuer);
  if (rule.ibs_cbs !== undefined && !rules.takesConsumptionTax) {
    throw refuseField(
      `The service's rule has ibs_cbs, and ${provider} has no fields for IBS and CBS. Use a server that has, or leave ibs_cbs out.`,
    );
  }
  if (rule.nbs !== undefined && !rules.takesNbs) {
    throw refuseField(
      `The service's rule has nbs, and ${provider} has no field for it. Use a server that has, or leave nbs out.`,
    );
  }
  const items = input.items ?? [];
  const description = items.map((item) => item.description.trim()).join("; ");
  if ([...description].length > descriptionLength) {
    throw refuseField(
      `The items' descriptions have ${[...description].length} characters together, and an NFS-e of ${provider} takes ${descriptionLength}. Shorten them.`,
    );
  }
  const total = totalAmount(items);
  const { iss_rate: rate } = rule;
  const iss = rate === undefined ? undefined : { rate, amount: percentOf(total, rate) };
  return {
    issuer,
    receiver: await dfeReceiver(input.customer, {
      provider,
      needsCityCode,
      isRequired: false,
      lookUp: lookUp && ((postalCode) => lookUp(postalCode, native)),
    }),
    rule,
    description,
    total,
    iss,
    // ISS is no part of the base (LC 214/2025, art. 12, § 2)
    ibsCbs: rule.ibs_cbs && consumptionTax(total - (iss?.amount ?? 0), rule.ibs_cbs),
  };
}

/** An NFS-e declares one service: items that are taxed by different rules are several documents. */
function oneRule({ items = [] }: InvoiceInput, issuer: BrazilIssuer): ServiceRule {
  const rules = items.map((item, index) => {
    const rule = findRule(issuer.services, item.code);
    if (rule !== undefined) return rule;
    const code = item.code === undefined ? "an item without code" : `code ${JSON.stringify(item.code)}`;
    throw refuseField(
      `items.${index}: the fiscal profile has no rule in brazil.services for ${code}. Add one; codes ["*"] stands for every other item.`,
    );
  });
  const [first, ...others] = rules;
  if (first === undefined) throw refuseField("items is empty: add one.");
  const other = others.findIndex((rule) => rule !== first);
  if (other === -1) return first;
  throw refuseField(
    `items.${other + 1} is taxed by another rule than items.0, and an NFS-e declares one service. Issue one for each.`,
  );
}
