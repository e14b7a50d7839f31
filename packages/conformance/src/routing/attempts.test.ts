import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { parcel, pix } from "../calls.ts";

async function world(servers: string[]) {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  const codespar = new CodeSpar({ apiKey: "csk_test_attempts", transport: sandbox.transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ servers });
  return { sandbox, codespar, session };
}

describe("the log of a call names every provider that was asked", () => {
  it("also one that was down while the customer was being made, before the payment", async () => {
    const { sandbox, codespar, session } = await world(["asaas", "mercadopago"]);
    sandbox.faults.set("asaas", { down: true });
    const customer = { name: "Ana Souza", document: "11144477735", email: "ana@example.com" };
    const { tool_call_id } = await session.execute({ ...pix, arguments: { ...pix.arguments, customer } });
    expect((await codespar.toolCalls.get(tool_call_id)).attempts).toMatchObject([
      { provider: "asaas", outcome: "unavailable", reason: "down" },
      { provider: "mercadopago", outcome: "succeeded" },
    ]);
  });

  it("and all that were asked together, in the order of preference", async () => {
    const { sandbox, codespar, session } = await world(["correios", "melhor-envio", "jadlog"]);
    sandbox.faults.set("jadlog", { down: true });
    const { tool_call_id } = await session.execute({
      name: "codespar_ship",
      arguments: { action: "quote", ...parcel },
    });
    const { attempts } = await codespar.toolCalls.get(tool_call_id);
    expect(attempts.map(({ provider, outcome, reason }) => [provider, outcome, reason])).toEqual([
      ["melhor-envio", "succeeded", undefined],
      ["correios", "succeeded", undefined],
      ["jadlog", "unavailable", "down"],
    ]);
  });
});
