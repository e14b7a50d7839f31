import { describe, expect, it } from "vitest";
import { truncateResult } from "./truncate-result.ts";

const code = `00020101${"7".repeat(400)} LOJA TESTE LTDA 6304ABCD`;
const payment = (n: number) => ({
  id: `pay_${n}`,
  amount: 5000 + n,
  status: "paid",
  note: "obrigado ".repeat(10),
});

describe("truncateResult", () => {
  it("leaves what fits as it is", () => {
    expect(truncateResult({ a: [1, "x"] })).toBe('{"a":[1,"x"]}');
  });

  it("gives a model no picture, however small, and all else of the result", () => {
    const pix = { qr_code: code, qr_code_url: "data:image/png;base64,iVBORw0K", txid: "t" };
    expect(JSON.parse(truncateResult({ pix: [pix] }))).toEqual({
      pix: [{ ...pix, qr_code_url: "(picture left out)" }],
    });
  });

  it("cuts prose and files, never ids, amounts, codes to pay, links or status", () => {
    const link = `https://bank.example/pay?signature=${"s".repeat(900)}`;
    const data = { payment_id: "pay_1", amount: 1, status: "pending", pix: { qr_code: code }, link };
    const fitted = JSON.parse(
      truncateResult(
        { ...data, xml: "<a> ".repeat(9000), pdf: `data:application/pdf;base64,${"A".repeat(9000)}` },
        3000,
      ),
    );
    expect(fitted).toMatchObject(data);
    expect(fitted._omitted).toHaveLength(2);
    expect(JSON.stringify(fitted).length).toBeLessThan(3000);
  });

  it("leaves out whole items of the longest list and says how many", () => {
    const text = truncateResult(
      { total: 500, data: Array.from({ length: 500 }, (_, n) => payment(n)) },
      8000,
    );
    const fitted = JSON.parse(text);
    expect(text.length).toBeLessThanOrEqual(8000);
    expect(fitted.data.length).toBeGreaterThan(20);
    expect(fitted.data[0]).toEqual(payment(0));
    expect(fitted._omitted[0]).toContain(`data: ${500 - fitted.data.length} of 500 items`);
  });

  it("does not speak of lists within items that are left out", () => {
    const tags = ["one", "two", "three"];
    const data = Array.from({ length: 100 }, (_, n) => ({ ...payment(n), tags }));
    const text = truncateResult({ data }, 1000);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(JSON.parse(text)._omitted).toHaveLength(1);
  });

  it("says the same of a list at the root", () => {
    const fitted = JSON.parse(
      truncateResult(
        Array.from({ length: 500 }, (_, n) => payment(n)),
        8000,
      ),
    );
    expect(fitted.data[0]).toEqual(payment(0));
    expect(fitted._omitted[0]).toMatch(/^list: /);
  });

  it("passes the budget rather than cut a code", () => {
    expect(JSON.parse(truncateResult({ qr_code: code }, 10))).toEqual({ qr_code: code });
  });
});
