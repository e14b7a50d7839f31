import type { Risk } from "../wire/risk.ts";
import type { CheckoutInput, CheckoutList, CheckoutOutput } from "./checkout.ts";
import type { DiscoverInput, DiscoverOutput } from "./discover.ts";
import type { InvoiceInput, InvoiceOutput } from "./invoice.ts";
import type { NotifyInput, NotifyOutput } from "./notify.ts";
import type { PayInput, PaymentList, PayOutput } from "./pay.ts";
import type { ShipInput, ShipOutput } from "./ship.ts";

/** The arguments of each meta-tool. */
export interface MetaToolInputs {
  codespar_discover: DiscoverInput;
  codespar_checkout: CheckoutInput;
  codespar_pay: PayInput;
  codespar_invoice: InvoiceInput;
  codespar_ship: ShipInput;
  codespar_notify: NotifyInput;
}

/** The `data` of each meta-tool's successful result. `MetaToolData` knows it by the arguments. */
export interface MetaToolOutputs {
  codespar_discover: DiscoverOutput;
  codespar_checkout: CheckoutOutput | CheckoutList;
  codespar_pay: PayOutput | PaymentList;
  codespar_invoice: InvoiceOutput;
  codespar_ship: ShipOutput;
  codespar_notify: NotifyOutput;
}

export type MetaToolName = keyof MetaToolInputs;

/** The six, in the order in which they are listed everywhere. */
export const metaToolNames = [
  "codespar_discover",
  "codespar_checkout",
  "codespar_pay",
  "codespar_invoice",
  "codespar_ship",
  "codespar_notify",
] as const satisfies readonly MetaToolName[];

const nameSet: ReadonlySet<string> = new Set(metaToolNames);

export function isMetaToolName(name: string): name is MetaToolName {
  return nameSet.has(name);
}

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
