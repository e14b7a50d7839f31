import { createSandbox } from "@codespar/sandbox-core";
import { CodeSpar, QuotaExceededError } from "@codespar/sdk";

const codespar = new CodeSpar({ apiKey: "csk_test_demo", transport: createSandbox().transport });
const session = await codespar.sessions.create({ servers: ["asaas"] });
const result = await session.execute({
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
});
export const code: string | undefined = result.success ? result.data.pix.qr_code : undefined;

const quote = await session.execute({
  name: "codespar_ship",
  arguments: {
    action: "quote",
    origin: { postal_code: "01310-100" },
    destination: { postal_code: "20040-002" },
    packages: [{ weight_g: 500, length_cm: 20, width_cm: 15, height_cm: 10 }],
  },
});
export const amount: number | undefined = quote.success ? quote.data.quotes[0]?.amount : undefined;

// @ts-expect-error the method is not one
await session.execute({ name: "codespar_pay", arguments: { method: "cheque" } });

export function describe(error: unknown): string {
  return error instanceof QuotaExceededError ? error.resets_at : "";
}
