import type { PlanId } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { hashKey } from "../../platform/digests.ts";
import { expireLater } from "../../store/expire-records.ts";
import type { BillingLinkRecord } from "../../store/record.ts";
import { randomSecret } from "../keys/generate-key.ts";

const kind = "billing_link";

/** A new link's token, which names the organisation and is kept as a hash. */
export async function mintLink(
  context: BackendContext,
  link: {
    organisation: string;
    purpose: BillingLinkRecord["purpose"];
    plan: PlanId | null;
    expiresAt: number;
  },
): Promise<string> {
  const { organisation, purpose, plan, expiresAt } = link;
  const token = `${organisation}.${randomSecret(context.randomBytes)}`;
  await context.store.insertRecord(kind, {
    id: context.ids.next("lnk"),
    organisation,
    name: hashKey(token),
    group: await expireLater(context, { kind, organisation, expiresAt }),
    version: 1,
    purpose,
    plan,
    expiresAt,
    usedAt: null,
  });
  return token;
}

/** The link of a token, if it still works. */
export async function readLink(
  { store, clock }: BackendContext,
  purpose: BillingLinkRecord["purpose"],
  token: string,
): Promise<BillingLinkRecord | undefined> {
  const [organisation = ""] = token.split(".", 1);
  const link = await store.readRecordByName(kind, organisation, hashKey(token));
  const works = link?.purpose === purpose && link.usedAt === null && link.expiresAt > clock.now();
  return works ? link : undefined;
}

/** Uses up a link. False when it was used before. */
export function useLink({ store, clock }: BackendContext, link: BillingLinkRecord): Promise<boolean> {
  return store.replaceRecord(kind, { ...link, usedAt: clock.now() });
}
