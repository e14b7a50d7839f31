import { expect, it } from "vitest";
import { englishText } from "../../testing/english-text.ts";
import { describePage, describePayment, movesMoney } from "./describe-payment.ts";

it("says how something is paid and what for", () => {
  const { t } = englishText;
  expect(describePayment({ method: "pix", description: "Café" }, t)).toBe("Pix · Café");
  expect(describePayment({ method: "boleto" }, t)).toBe("Boleto");
  expect(describePayment({ description: "Café" }, t)).toContain("Café");
  expect(describePayment({ method: 5, description: { a: 1 } }, t)).toBe("");
});

it("names a page by what it is for, else by whatever it has", () => {
  expect(describePage({ description: "Café", reference: "r", id: "c" })).toBe("Café");
  expect(describePage({ reference: "r", id: "c" })).toBe("r");
  expect(describePage({ id: "c" })).toBe("c");
  expect(describePage({})).toBe("");
});

it("tells payments from reads of one", () => {
  expect([movesMoney({ amount: 0 }), movesMoney({ amount: null })]).toEqual([true, false]);
});
