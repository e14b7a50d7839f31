import type { ToolCall } from "@codespar/contract";
import type { Text } from "../../i18n/use-text.ts";
import { type MadeData, textOf } from "../made/read-data.ts";
import { methodName } from "./method-name.ts";

/** Reads of a payment are calls too, and move none. */
export function movesMoney({ amount }: Pick<ToolCall, "amount">): boolean {
  return amount !== null;
}

/** A payment in a line: how it is paid and what for. */
export function describePayment(charge: MadeData, t: Text["t"]): string {
  return [methodName(textOf(charge, "method") ?? "", t), textOf(charge, "description")]
    .filter(Boolean)
    .join(" · ");
}

/** A checkout page in a line: what for, or its id. */
export function describePage(page: MadeData): string {
  return textOf(page, "description") ?? textOf(page, "reference") ?? textOf(page, "id") ?? "";
}
