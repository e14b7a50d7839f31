import type { Customer } from "@codespar/contract";

/** A CPF or CNPJ as Brazilian providers take it: without punctuation. */
export function bareDocument({ document }: Customer): string | undefined {
  return document?.replace(/[^0-9A-Za-z]/g, "");
}

/** A Brazilian number in its parts; undefined for a number from elsewhere. */
export function brazilPhone({ phone }: Customer): { area: string; number: string } | undefined {
  const match = /^\+55(\d{2})(\d{8,9})$/.exec(phone ?? "");
  const [, area, number] = match ?? [];
  return area === undefined || number === undefined ? undefined : { area, number };
}
