import { expect, it, vi } from "vitest";

vi.mock("zod", () => {
  throw new Error("zod was loaded");
});

it("loads the root entry without zod", async () => {
  const { toolDefinitions } = await import("./index.ts");
  expect(toolDefinitions).toHaveLength(6);
});

it("would notice zod, as the schemas show", async () => {
  await expect(import("./schemas.ts")).rejects.toThrow();
});
