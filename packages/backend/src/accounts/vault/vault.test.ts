import { expect, it } from "vitest";
import { toBase64 } from "../../platform/base64.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import type { Keyring } from "./keyring.ts";
import { createVault } from "./vault.ts";

const owner = { organisation: "org_1", record: "conn_1", purpose: "asaas" };
const key = (fill: number) => toBase64(new Uint8Array(32).fill(fill));

function vaultOver(store = memoryStore(), keyring: Keyring = { current: "k1", keys: { k1: key(1) } }) {
  let made = 0;
  const ids = { next: (prefix: string) => `${prefix}_${++made}` };
  return createVault({ store, clock: { now: () => 0 }, ids, keyring });
}

it("opens what it has encrypted, for the same owner", async () => {
  const vault = vaultOver();
  const encrypted = await vault.encrypt(owner, "secret ção");
  expect(encrypted).not.toContain("secret");
  expect(await vault.decrypt(owner, encrypted)).toBe("secret ção");
});

it("encrypts the same secret differently each time", async () => {
  const vault = vaultOver();
  expect(await vault.encrypt(owner, "x")).not.toBe(await vault.encrypt(owner, "x"));
});

it.each([{ organisation: "org_2" }, { record: "conn_2" }, { purpose: "stripe" }])(
  "does not open for another owner: %o",
  async (other) => {
    const vault = vaultOver();
    const encrypted = await vault.encrypt(owner, "secret");
    await expect(vault.decrypt({ ...owner, ...other }, encrypted)).rejects.toThrow();
  },
);

it("goes on with a rotated master key, and then no longer needs the old one", async () => {
  const store = memoryStore();
  const encrypted = await vaultOver(store).encrypt(owner, "secret");
  const both = vaultOver(store, { current: "k2", keys: { k1: key(1), k2: key(2) } });
  expect(await both.decrypt(owner, encrypted)).toBe("secret");
  const onlyNew = vaultOver(store, { current: "k2", keys: { k2: key(2) } });
  expect(await onlyNew.decrypt(owner, encrypted)).toBe("secret");
});

it("says which master key is missing, and shows none", async () => {
  const store = memoryStore();
  const encrypted = await vaultOver(store).encrypt(owner, "secret");
  const without = vaultOver(store, { current: "k2", keys: { k2: key(2) } });
  await expect(without.decrypt(owner, encrypted)).rejects.toThrow("no master key k1");
});

it("marks what it encrypts with its version, and names one that it does not know", async () => {
  const vault = vaultOver();
  const encrypted = await vault.encrypt(owner, "secret");
  expect(encrypted).toMatch(/^v1:[A-Za-z0-9+/]+=*$/);
  await expect(vault.decrypt(owner, encrypted.replace("v1:", "v2:"))).rejects.toThrow(
    "has v2 and this CodeSpar reads v1",
  );
  await expect(vault.decrypt(owner, encrypted.slice(3))).rejects.toThrow(
    "has no version and this CodeSpar reads v1",
  );
});
