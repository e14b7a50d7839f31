import { generateMobile, seededRandom } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeWamid } from "../../testing/decode-wamid.ts";
import { encodeWamid, generateWamid } from "./wamid.ts";

const EXAMPLE = "wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjY2NURCNjg5REJGMUFGNkZCNwA=";

describe("wamid", () => {
  it("reads and writes the worked example", () => {
    const content = decodeWamid(EXAMPLE);
    expect(content).toEqual({ phone: "5511987654321", direction: "sent", messageHex: "665DB689DBF1AF6FB7" });
    expect(content && encodeWamid(content)).toBe(EXAMPLE);
  });

  it("decodes to the phone that it was sent to", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("sent", "received"), (seed, direction) => {
        const phone = generateMobile(seededRandom(seed), "BR");
        const wamid = generateWamid(seededRandom(seed), phone, direction);
        expect(wamid).toHaveLength(62);
        expect(decodeWamid(wamid)).toMatchObject({ phone: phone.slice(1), direction });
      }),
    );
  });

  it("refuses other ids and phones that are none", () => {
    expect(decodeWamid(EXAMPLE.slice(6))).toBeUndefined();
    expect(decodeWamid("wamid.AAAA")).toBeUndefined();
    expect(decodeWamid(EXAMPLE.replace("ABEY", "ABMY"))).toBeUndefined();
    expect(() => generateWamid(seededRandom(1), "joao")).toThrow(RangeError);
  });
});
