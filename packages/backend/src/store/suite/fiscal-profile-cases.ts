import type { FiscalProfileRecord } from "../record.ts";
import { expectEqual } from "./expect.ts";
import { getId, noon } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

function profile(number: number, tenant: string | null, more: Partial<FiscalProfileRecord> = {}) {
  const record: FiscalProfileRecord = {
    id: getId("fp", number),
    organisation: "org_a",
    name: JSON.stringify([tenant]),
    group: null,
    version: 1,
    tenant,
    displayName: null,
    brazil: null,
    mexico: {
      issuer: { tax_id: "EKU9003173C9", name: "ESCUELA KEMPER", tax_regime: "601", postal_code: "42501" },
      certificate: { encrypted: "sealed", storedAt: noon },
    },
    createdAt: noon,
    updatedAt: noon,
    ...more,
  };
  return record;
}

/** Fiscal profiles: one for the organisation and one for each tenant. */
export const fiscalProfileCases = [
  storeCase("a fiscal profile is there once for each tenant, and found by it", async (store) => {
    expectEqual(await store.insertRecord("fiscal_profile", profile(1, null)), true, "the organisation's");
    expectEqual(await store.insertRecord("fiscal_profile", profile(2, "acme")), true, "a tenant's");
    expectEqual(await store.insertRecord("fiscal_profile", profile(3, "acme")), false, "the tenant's second");
    const elsewhere = profile(4, null, { organisation: "org_b" });
    expectEqual(await store.insertRecord("fiscal_profile", elsewhere), true, "another organisation's");
    const found = await store.readRecordByName("fiscal_profile", "org_a", JSON.stringify(["acme"]));
    expectEqual(found, profile(2, "acme"), "the tenant's");
    expectEqual(
      await store.readRecord("fiscal_profile", "org_b", getId("fp", 2)),
      undefined,
      "a stranger's look",
    );
    const { rows } = await store.listRecords("fiscal_profile", "org_a", {}, { limit: 10 });
    expectEqual(
      rows.map(({ id }) => id),
      [getId("fp", 2), getId("fp", 1)],
      "list",
    );
  }),
  storeCase(
    "of two changes of a fiscal profile one counts, and a deleted one is free again",
    async (store) => {
      await store.insertRecord("fiscal_profile", profile(1, null));
      const changes = ["a", "b"].map((displayName) =>
        store.replaceRecord("fiscal_profile", profile(1, null, { displayName })),
      );
      expectEqual((await Promise.all(changes)).filter(Boolean).length, 1, "changes that counted");
      expectEqual(await store.deleteRecord("fiscal_profile", "org_a", getId("fp", 1)), true, "deleted");
      expectEqual(await store.insertRecord("fiscal_profile", profile(5, null)), true, "another in its place");
    },
  ),
];
