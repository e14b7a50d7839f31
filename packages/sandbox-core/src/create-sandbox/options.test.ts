import { expect, it } from "vitest";
import { createSandbox } from "./create-sandbox.ts";

it.each([
  [{ sede: 1 }, "createSandbox: sede is not an option. Did you mean seed?"],
  [{ rate_limit: true }, "Did you mean rateLimit?"],
  [{ servers: [] }, "createSandbox: servers is not an option."],
])("refuses %j in plain JavaScript", (options, message) => {
  expect(() => createSandbox(Object(options))).toThrow(message);
});
