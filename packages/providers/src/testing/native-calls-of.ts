import type { Translate } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, JsonObjectSchema } from "@codespar/contract";
import fc from "fast-check";
import { expect } from "vitest";
import { checkArguments } from "../emulation/check-arguments.ts";
import { type RecordedCall, translateWith } from "./translate-with.ts";

type Responses = Readonly<Record<string, JsonObject>>;

/** A call whose tool the test has no response for: what was asked for has left. */
class Sent extends Error {}

/** The native calls of one translation in order, up to the first whose tool has no response here. */
export async function nativeCallsOf<Input, Output>(
  translation: Translate<Input, Output> | undefined,
  input: Input,
  responses: Responses = {},
): Promise<RecordedCall[]> {
  const { calls, translate } = translateWith(responses, () => new Sent());
  await translate(translation, input).catch((error: unknown) => {
    if (!(error instanceof Sent)) throw error;
  });
  return calls;
}

/**
 * Holds a translation to its provider's own schemas, unknown fields included: whatever the contract lets through becomes
 * native calls that obey them, or a refusal that says why in words.
 */
export async function expectNativeOrRefusal<Input, Output>(
  translation: Translate<Input, Output> | undefined,
  inputs: fc.Arbitrary<Input>,
  tools: Readonly<Record<string, { input: JsonObjectSchema }>>,
  responses: Responses = {},
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      try {
        const calls = await nativeCallsOf(translation, input, responses);
        expect(calls.length).toBeGreaterThan(0);
        for (const { tool, arguments: args } of calls) {
          const schema = tools[tool]?.input;
          expect(schema, `${tool} is a tool of the provider`).toBeDefined();
          // what is too little or too much cannot be fitted: the backend refuses it before it leaves
          const issues = checkArguments(args, schema ?? {}, { refusesUnknown: true });
          expect(
            issues.filter(({ problem }) => problem !== "range"),
            tool,
          ).toEqual([]);
        }
      } catch (error) {
        if (!(error instanceof ProviderRefusal)) throw error;
        expect(error.code).toMatch(/^[a-z]+(_[a-z]+)+$/);
        // a field's own name may begin it
        expect(error.message).toMatch(/^([A-Z]|[a-z_]+[. ]).{20,}\.$/su);
        expect(error.message).not.toMatch(/undefined|\[object/);
      }
    }),
  );
}
