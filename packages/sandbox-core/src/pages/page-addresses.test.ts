import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PageAddresses } from "./page-addresses.ts";

const document = { server: "asaas", account: "org_1", kind: "charge", id: "pay_1" };
const baseUrl = () => "http://127.0.0.1:4010";

describe("page addresses", () => {
  it("say which document they lead to", () => {
    const addresses = new PageAddresses({ secret: "s", baseUrl });
    const url = new URL(addresses.getUrl(document, "boleto.pdf"));
    expect(url.href).toMatch(
      /^http:\/\/127\.0\.0\.1:4010\/pages\/payments\/asaas\/pay_1\/[0-9a-f]{32}\/boleto\.pdf$/,
    );
    expect(addresses.parse(url.pathname)).toEqual({
      server: "asaas",
      kind: "charge",
      id: "pay_1",
      capability: addresses.getCapability(document),
      file: "boleto.pdf",
    });
  });

  it("come back whole whatever a document is called", () => {
    const addresses = new PageAddresses({ secret: "s", baseUrl });
    const ids = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter((id) => !/\p{Surrogate}/u.test(id));
    fc.assert(
      fc.property(ids, (id) => {
        const url = new URL(addresses.getUrl({ ...document, id }, ""));
        // what a browser makes of dots, it makes before anybody is asked
        fc.pre(id !== "." && id !== "..");
        expect(addresses.parse(url.pathname)).toMatchObject({ id, file: "" });
      }),
    );
  });

  it("are made for what no address can hold as well", () => {
    const addresses = new PageAddresses({ secret: "s", baseUrl });
    expect(() => new URL(addresses.getUrl({ ...document, id: "half \ud83d" }, ""))).not.toThrow();
  });

  it("differ by account, kind, document and sandbox", () => {
    const getCapability = (secret: string, change: object = {}) =>
      new PageAddresses({ secret, baseUrl }).getCapability({ ...document, ...change });
    const all = [
      getCapability("s"),
      getCapability("t"),
      getCapability("s", { account: "org_2" }),
      getCapability("s", { kind: "checkout" }),
      getCapability("s", { id: "pay_2" }),
      getCapability("s", { server: "stripe" }),
      // parts that would make the same text if they were only put side by side
      getCapability("s", { account: "org_1charge", kind: "" }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it("name the command that opens them where nothing serves them", () => {
    const addresses = new PageAddresses({
      secret: "s",
      baseUrl,
      command: "npx @codespar/sandbox --data ./my data",
    });
    const url = new URL(addresses.getUrl(document, "qr.png"));
    expect(url.hash).toBe("#run:npx+@codespar/sandbox+--data+./my+data");
    expect(addresses.parse(url.pathname)).toMatchObject({ file: "qr.png" });
  });

  it.each([
    "/pages/payments/asaas/pay_1",
    "/pages/payments/asaas/pay_1/short",
    "/pages/keys/asaas/pay_1/00000000000000000000000000000000",
    "/pages/payments/asaas/%E0%A4%A/00000000000000000000000000000000",
    "/pages/payments/asaas/a/b/00000000000000000000000000000000",
  ])("are not taken for what they are not: %s", (pathname) => {
    expect(new PageAddresses({ secret: "s", baseUrl }).parse(pathname)).toBeUndefined();
  });
});
