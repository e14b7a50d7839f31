import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { type Channel, type ModelMessage, openSingle } from "./channels/channel.ts";
import { channels } from "./channels/index.ts";
import { describeChannels } from "./describe-channels.ts";
import { type FailureCase, failureCases, pix } from "./failure-cases.ts";

/** What the model read, when it is one of ours. */
function readJson({ text }: ModelMessage): Record<string, unknown> | undefined {
  return text.startsWith("{") ? JSON.parse(text) : undefined;
}

async function check(channel: Channel, failure: FailureCase): Promise<void> {
  const { options, prepare, call, expected, effects = 0 } = failure;
  const how = channel.unlike?.[failure.name]?.how ?? ("throws" in expected ? "ends" : undefined);
  const world = await openAdapterWorld(options);
  const make = await openSingle(channel, world);
  await prepare?.(world);
  const response = make(call);
  if (how === "ends") {
    await expect(response).rejects.toThrow();
  } else {
    const modelMessages = await response;
    const waits = !("throws" in expected) && expected.status === "approval_required";
    if (how === "words") expect(readJson(modelMessages)).toBeUndefined();
    else if (how === "asks") expect(modelMessages.text).toBe("asked");
    else if ("throws" in expected) expect(modelMessages.text).toContain("API key");
    // Where there is no mark for errors, a failure says of itself that it is one.
    else
      expect(readJson(modelMessages)).toMatchObject(
        channel.mark === undefined && !waits ? { error: expected } : expected,
      );
    const isMarked = channel.mark !== undefined && (!waits || channel.marksApproval === true);
    expect(modelMessages.isMarked).toBe(isMarked);
  }
  expect(countEffects(world)).toBe(effects);
}

describe.each(channels)("$name", (channel) => {
  it.each(failureCases.filter(({ name }) => channel.unlike?.[name]?.how !== "cannot"))(
    "handles $name",
    (failure) => check(channel, failure),
  );

  it("goes to another provider when one is down, and the model need not know", async () => {
    const world = await openAdapterWorld();
    world.sandbox.faults.set("asaas", { down: true });
    const modelMessages = await (await openSingle(channel, world))(pix);
    expect(modelMessages.isMarked).toBe(false);
    expect(JSON.parse(modelMessages.text)).toMatchObject({ status: "pending", amount: 5000 });
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toMatchObject([{ provider: "mercadopago" }]);
  });

  it("knows the failures that it treats in its own way", () => {
    const names = failureCases.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(channel.unlike ?? {})));
  });
});

it("is what the documentation says", async () => {
  const page = new URL("../../../../docs/adapters/failures.md", import.meta.url);
  await expect(describeChannels(channels, failureCases)).toMatchFileSnapshot(page.pathname);
});
