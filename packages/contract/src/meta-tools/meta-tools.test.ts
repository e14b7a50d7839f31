import { expect, it } from "vitest";
import { riskOf } from "./meta-tools.ts";

it.each([
  ["codespar_discover", {}, "read"],
  ["codespar_checkout", {}, "moves_money"],
  ["codespar_pay", {}, "moves_money"],
  ["codespar_pay", { action: "get" }, "read"],
  ["codespar_pay", { action: "refund" }, "moves_money"],
  ["codespar_invoice", { action: "get" }, "read"],
  ["codespar_invoice", { action: "cancel" }, "fiscal"],
  ["codespar_ship", { action: "quote" }, "quote"],
  ["codespar_ship", { action: "track" }, "quote"],
  ["codespar_ship", { action: "label" }, "moves_money"],
  ["codespar_ship", undefined, "moves_money"],
  ["codespar_notify", {}, "send"],
  ["codespar_pay", Object.create({ action: "get" }), "moves_money"],
  ["stripe_create_refund", {}, undefined],
])("%s %j is %s", (name, args, risk) => {
  expect(riskOf(name, args)).toBe(risk);
});
