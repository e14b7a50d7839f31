import { expect, it } from "vitest";
import { embeddedTransport } from "./embedded-unavailable.ts";

it("says what to do in a browser or worker", async () => {
  await expect(embeddedTransport()).rejects.toMatchObject({
    code: "sandbox_unavailable",
    message: expect.stringContaining("npx @codespar/sandbox"),
  });
});
