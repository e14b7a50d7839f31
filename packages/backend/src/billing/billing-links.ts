import type { PlanId } from "@codespar/contract";
import { expireLater } from "../expire-records.ts";
import { randomSecret } from "../keys/generate-key.ts";
import { hashKey } from "../keys/hash-key.ts";
import type { Services } from "../services.ts";
import type { BillingLinkRecord } from "../store/record.ts";

const kind = "billing_link";

/** A new link's token, which names the organisation and is kept as a hash. */
export async function mintLink(
  services: Services,
  link: {
    organisation: string;
    purpose: BillingLinkRecord["purpose"];
    plan: PlanId | null;
    expiresAt: number;
  },
): Promise<string> {
  const { organisation, purpose, plan, expiresAt } = link;
  const token = `${organisation}.${randomSecret(services.randomBytes)}`;
  await services.store.insertRecord(kind, {
    id: services.ids.next("lnk"),
    organisation,
    name: hashKey(token),
    group: await expireLater(services, { kind, organisation, expiresAt }),
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
  { store, clock }: Services,
  purpose: BillingLinkRecord["purpose"],
  token: string,
): Promise<BillingLinkRecord | undefined> {
  const [organisation = ""] = token.split(".", 1);
  const link = await store.readRecordByName(kind, organisation, hashKey(token));
  const works = link?.purpose === purpose && link.usedAt === null && link.expiresAt > clock.now();
  return works ? link : undefined;
}

/** Uses a link up. False when somebody else has. */
export function useLink({ store, clock }: Services, link: BillingLinkRecord): Promise<boolean> {
  return store.replaceRecord(kind, { ...link, usedAt: clock.now() });
}
