import { chmodSync, readFileSync, statSync } from "node:fs";
import { createBackend, hashKey, memoryStore, secureRandom, timeOrderedIds } from "@codespar/backend";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { describe, expect, it } from "vitest";
import { ensureFirstOrganisation, findFirstOrganisation } from "./first-organisation.ts";
import { writeKeyFile } from "./key-file.ts";

function setUp() {
  const store = memoryStore();
  let now = 1_000_000;
  const clock = { now: () => now };
  // each wait is a step of the clock
  const timers = {
    after(delayMs: number, callback: () => void) {
      queueMicrotask(() => {
        now += delayMs;
        callback();
      });
      return () => {};
    },
  };
  const backend = createBackend({
    store,
    providers: [],
    translators: [],
    clock,
    timers,
    ids: timeOrderedIds(clock, secureRandom()),
    livemode: true,
  });
  const ensure = (prepareKey?: () => string) =>
    ensureFirstOrganisation({ store, organisations: backend.organisations, clock, timers, prepareKey });
  return { store, clock, ensure };
}

describe("the first organisation", () => {
  it("is made once by many that start at once, and one of them has its key", async () => {
    const { ensure, store } = setUp();
    const made = await Promise.all(Array.from({ length: 8 }, () => ensure()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const keys = made.flatMap(({ apiKey }) => apiKey ?? []);
    expect(keys).toEqual([expect.stringMatching(/^csk_live_/)]);
    expect(await findFirstOrganisation(store)).toBe(made[0]?.id);
    expect(await store.readOrganisation(made[0]?.id ?? "")).toMatchObject({
      plan: "enterprise",
      livemode: true,
    });
    expect(await ensure()).toEqual({ id: made[0]?.id });
  });

  it("is made by another when the process that began is gone, with the key that is in its file", async () => {
    using directory = temporaryDirectory();
    const path = `${directory.path}/key`;
    const { ensure, store, clock } = setUp();
    const died = ensure(() => {
      writeKeyFile(path, "csk_live_written_before_it_died");
      throw new Error("the power failed");
    });
    await expect(died).rejects.toThrow("the power failed");
    expect(await findFirstOrganisation(store)).toBeUndefined();
    const since = clock.now();
    const { apiKey } = await ensure(() => writeKeyFile(path, "csk_live_another"));
    expect(apiKey).toBe("csk_live_written_before_it_died");
    // not before the lease of the first was over
    expect(clock.now() - since).toBeGreaterThanOrEqual(30_000);
  });
});

it("is the one whose key is in the file, when the process that made it had no time to say so", async () => {
  using directory = temporaryDirectory();
  const { ensure, store } = setUp();
  const { replaceRecord } = store;
  store.replaceRecord = () => Promise.reject(new Error("the power failed"));
  const prepare = () => writeKeyFile(`${directory.path}/key`, "csk_live_of_the_first");
  await expect(ensure(prepare)).rejects.toThrow("the power failed");
  store.replaceRecord = replaceRecord;
  const made = await store.findApiKey(hashKey("csk_live_of_the_first"));
  expect(await ensure(prepare)).toEqual({ id: made?.organisation, apiKey: "csk_live_of_the_first" });
});

describe("a key file", () => {
  it("is for its owner alone, and never overwritten", () => {
    using directory = temporaryDirectory();
    const path = `${directory.path}/key`;
    expect(writeKeyFile(path, "csk_live_first")).toBe("csk_live_first");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(writeKeyFile(path, "csk_live_second")).toBe("csk_live_first");
    expect(readFileSync(path, "utf8")).toBe("csk_live_first\n");
  });

  it("is refused while others can read it, and where it cannot be written", () => {
    using directory = temporaryDirectory();
    const path = `${directory.path}/key`;
    writeKeyFile(path, "csk_live_first");
    chmodSync(path, 0o644);
    expect(() => writeKeyFile(path, "csk_live_second")).toThrow(/chmod 600/);
    expect(() => writeKeyFile(`${directory.path}/nothing/key`, "csk_live_x")).toThrow(
      /^--key-file: .*nothing\/key cannot be written \(ENOENT\)\. Choose another file\.$/,
    );
  });
});
