/** The call that is measured everywhere: a Pix of 99.90. */
export const payCall = {
  name: "codespar_pay",
  arguments: { method: "pix", amount: 9990, currency: "BRL" },
} as const;

/** Lets a benchmark set faults over HTTP. */
export const benchmarkControlToken = "ctl_benchmark";

export const benchmarkKey = "csk_test_benchmark";
