import { describe, expect, it } from "vitest";
import { toBase64 } from "../../platform/base64.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { parseKeyring } from "./parse-keyring.ts";
import { createVault } from "./vault.ts";

const key = (fill: number) => toBase64(new Uint8Array(32).fill(fill));

describe("parseKeyring", () => {
  it("reads keys from lines or commas; the first one is current", () => {
    const keyring = { current: "new", keys: { new: key(2), old: key(1) } };
    expect(parseKeyring(`# rotated in April\nnew:${key(2)}\r\n\nold: ${key(1)}\n`)).toEqual(keyring);
    expect(parseKeyring(`new:${key(2)},old:${key(1)}`)).toEqual(keyring);
  });

  it("makes a ring with which a rotated master key still opens what was encrypted before", async () => {
    const store = memoryStore();
    const owner = { organisation: "org_1", record: "conn_1", purpose: "asaas" };
    const vaultWith = (text: string) =>
      createVault({
        store,
        clock: { now: () => 0 },
        ids: { next: (prefix) => `${prefix}_1` },
        keyring: parseKeyring(text),
      });
    const encrypted = await vaultWith(`old:${key(1)}`).encrypt(owner, "secret");
    expect(await vaultWith(`new:${key(2)}\nold:${key(1)}`).decrypt(owner, encrypted)).toBe("secret");
    // wrapped again when it was used, so the old key can go
    expect(await vaultWith(`new:${key(2)}`).decrypt(owner, encrypted)).toBe("secret");
  });

  it.each([
    ["", "There is no master key"],
    ["# none\n", "There is no master key"],
    [key(1), "Master key 1: write id:base64"],
    [`a:${key(1)}\na:${key(2)}`, "Master key 2: there is another one of id a"],
    [`a:${key(1)}\nb:${toBase64(new Uint8Array(16))}`, "Master key b has 16 bytes; AES-256 takes 32"],
    [`__proto__:${toBase64(new Uint8Array(16))}`, "Master key __proto__ has 16 bytes"],
  ])("refuses %j without showing a key", (text, problem) => {
    const read = () => parseKeyring(text);
    expect(read).toThrow(problem);
    expect(read).not.toThrow(key(1).slice(0, 12));
  });
});
