import type { Tool } from "@codespar/contract";
import { createSandbox } from "@codespar/sandbox";
import { APIError, CodeSpar, type ToolCallInput } from "@codespar/sdk";
import fc from "fast-check";
import { expect, it } from "vitest";
import { getArguments } from "./arbitrary-arguments.ts";

it("no arguments of any tool make an internal error, or a provider seem to be down", async () => {
  const errors: unknown[] = [];
  const sandbox = createSandbox({
    seed: 1,
    now: "2026-11-21T12:00:00Z",
    onError: (error) => errors.push(error),
  });
  const codespar = new CodeSpar({ apiKey: "csk_test_fuzz", transport: sandbox.transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ preset: "all" });
  const tools = await session.tools();
  // the six are one of a hundred tools each, and do far more
  const weighted = tools.flatMap((tool) => (tool.kind === "meta" ? Array<Tool>(20).fill(tool) : [tool]));
  const calls = fc
    .constantFrom(...weighted)
    .chain(({ name, input_schema }) => getArguments(input_schema).map((args) => ({ name, arguments: args })));

  await fc.assert(
    fc.asyncProperty(calls, async (call) => {
      // whatever comes out of the schemas is sent, also what is no object
      const response = await session
        .execute(call as ToolCallInput<string, undefined, undefined, undefined>)
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      if (response !== undefined) expect(response).toBeInstanceOf(APIError);
      if (response instanceof APIError) expect(response.status, response.message).toBeLessThan(500);
      // each request's own: what one left behind would be held against all that follow
      expect(errors.splice(0)).toEqual([]);
    }),
    { numRuns: 800 },
  );
  await sandbox.clock.advance("4d");
  expect(errors).toEqual([]);
}, 120_000);
