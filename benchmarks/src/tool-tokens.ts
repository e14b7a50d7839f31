import { toolDefinitions } from "@codespar/contract";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import type { Report } from "./figure.ts";

/** What an agent pays, in every turn, for knowing the six tools. */
export function toolTokens({ figure }: Report): void {
  const advertised = toolDefinitions.map(({ name, description, input_schema }) => ({
    name,
    description,
    input_schema,
  }));
  figure({
    name: `${advertised.length} tool definitions as JSON`,
    value: encode(JSON.stringify(advertised)).length,
    unit: "tokens",
    target: { atMost: 1_300 },
    baseline: "the o200k encoding",
  });
}
