import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";

/** A session on a sandbox of its own, whose clock stands still. */
export async function openSession(servers = ["stripe", "mercadopago", "asaas"]) {
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport: sandbox.transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ servers });
  const effects = () => sandbox.calls.filter(({ effect }) => effect).length;
  /** Until a payment is under way. */
  const untilPaying = async () => {
    const isPaying = async () =>
      (await codespar.toolCalls.list()).data.some(
        ({ tool, status }) => tool === "codespar_pay" && status === "running",
      );
    while (!(await isPaying())) await new Promise((resolve) => setImmediate(resolve));
  };
  return { sandbox, codespar, session, effects, untilPaying };
}

export const pix = { method: "pix", amount: 5000, currency: "BRL" };
