import type { Risk } from "../wire/risk.ts";
import type { MetaToolName } from "./meta-tools.ts";

/** Whether a call of this risk may be made again when its outcome is not known. */
export function isRepeatable(risk: Risk): boolean {
  return risk === "read" || risk === "quote";
}

/** The worst that each meta-tool can do, which is what its definition advertises. */
export const metaToolRisks: Readonly<Record<MetaToolName, Risk>> = {
  codespar_discover: "read",
  codespar_checkout: "moves_money",
  codespar_pay: "moves_money",
  codespar_invoice: "fiscal",
  codespar_ship: "moves_money",
  codespar_notify: "send",
};

const milderActions: Readonly<Partial<Record<MetaToolName, ReadonlyMap<unknown, Risk>>>> = {
  codespar_checkout: new Map([
    ["get", "read"],
    ["list", "read"],
  ]),
  codespar_pay: new Map([
    ["get", "read"],
    ["list", "read"],
  ]),
  codespar_invoice: new Map([["get", "read"]]),
  codespar_ship: new Map([
    ["quote", "quote"],
    ["track", "quote"],
  ]),
};

/**
 * The risk of one call of a meta-tool: reading a payment is `read`, making one `moves_money`.
 * Undefined for a native tool, whose risk the catalogue knows (`nativeToolRisk`).
 */
export function riskOf(name: string, args?: unknown): Risk | undefined {
  // Not by the list of names: in a bundle of the client this table is the only one of them.
  if (!Object.hasOwn(metaToolRisks, name)) return undefined;
  // `hasOwn` proved the name; TypeScript does not narrow on it.
  const tool = name as MetaToolName;
  return milderActions[tool]?.get(readAction(args)) ?? metaToolRisks[tool];
}

function readAction(args: unknown): unknown {
  if (typeof args !== "object" || args === null || !Object.hasOwn(args, "action")) return undefined;
  // likewise
  return (args as { action: unknown }).action;
}
