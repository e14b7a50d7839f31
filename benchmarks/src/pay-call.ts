/** The call that is measured everywhere: a Pix of 99.90. */
export const payCall = {
  name: "codespar_pay",
  arguments: { method: "pix", amount: 9990, currency: "BRL" },
} as const;

export const benchmarkKey = "csk_test_benchmark";
