import { expectEqual, present } from "./expect.ts";
import { approval, callNumber, getId, hundred, noon, tally } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const use = { id: getId("apr", 1), version: 1 };

/** An approval is used up in the transaction that begins its call. */
export const approvalCases = [
  storeCase("beginning uses the approval up", async (store) => {
    await store.insertRecord("approval", approval(1));
    const begun = await store.beginOperation(callNumber(1, { approval: use }));
    expectEqual(begun.outcome, "started", "outcome");
    const { status, operationId, version } = present(
      await store.readRecord("approval", "org_a", use.id),
      "approval",
    );
    expectEqual(
      { status, operationId, version },
      { status: "used", operationId: getId("tc", 1), version: 2 },
      "approval",
    );
  }),
  storeCase("of a hundred calls with one approval one begins, and the others take nothing", async (store) => {
    await store.insertRecord("approval", approval(1));
    const outcomes = await hundred(store, (number) => callNumber(number, { approval: use, quota: 2 }));
    expectEqual(tally(outcomes), { started: 1, approval: 99 }, "outcomes");
    expectEqual((await store.beginOperation(callNumber(500, { quota: 2 }))).outcome, "started", "quota left");
  }),
  storeCase("an approval that was decided again meanwhile does not count", async (store) => {
    await store.insertRecord("approval", approval(1));
    await store.replaceRecord("approval", approval(1, { status: "denied" }));
    const begun = await store.beginOperation(callNumber(1, { approval: use }));
    expectEqual(begun, { outcome: "approval" }, "outcome");
    expectEqual(await store.findOperation(getId("tc", 1)), undefined, "operation");
  }),
  storeCase("what a limit refuses leaves the approval as it is", async (store) => {
    await store.insertRecord("approval", approval(1));
    await store.beginOperation(callNumber(1, { approval: use, quota: 0 }));
    expectEqual((await store.readRecord("approval", "org_a", use.id))?.status, "approved", "approval");
  }),
  storeCase("another organisation's approval is as good as none", async (store) => {
    await store.insertRecord("approval", approval(1, { organisation: "org_b" }));
    expectEqual(
      await store.beginOperation(callNumber(1, { approval: use })),
      { outcome: "approval" },
      "outcome",
    );
  }),
  storeCase("the arguments of an approval are erased with the payloads", async (store) => {
    await store.insertRecord("approval", approval(1));
    await store.insertRecord("approval", approval(2, { createdAt: noon + 10 }));
    await store.erasePayloads(noon + 5, 100);
    expectEqual((await store.readRecord("approval", "org_a", use.id))?.arguments, null, "old");
    expectEqual(
      (await store.readRecord("approval", "org_a", getId("apr", 2)))?.arguments,
      '{"amount":5000}',
      "new",
    );
  }),
];
