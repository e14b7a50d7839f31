import { expect, it } from "vitest";
import { uuidOf } from "./uuid-of.ts";

it("is a UUID of version 8, the same for the same text and no other", async () => {
  const one = await uuidOf("a request");
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await uuidOf("a request")).toBe(one);
  expect(await uuidOf("another request")).not.toBe(one);
});
