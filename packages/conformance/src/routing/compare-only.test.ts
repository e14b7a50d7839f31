import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";

const route = {
  origin: { postal_code: "01310-100", country: "BR" as const },
  destination: { postal_code: "20040-002", country: "BR" as const },
  packages: [{ weight_g: 500, length_cm: 20, width_cm: 15, height_cm: 10 }],
};

async function frenetAlone() {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  const codespar = new CodeSpar({ apiKey: "csk_test_frenet", transport: sandbox.transport });
  const session = await codespar.sessions.create({ servers: ["frenet"] });
  const ship = (input: object) =>
    session.execute({ name: "codespar_ship", arguments: { ...route, ...input } as never }); // each case has its own fields
  return { codespar, ship };
}

describe("a session whose only carrier compares and sells nothing", () => {
  it("quotes, and says who could sell a label, at no cost", async () => {
    const { codespar, ship } = await frenetAlone();
    const quoted = await ship({ action: "quote" });
    expect(quoted.success).toBe(true);
    const label = ship({ action: "label", service_id: "frenet:03298" });
    await expect(label).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringMatching(
        /^Server frenet cannot do labels of its quotes\. These could: melhor-envio, /,
      ),
      issues: [{ path: "arguments.service_id" }],
      suggestions: expect.not.arrayContaining(["frenet"]),
    });
    expect((await codespar.usage.get()).used).toBe(1);
  });

  it("follows what others have sent when it is named, and says what to do when it is not", async () => {
    const { ship } = await frenetAlone();
    const track = { origin: undefined, destination: undefined, packages: undefined, action: "track" };
    const followed = await ship({ ...track, tracking_code: "QB473124829BR", provider: "frenet" });
    expect(followed).toMatchObject({ success: true, provider: "frenet", data: { status: "in_transit" } });
    const unknown = await ship({ ...track, tracking_code: "QB473124820BR", provider: "frenet" });
    expect(unknown).toMatchObject({ success: false, error: { code: "shipment_not_found" } });
    await expect(ship({ ...track, tracking_code: "QB473124820BR" })).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringContaining("or name the provider whose code it is"),
    });
  });
});
