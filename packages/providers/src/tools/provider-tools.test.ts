import { describe, expect, it } from "vitest";
import type { ReferenceField } from "../connect/connector-definition.ts";
import { writeReference } from "../connect/own-reference.ts";
import { connectors } from "../connectors/connectors.ts";
import type { NativeTool } from "./define-tools.ts";
import { nativeInput, shortText, text } from "./native-input.ts";
import { OWN_REFERENCE_LENGTH, toProviderTools } from "./provider-tools.ts";

/** The longest id that an effect is known by: the tenth attempt of an operation. */
const longestId = `tc_${"0".repeat(26)}.10`;

describe("toProviderTools", () => {
  it("leaves room for the reference that a connector writes in front of the caller's", () => {
    const tool: NativeTool = {
      description: "",
      input: nativeInput({ order: shortText(200), note: shortText(50) }),
      sharesReference: "order",
    };
    const [made] = toProviderTools({ t: tool });
    expect(made?.inputSchema.properties).toEqual({
      order: shortText(200 - OWN_REFERENCE_LENGTH),
      note: shortText(50),
    });
    const order = "x".repeat(200 - OWN_REFERENCE_LENGTH);
    const written = writeReference(longestId, { path: "order", shared: true }, { order });
    expect(written.length).toBeLessThanOrEqual(200);
  });

  it("leaves alone what has no limit", () => {
    const tool: NativeTool = {
      description: "",
      input: nativeInput({ order: text() }),
      sharesReference: "order",
    };
    expect(toProviderTools({ t: tool })[0]?.inputSchema.properties).toEqual({ order: text() });
  });

  it.each([...connectors.values()].map((definition) => [definition.id, definition] as const))(
    "has such room in every tool of %s that shares a reference of limited length",
    (_id, { tools, effects }) => {
      const references = Object.entries(effects).flatMap(([name, { reference }]) =>
        [reference ?? []].flat().map((each: ReferenceField) => [name, each] as const),
      );
      const without = references.flatMap(([name, reference]) => {
        if (reference.shared !== true) return [];
        const field = reference.path
          .split(".")
          .reduce<unknown>((schema, key) => Object(Object(schema).properties)[key], tools[name]?.input);
        const isLimited = Object(field).maxLength !== undefined;
        return isLimited && tools[name]?.sharesReference !== reference.path ? [name] : [];
      });
      expect(without).toEqual([]);
    },
  );
});
