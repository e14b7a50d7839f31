import { expect, it, vi } from "vitest";
import { testBackend } from "../testing/test-backend.ts";

it("builds the text of openapi.json once, however often it is asked for without a key (attack 35)", async () => {
  const { backend } = testBackend();
  const get = () => backend.handle({ method: "GET", path: "/v1/openapi.json", headers: {} });
  const first = await get();
  const stringify = vi.spyOn(JSON, "stringify");
  for (let round = 0; round < 10; round += 1) expect((await get()).body).toBe(first.body);
  expect(stringify).not.toHaveBeenCalled();
  stringify.mockRestore();
  expect(first.headers["cache-control"]).toContain("max-age");
});
