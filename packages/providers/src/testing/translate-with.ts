import type { NativeCalls, Translate, TranslationContext } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import { type Fixture, readFixture } from "./read-fixture.ts";
import { testFiscal } from "./test-fiscal.ts";

export interface RecordedCall {
  kind: "read" | "prepare" | "effect";
  tool: string;
  arguments: JsonObject;
}

export interface FixtureTranslation {
  /** The native calls that were made, in order. */
  calls: RecordedCall[];
  /** One translation at noon of 2026-11-20 in São Paulo, as operation `tc_1`. */
  translate<Input, Output>(
    translation: Translate<Input, Output> | undefined,
    input: Input,
    more?: Partial<TranslationContext>,
  ): Promise<Output>;
}

/** Runs translations over fixed responses or refusals, each by its tool; a tool without one rejects by its name. */
export function translateWith(
  responses: Readonly<Record<string, JsonObject | Error>>,
  missing = (tool: string): Error => new Error(`The test has no response for ${tool}.`),
): FixtureTranslation {
  const calls: RecordedCall[] = [];
  const call =
    (kind: RecordedCall["kind"]) =>
    async (tool: string, args: JsonObject): Promise<JsonObject> => {
      // what crosses to a provider is JSON
      calls.push({ kind, tool, arguments: JSON.parse(JSON.stringify(args)) });
      const response = responses[tool];
      if (response === undefined) throw missing(tool);
      if (response instanceof Error) throw response;
      return structuredClone(response);
    };
  const native: NativeCalls = {
    read: call("read"),
    prepare: call("prepare"),
    effect: call("effect"),
    pause: async () => {},
  };
  return {
    calls,
    async translate(translation, input, more = {}) {
      if (translation === undefined) throw new Error("The translator does not do it.");
      const now = Date.UTC(2026, 10, 20, 15);
      const context = {
        operationId: "tc_1",
        now,
        environment: "test",
        fiscal: testFiscal()("tc_1"),
        ...more,
      } as const;
      return translation(input, native, context);
    },
  };
}

/** The same over fixtures of one provider; `under` plays one as another tool's response. */
export function translateFixtures(
  provider: string,
  names: readonly string[],
  under: Readonly<Record<string, string>> = {},
): FixtureTranslation {
  const responses: Record<string, JsonObject> = {};
  for (const name of names) {
    const { tool, response }: Fixture = readFixture(provider, name);
    responses[tool] = response;
  }
  for (const [tool, name] of Object.entries(under)) responses[tool] = readFixture(provider, name).response;
  return translateWith(responses);
}
