import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { expect, it } from "vitest";

function world() {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  return { sandbox, codespar: new CodeSpar({ apiKey: "csk_test_routing", transport: sandbox.transport }) };
}

const parcel = { packages: [{ weight_g: 500, length_cm: 20, width_cm: 15, height_cm: 10 }] };

it("says why no carrier quotes, when all of them said that they will not", async () => {
  const { codespar } = world();
  const session = await codespar.sessions.create({ servers: ["melhor-envio", "correios"] });
  const result = await session.execute({
    name: "codespar_ship",
    arguments: {
      action: "quote",
      origin: { postal_code: "01310-100" },
      destination: { postal_code: "00000-000" },
      ...parcel,
    },
  });
  expect(result.success).toBe(false);
  expect(result.error?.message).not.toContain("try again");
});

it("sends a template by a server that has templates, whatever else is preferred", async () => {
  const { codespar } = world();
  const session = await codespar.sessions.create({ servers: ["z-api", "whatsapp-cloud"] });
  const result = await session.execute({
    name: "codespar_notify",
    arguments: {
      channel: "whatsapp",
      to: "+5511987654321",
      template: "order_confirmation",
      variables: ["Ana", "42"],
    },
  });
  expect(result).toMatchObject({ success: true, provider: "whatsapp-cloud" });
});
