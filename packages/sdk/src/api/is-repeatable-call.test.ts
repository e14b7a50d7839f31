import { findNativeTool, isRepeatable, nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { isRepeatableCall } from "./read-tool-call.ts";

it("agrees with the catalogue on every native tool", () => {
  const differing = nativeToolNames().filter((name) => {
    const tool = findNativeTool(name);
    return tool === undefined || isRepeatableCall(name, {}) !== isRepeatable(tool.risk);
  });
  expect(differing).toEqual([]);
});

it.each([
  ["codespar_pay", { action: "get" }, true],
  ["codespar_pay", { action: "refund" }, false],
  ["codespar_pay", {}, false],
  ["codespar_ship", { action: "quote" }, true],
  ["codespar_ship", { action: "label" }, false],
  ["codespar_discover", {}, true],
  ["codespar_notify", {}, false],
  ["newbank_create_get_link", {}, false],
  ["get_everything", {}, false],
  ["unknown", {}, false],
])("%s %j may be repeated: %s", (name, args, expected) => {
  expect(isRepeatableCall(name, args)).toBe(expected);
});
