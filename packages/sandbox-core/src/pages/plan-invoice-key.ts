import type { DocumentKey } from "@codespar/providers/simulated";

const kind = "plan_invoice";

/** An invoice of a plan as addresses name it: it is the backend's, not a provider's, and is found by its organisation. */
export function planInvoiceKey({
  organisation,
  invoiceId,
}: {
  organisation: string;
  invoiceId: string;
}): DocumentKey {
  return { server: "codespar", account: organisation, kind, id: `${organisation}.${invoiceId}` };
}

/** The invoice that an address names, or undefined when it names something else. */
export function parsePlanInvoiceId(
  address: Pick<DocumentKey, "id" | "kind">,
): { organisation: string; invoiceId: string } | undefined {
  if (address.kind !== kind) return undefined;
  const [, organisation, invoiceId] = /^([^.]+)\.([^.]+)$/.exec(address.id) ?? [];
  return organisation === undefined || invoiceId === undefined ? undefined : { organisation, invoiceId };
}
