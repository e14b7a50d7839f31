import type { Currency } from "@codespar/contract";
import { isOnSharedAccount } from "../../accounts/connections/shared-account.ts";
import { requireAttached } from "../../accounts/sessions/open-session.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import type { ProviderDocument } from "../../store/operation.ts";
import { getTenant } from "../../store/ownership.ts";
import type { SessionRecord } from "../../store/store.ts";

/** What each id names: its stored name, and its name in messages. */
const documentKinds = {
  payment_id: { kind: "payment", noun: "payment" },
  checkout_id: { kind: "checkout", noun: "checkout" },
  invoice_id: { kind: "invoice", noun: "invoice" },
  shipment_id: { kind: "shipment", noun: "shipment" },
  tracking_code: { kind: "tracking", noun: "code" },
} as const;

/** An argument that names what an earlier call made. */
export type DocumentField = keyof typeof documentKinds;

export interface NamedDocument {
  field: DocumentField;
  id: string;
  /** The attached server that the caller names beside it. */
  forced: string | undefined;
  /** The currency that the caller takes the payment for. */
  currency: Currency | undefined;
}

/**
 * The provider that created the document, and which argument says so. What was made without us, only the
 * caller knows whose it is, and says so by `provider`. Throws `invalid_arguments` for an unknown document or one of another provider.
 */
export async function findOriginatingProvider(
  context: BackendContext,
  session: SessionRecord,
  { field, id, forced, currency }: NamedDocument,
): Promise<{ server: string; reason: string }> {
  const { store } = context;
  const { kind, noun } = documentKinds[field];
  const document = await store.findDocument(session.organisation, kind, id);
  // on an account that tenants share, what was made without us may be another tenant's
  const mayBeOwn = forced !== undefined && !(await isOnSharedAccount(context, session, forced));
  if (document === undefined && mayBeOwn) return { server: forced, reason: "provider" };
  // another tenant's document does not exist, also when its provider is named
  if (document === undefined || document.tenant !== getTenant(session)) {
    throw invalidArgument(
      field,
      `No ${kind} ${id} was made here. Pass the ${field} that an earlier call returned, or name the provider whose ${noun} it is.`,
    );
  }
  const server = requireAttached(session, document.provider);
  requireSame(forced, server, `${noun} ${id}`);
  if (field === "payment_id" && currency !== undefined) await requireCurrency(currency, document, store);
  return { server, reason: field };
}

/** Refuses a server that the caller names where it can only be another. */
export function requireSame(forced: string | undefined, server: string, what: string): void {
  if (forced === undefined || forced === server) return;
  throw invalidArgument("provider", `The ${what} is ${server}'s, not ${forced}'s. Leave provider out.`);
}

/** A currency other than the payment's means another amount. */
async function requireCurrency(
  currency: Currency,
  { id, organisation, operationId }: ProviderDocument,
  store: BackendContext["store"],
): Promise<void> {
  const made = (await store.readOperation(organisation, operationId))?.currency ?? currency;
  if (made !== currency)
    throw invalidArgument("currency", `Payment ${id} is in ${made}, not ${currency}. Leave currency out.`);
}

function invalidArgument(field: string, message: string) {
  return apiError("invalid_arguments", message, { issues: [{ path: `arguments.${field}`, message }] });
}
