import { createSandbox } from "@codespar/sandbox";
import { CodeSpar, type ToolCallEvent } from "@codespar/sdk";
import type { AgentSession, Tool } from "@codespar/sdk/agent";
import { benchmarkKey, payCall } from "./pay-call.ts";

/** A session that returns at once what a sandbox returned before, so that what is left is the adapter's own work. */
export async function adapterSession(): Promise<{ session: AgentSession; all: readonly Tool[] }> {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  await using codespar = new CodeSpar({ apiKey: benchmarkKey, transport: sandbox.transport });
  const real = await codespar.sessions.create({ preset: "all" });
  const [all, six] = [await real.tools(), await real.tools({ kind: "meta" })];
  const stream = real.sendStream(payCall);
  const events: ToolCallEvent<unknown>[] = [];
  for await (const event of stream) events.push(event);
  const result = await stream.result();
  const session = {
    id: real.id,
    policy: undefined,
    tools: async ({ kind }: { kind?: string } = {}) => (kind === "meta" ? six : all),
    execute: async () => result,
    sendStream: () => ({
      async *[Symbol.asyncIterator]() {
        yield* events;
      },
      result: async () => result,
    }),
  };
  // As much of a session as adapters use of it.
  return { session: session as unknown as AgentSession, all };
}
