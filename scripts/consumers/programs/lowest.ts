// Compiled by the lowest TypeScript that is supported, as a module and as CommonJS, by every way to find a package.
import { CodeSpar, QuotaExceededError, type WebhookEvent } from "@codespar/sdk";
import { truncateResult } from "@codespar/sdk/agent";
import { fileJournal } from "@codespar/sdk/node";

export async function run(): Promise<unknown[]> {
  const session = await new CodeSpar({ apiKey: "csk_test_demo" }).sessions.create({ servers: ["asaas"] });
  const amount = { amount: 5000, currency: "BRL" } as const;
  const result = await session.execute({ name: "codespar_pay", arguments: { method: "pix", ...amount } });
  const code: string | undefined = result.success ? result.data.pix.qr_code : undefined;
  // @ts-expect-error the method is not one
  await session.execute({ name: "codespar_pay", arguments: { method: "cheque", ...amount } });
  return [code, fileJournal, truncateResult, QuotaExceededError];
}

export function getAmount(event: WebhookEvent): number {
  return event.type === "payment.confirmed" ? event.data.amount : 0;
}
