import type { Provider } from "@codespar/backend/ports";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { createSandbox, type SandboxOptions } from "../create-sandbox/create-sandbox.ts";

/** A provider of the user's own whose response no translator understands. */
const odd: Provider = {
  id: "whatsapp-cloud",
  tools: [],
  execute: async () => ({ ok: true, data: { token: "csk_live_abcdefghijklmnop" } }),
  find: async () => ({ status: "never" }),
};

async function notifyIn(options: SandboxOptions): Promise<{ error?: string }> {
  const sandbox = createSandbox({ now: "2026-03-02T12:00:00Z", providers: [odd], ...options });
  const post = async (path: string, body: object) => {
    const headers = { authorization: "Bearer csk_test_warned", "content-type": "application/json" };
    const response = await sandbox.transport.request({
      method: "POST",
      path,
      headers,
      body: JSON.stringify(body),
    });
    return JSON.parse(await response.text());
  };
  const { id } = await post("/v1/sessions", { servers: ["whatsapp-cloud"] });
  const response = await post(`/v1/sessions/${id}/execute`, {
    name: "codespar_notify",
    arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
  });
  await sandbox.close();
  return response;
}

describe("what goes wrong inside a sandbox", () => {
  let emitWarning: MockInstance<typeof process.emitWarning>;
  beforeEach(() => {
    emitWarning = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  });
  afterEach(() => emitWarning.mockRestore());

  it("is a warning of the process that says what and where", async () => {
    expect((await notifyIn({})).error).toBe("provider_unavailable");
    expect(emitWarning.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^codespar_notify could not be translated for whatsapp-cloud: .* provider of your own\.$/,
        ),
        { type: "CodeSparSandboxWarning", detail: expect.stringMatching(/whatsapp-cloud\/translate\.ts/) },
      ],
    ]);
    expect(JSON.stringify(emitWarning.mock.calls)).not.toContain("abcdefghijklmnop");
  });

  it("goes to the onError that is given, and nowhere else", async () => {
    const errors: Error[] = [];
    await notifyIn({ onError: (error) => errors.push(error) });
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/could not be translated/)]);
    expect(emitWarning).not.toHaveBeenCalled();
  });

  it("changes nothing where the listener throws", async () => {
    const response = await notifyIn({
      onError() {
        throw new Error("the logger is down");
      },
    });
    expect(response.error).toBe("provider_unavailable");
  });
});
