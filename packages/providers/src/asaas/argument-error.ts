import type { ArgumentIssue, OwnError } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";

/** What Asaas says to a value below its minimum, by method (community: its sandbox's own 400s of September 2026). */
const belowMinimum: Readonly<Record<string, string>> = {
  BOLETO: "O valor mínimo para cobranças via Boleto Bancário é R$ 5,00.",
  CREDIT_CARD: "O valor mínimo para cobranças via Cartão de Crédito é R$ 5,00.",
};

/** Asaas's error for an argument: a code of the field's name (doc, recorded for `customer`). */
export function describeAsaasArgument(
  _tool: string,
  { path, problem, limit }: Pick<ArgumentIssue, "limit" | "path" | "problem">,
  args: JsonObject = {},
): OwnError & { code: string } {
  const field = path.split(".")[0] || "object";
  const known = problem === "range" && limit === 5 ? belowMinimum[String(args.billingType)] : undefined;
  return { code: `invalid_${field}`, message: known ?? messageFor(field) };
}

function messageFor(field: string): string {
  // recorded
  if (field === "customer") return "Customer inválido ou não informado.";
  return `O campo ${field} deve ser informado corretamente.`;
}
