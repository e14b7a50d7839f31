import { readMagic } from "../../simulation/faults-and-magic.ts";
import type { SimulationContext } from "../../simulation/provider-definition.ts";

/** What the engine keeps an account's own templates under, by name. */
export const templateKind = "template";

export interface MessageTemplate {
  name: string;
  language: string;
  /** With `{{1}}`, `{{2}}` … where the variables go. */
  body: string;
}

/** What every simulated account has approved. */
export const stockTemplates: readonly MessageTemplate[] = [
  { name: "order_confirmation", language: "pt_BR", body: "Olá {{1}}, seu pedido {{2}} foi confirmado." },
  {
    name: "shipping_update",
    language: "pt_BR",
    body: "Olá {{1}}, seu pedido {{2}} foi enviado. Rastreie: {{3}}",
  },
  { name: "payment_reminder", language: "pt_BR", body: "Olá {{1}}, o pagamento de {{2}} vence em {{3}}." },
];

/** Why a template gives no text. */
export type TemplateProblem = "unknown_template" | "wrong_variable_count";

/**
 * The text of a template with its variables in their places. Stock templates and those that the account made are
 * checked for the number of variables; any other name is taken for one that the provider has approved.
 */
export function fillTemplate(
  context: SimulationContext,
  name: string,
  variables: readonly string[],
): { text: string } | TemplateProblem {
  if (readMagic(name) === "unknown_template") return "unknown_template";
  const template = listTemplates(context).find((each) => each.name === name);
  if (template === undefined) return { text: [`[${name}]`, ...variables].join(" ") };
  if (countVariables(template.body) !== variables.length) return "wrong_variable_count";
  return {
    text: template.body.replace(
      /\{\{(\d+)\}\}/g,
      (_hole, place: string) => variables[Number(place) - 1] ?? "",
    ),
  };
}

export function listTemplates(context: SimulationContext): MessageTemplate[] {
  return [...stockTemplates, ...context.list<MessageTemplate>(templateKind)];
}

function countVariables(body: string): number {
  return Math.max(0, ...[...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, place]) => Number(place)));
}
