import { describe, expect, it } from "vitest";
import { signJwt, verifyJwt } from "./jwt.ts";

const NOW = Date.UTC(2026, 10, 20, 15);
const exp = NOW / 1000 + 600;

describe("a token under a shared key (RFC 7515, HS256)", () => {
  it("is the one that others make of the same claims and key", async () => {
    // the example of jwt.io, whose key is "your-256-bit-secret"
    expect(
      await signJwt({ sub: "1234567890", name: "John Doe", iat: 1516239022 }, "your-256-bit-secret"),
    ).toBe(
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
    );
  });

  it("is believed until it ends, under its own key alone", async () => {
    const token = await signJwt({ app: "evolução", exp }, "key");
    expect(await verifyJwt(token, "key", NOW)).toEqual({ app: "evolução", exp });
    expect(await verifyJwt(token, "other", NOW)).toBeUndefined();
    expect(await verifyJwt(token, "key", exp * 1000)).toBeUndefined();
  });

  it("is not believed without an end, without a signature, or when any of it was changed", async () => {
    const token = await signJwt({ exp }, "key");
    const [head = "", claims = "", signature = ""] = token.split(".");
    const none = btoa(JSON.stringify({ alg: "none", typ: "JWT" })).replace(/=+$/, "");
    const later = btoa(JSON.stringify({ exp: exp + 1 })).replace(/=+$/, "");
    for (const forged of [
      "",
      "a.b.c",
      `${head}.${claims}.`,
      `${none}.${claims}.`,
      `${none}.${claims}.${signature}`,
      `${head}.${later}.${signature}`,
      `${token}.`,
      await signJwt({}, "key"),
    ])
      expect(await verifyJwt(forged, "key", NOW)).toBeUndefined();
  });
});
