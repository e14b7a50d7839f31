import type { Customer } from "@codespar/contract";
import { bareText, parsePhone } from "@codespar/formats";

export type PayerAddress = NonNullable<Customer["address"]>;

/** A CPF or CNPJ as Brazilian providers take it: without punctuation. */
export function bareDocument({ document }: Pick<Customer, "document">): string | undefined {
  return document === undefined ? undefined : bareText(document);
}

/** A Brazilian number in its parts; undefined for a number from elsewhere. */
export function brazilPhone({
  phone,
}: Pick<Customer, "phone">): { area: string; number: string } | undefined {
  const national = parsePhone(phone ?? "", "BR")?.national;
  return national === undefined ? undefined : { area: national.slice(0, 2), number: national.slice(2) };
}
