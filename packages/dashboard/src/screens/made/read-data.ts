import type { ToolCallDetail } from "@codespar/contract";

/** The data of a result, as far as it is an object. */
export type MadeData = Readonly<Record<string, unknown>>;

/** What a call returned; nothing once it is erased, and before it has ended. */
export function dataOf(call: Pick<ToolCallDetail, "result"> | undefined): MadeData {
  const data = call?.result?.data;
  return typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
}

/** A member that is text. */
export function textOf(data: MadeData, name: string): string | undefined {
  const value = data[name];
  return typeof value === "string" ? value : undefined;
}

/** A member that is an object. */
export function objectOf(data: MadeData, name: string): MadeData {
  const value = data[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
