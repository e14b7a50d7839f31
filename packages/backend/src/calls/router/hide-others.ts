import type { CheckoutList, Json, PaymentList } from "@codespar/contract";
import { isOnSharedAccount } from "../../accounts/connections/shared-account.ts";
import type { BackendContext } from "../../context.ts";
import { getTenant } from "../../store/ownership.ts";
import type { SessionRecord } from "../../store/store.ts";

/**
 * A list without what is another tenant's. On an account that tenants share, what was made without us is nobody's and left out as
 * well, so a page may be shorter than was asked for.
 */
export async function hideOthers(
  context: BackendContext,
  session: SessionRecord,
  server: string,
  list: PaymentList | CheckoutList,
): Promise<Record<string, Json>> {
  const isShared = await isOnSharedAccount(context, session, server);
  const tenant = getTenant(session);
  async function isOwn(kind: "payment" | "checkout", id: string): Promise<boolean> {
    const document = await context.store.findDocument(session.organisation, kind, id);
    return document === undefined ? !isShared : document.tenant === tenant;
  }
  const kept =
    "payments" in list
      ? { payments: await keep(list.payments, ({ payment_id }) => isOwn("payment", payment_id)) }
      : { checkouts: await keep(list.checkouts, ({ checkout_id }) => isOwn("checkout", checkout_id)) };
  // outputs are plain JSON by their interfaces, which have no index signature
  return kept as unknown as Record<string, Json>;
}

async function keep<Item>(items: readonly Item[], isOwn: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const own = await Promise.all(items.map(isOwn));
  return items.filter((_, index) => own[index]);
}
